import type { Jobs, Letter, LetterOptions, Mail, Work } from '@liaison/sdk/server'
import type { Transporter } from 'nodemailer'

export const letterJob = 'mail.send'
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

/** One way to the mail server, opened with the first letter: an installation that sends none loads no SMTP. */
export class SmtpMail implements Mail {
  readonly #jobs: Jobs
  readonly #url: string | undefined
  readonly #from: string
  #transport: Promise<Transporter> | undefined

  /** @param options.url - `smtp://user:password@host:587` or `smtps://…:465`; undefined: none */
  constructor({ jobs, url, from }: { jobs: Jobs; url: string | undefined; from: string }) {
    this.#jobs = jobs
    this.#url = url
    this.#from = from
    jobs.define<Letter>(letterJob, (letter) => this.#deliver(letter), { retries: 12, backoffMs: 10_000 })
  }

  get isConfigured(): boolean {
    return this.#url !== undefined
  }

  async send(work: Pick<Work, 'now' | 'newId'>, letter: Letter, options: LetterOptions = {}): Promise<void> {
    if (!this.isConfigured) throw new Error('there is no mail server: ask `isConfigured` first')
    await this.#jobs.add(work, letterJob, letter, options)
  }

  takeBack(work: Pick<Work, 'now' | 'newId'>, dedupe: string): Promise<void> {
    return this.#jobs.takeBack(work, dedupe)
  }

  async close(): Promise<void> {
    ;(await this.#transport)?.close()
  }

  async #deliver({ to, subject, text, html }: Letter): Promise<void> {
    if (this.#url === undefined) throw new Error('the mail server was taken out of the configuration')
    this.#transport ??= open(this.#url)
    const transport = await this.#transport
    // addresses as objects: a name or address with commas or line ends cannot become a second receiver
    await transport.sendMail({ from: this.#from, to: { name: '', address: to }, subject, text, ...(html !== undefined && { html }) })
  }
}

async function open(url: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer')
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  return createTransport({
    ...{ host: hostname, port: port === '' ? (secure ? 465 : 587) : Number(port), secure, pool: true, maxConnections: 2, ...patience },
    // a letter never brings files or pages of the server along
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(username !== '' && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  })
}

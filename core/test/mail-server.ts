import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface ReceivedLetter {
  readonly to: string
  /** As it came over the wire */
  readonly source: string
  /** What its reader sees */
  readonly text: string
}
export interface MailServer {
  readonly port: number
  readonly letters: ReceivedLetter[]
  close(): Promise<void>
}

/**
 * A real mail server that keeps what arrives.
 * @param port - default: a free one
 */
export async function startMailServer(port = 0): Promise<MailServer> {
  const letters: ReceivedLetter[] = []
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 100,
    disabledCommands: ['STARTTLS'],
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const source = Buffer.concat(parts).toString('utf8')
        letters.push(...envelope.rcptTo.map(({ address }) => ({ to: address, source, text: decoded(source) })))
        done()
      })
    },
  })
  server.on('error', () => undefined)
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    port: (server.server.address() as AddressInfo).port,
    letters,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** The text of a letter: quoted-printable or base64, as the mailer chose. */
function decoded(letter: string): string {
  const [head = '', ...rest] = letter.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  if (/base64/i.test(head)) return Buffer.from(body.replaceAll('\r\n', ''), 'base64').toString('utf8')
  const bytes = body.replaceAll('=\r\n', '').replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

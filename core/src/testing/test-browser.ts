import type { InjectOptions } from 'fastify'
import type { CoreTestHost } from './start-test-host.ts'

interface Answer {
  readonly status: number
  // oxlint-disable-next-line typescript/no-explicit-any -- a test reads what it expects
  readonly body: any
  readonly retryAfter: number
}

/** Somebody before a browser: keeps the cookies that it is given, and sends them back. */
export class TestBrowser {
  readonly #host: Pick<CoreTestHost, 'platform'>
  readonly #address: string
  readonly #cookies = new Map<string, string>()

  /** @param address - where it stands */
  constructor(host: Pick<CoreTestHost, 'platform'>, address = '127.0.0.1') {
    this.#host = host
    this.#address = address
  }

  async http(method: string, path: string, body?: object): Promise<Answer> {
    const cookie = [...this.#cookies].map((pair) => pair.join('=')).join('; ')
    const response = await this.#host.platform.app.inject({
      method: method as NonNullable<InjectOptions['method']>,
      url: `/api${path}`,
      remoteAddress: this.#address,
      headers: { cookie },
      ...(body !== undefined && { payload: body }),
    })
    for (const line of [response.headers['set-cookie'] ?? []].flat()) this.#keep(String(line))
    const json = response.payload === '' ? undefined : (JSON.parse(response.payload) as unknown)
    return { status: response.statusCode, body: json, retryAfter: Number(response.headers['retry-after'] ?? 0) }
  }

  signIn(account: string, password: string): Promise<Answer> {
    return this.http('POST', '/auth/login', { account, password })
  }

  #keep(line: string): void {
    const [name = '', value = ''] = line.split(';')[0]!.split('=')
    if (value === '') this.#cookies.delete(name)
    else this.#cookies.set(name, value)
  }
}

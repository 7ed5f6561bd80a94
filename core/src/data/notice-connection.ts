import type { Logger } from '@liaison/sdk/server'
import pg from 'pg'
import { type Notice, noticeChannel, readNotice } from './notices.ts'

const heartbeatMs = 15_000
const answerMs = 10_000
const retryMs = [100, 250, 500, 1000, 2000]

export interface NoticeListener {
  notice(notice: Notice): void
  /** Some notices may have been lost: the connection broke, or is there again */
  lost(): void
}

/** The connection that listens. It comes back by itself; `arriving` is false meanwhile. */
export class NoticeConnection {
  readonly #url: string
  readonly #listener: NoticeListener
  readonly #log: Logger
  #client: pg.Client | undefined
  #heartbeat: NodeJS.Timeout | undefined
  #retry: NodeJS.Timeout | undefined
  #attempts = 0
  #closed = false

  constructor(url: string, listener: NoticeListener, log: Logger) {
    this.#url = url
    this.#listener = listener
    this.#log = log
  }

  get arriving(): boolean {
    return this.#client !== undefined
  }

  async open(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#url,
      keepAlive: true,
      application_name: 'liaison-notices',
      query_timeout: answerMs,
    })
    client.on('error', (error) => this.#broken(client, error))
    client.on('end', () => this.#broken(client, undefined))
    client.on('notification', ({ payload }) => {
      const notice = readNotice(payload ?? '')
      if (notice) this.#listener.notice(notice)
    })
    await client.connect()
    await client.query(`listen ${noticeChannel}`)
    if (this.#closed) return client.end()
    this.#client = client
    this.#attempts = 0
    this.#heartbeat = setInterval(() => client.query('select 1').catch((error: unknown) => this.#broken(client, error)), heartbeatMs)
    this.#heartbeat.unref()
  }

  async close(): Promise<void> {
    this.#closed = true
    clearInterval(this.#heartbeat)
    clearTimeout(this.#retry)
    const client = this.#client
    this.#client = undefined
    await client?.end()
  }

  #broken(client: pg.Client, error: unknown): void {
    if (this.#client !== client) return
    this.#client = undefined
    clearInterval(this.#heartbeat)
    client.end().catch(() => undefined)
    if (this.#closed) return
    this.#log.warn({ err: error }, 'the connection that hears of other processes broke')
    this.#listener.lost()
    this.#reopen()
  }

  #reopen(): void {
    const delay = retryMs[Math.min(this.#attempts, retryMs.length - 1)]
    this.#attempts += 1
    this.#retry = setTimeout(() => {
      this.open().then(
        () => {
          if (!this.#closed) this.#listener.lost()
        },
        (error: unknown) => {
          this.#log.warn({ err: error, attempts: this.#attempts }, 'the connection that hears of other processes did not come back yet')
          if (!this.#closed) this.#reopen()
        },
      )
    }, delay)
  }
}

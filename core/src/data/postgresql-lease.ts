import type { Logger } from '@liaison/sdk/server'
import pg from 'pg'
import type { Lease } from './database.ts'

const heartbeatMs = 5_000

/** Takes an advisory lock on a connection of its own: the server frees it when the process or the connection ends. */
export async function takeLease(url: string, name: string, log: Logger): Promise<Lease | undefined> {
  const client = new pg.Client({
    connectionString: url,
    keepAlive: true,
    application_name: `liaison-lease ${name}`,
    query_timeout: heartbeatMs,
  })
  let held = false
  const lost = (error: unknown): void => {
    if (held) log.warn({ err: error, lease: name }, 'a lease was lost with its connection')
    held = false
  }
  client.on('error', lost)
  client.on('end', () => lost(undefined))
  await client.connect()
  const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as mine', [
    `liaison ${name}`,
  ])
  if (rows[0]?.mine !== true) {
    await client.end()
    return undefined
  }
  held = true
  const heartbeat = setInterval(() => void client.query('select 1').catch(lost), heartbeatMs)
  heartbeat.unref()
  return {
    get held() {
      return held
    },
    async release() {
      clearInterval(heartbeat)
      held = false
      await client.end().catch(() => undefined)
    },
  }
}

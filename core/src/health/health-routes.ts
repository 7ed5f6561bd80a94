import type { FastifyInstance } from 'fastify'
import type { Database } from '../data/database.ts'
import type { Metrics } from './metrics.ts'

export interface HealthOptions {
  readonly db: Database
  readonly metrics: Metrics
  /** Whether everything is up and nothing is being stopped */
  isReady(): boolean
}

const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

/**
 * `/healthz`: the process lives. `/readyz`: it serves, and the database answers. `/metrics`: figures for Prometheus.
 */
export function addHealthRoutes(app: FastifyInstance, { db, metrics, isReady }: HealthOptions): void {
  app.get('/healthz', (_request, reply) => reply.headers(plain).send('ok\n'))
  app.get('/readyz', async (_request, reply) => {
    const reason = isReady() ? await failureOf(db) : 'not serving'
    return reply
      .code(reason === undefined ? 200 : 503)
      .headers(plain)
      .send(`${reason ?? 'ready'}\n`)
  })
  app.get('/metrics', async (_request, reply) =>
    reply.headers({ ...plain, 'content-type': metrics.contentType }).send(await metrics.text()),
  )
}

async function failureOf(db: Database): Promise<string | undefined> {
  try {
    await db.read.all('select 1', [])
    return undefined
  } catch {
    return 'the database does not answer' // why is in the log of whoever asked it for something
  }
}

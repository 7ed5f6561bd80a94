import { Child } from './child.ts'
import { figure, median, quantile, table } from './figures.ts'
import { LoadRequest } from './load-request.ts'
import { newId, seedCompany } from './seed.ts'

interface Outcome {
  readonly rate: number
  readonly cpu: number
  readonly took: readonly number[]
}

/** Requests under way at once */
const inFlight = 8

/** A bound operation (sign-in, permission, checks, problem documents, headers) beside a bare fastify route with the same shapes. */
export async function requests({ repetitions, milliseconds }: { repetitions: number; milliseconds: number }): Promise<string> {
  const company = await seedCompany({ people: 1, stored: 0 })
  const ours = await Child.start('./platform-server.ts', { environment: company.environment })
  const bare = await Child.start('./bare-server.ts')
  try {
    const [bearer] = company.tokens
    const measure = async (child: Child): Promise<Outcome> => load(child, milliseconds, child === ours ? bearer : undefined)
    await measure(ours)
    await measure(bare)
    const pairs: { ours: Outcome; bare: Outcome }[] = []
    for (let index = 0; index < repetitions; index++) {
      const first = index % 2 === 0 ? await measure(ours) : undefined
      const second = await measure(bare)
      pairs.push({ ours: first ?? (await measure(ours)), bare: second })
    }
    const line = (name: string, of: (pair: (typeof pairs)[number]) => Outcome, ratio: string): string[] => [
      name,
      figure(median(pairs.map((pair) => of(pair).rate))),
      figure(median(pairs.map((pair) => of(pair).cpu))),
      figure(median(pairs.map((pair) => median(of(pair).took)))),
      figure(median(pairs.map((pair) => quantile(of(pair).took, 0.99)))),
      ratio,
    ]
    return table(
      ['route', 'requests/s', 'CPU µs', 'ms p50', 'p99', 'CPU ÷ bare'],
      [
        line('bare fastify', (pair) => pair.bare, '1'),
        line('bound operation', (pair) => pair.ours, figure(median(pairs.map((pair) => pair.ours.cpu / pair.bare.cpu)))),
      ],
    )
  } finally {
    await Promise.all([ours.stop(), bare.stop()])
    company.remove()
  }
}

async function load(child: Child, milliseconds: number, bearer: string | undefined): Promise<Outcome> {
  const connections = await Promise.all(Array.from({ length: inFlight }, () => LoadRequest.open(child.port)))
  const path = `/api/echo/${newId()}`
  const took: number[] = []
  const before = await child.usage()
  const begin = performance.now()
  const one = (connection: LoadRequest): Promise<void> =>
    new Promise((resolve, reject) => {
      const at = performance.now()
      connection.send({ method: 'GET', path, ...(bearer !== undefined && { bearer }) }, (status, body) => {
        took.push(performance.now() - at)
        if (status === 200) resolve()
        else reject(new Error(`${status} ${body}`))
      })
    })
  await Promise.all(
    connections.map(async (connection) => {
      while (performance.now() - begin < milliseconds) await one(connection)
    }),
  )
  const rate = (took.length * 1_000) / (performance.now() - begin)
  const after = await child.usage()
  for (const connection of connections) connection.close()
  return { rate, cpu: (after.cpu - before.cpu) / took.length, took }
}

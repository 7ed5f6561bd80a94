import { Child } from './child.ts'
import { figure, table } from './figures.ts'
import { MessageLoad } from './message-load.ts'
import { seedCompany } from './seed.ts'

/** Memory of a server that has nothing to do, and of each socket that is merely there and listens to one topic. */
export async function idle({ sockets }: { sockets: number }): Promise<string> {
  const company = await seedCompany({ people: sockets, stored: 1_000 })
  const child = await Child.start('./platform-server.ts', { environment: company.environment })
  try {
    const load = new MessageLoad(child, company.channelId, company.tokens)
    const empty = await child.usage({ settled: true })
    // The first ones bring what all of them share: compiled code, the people's access.
    await load.connect(sockets / 2)
    const half = await child.usage({ settled: true })
    await load.connect(sockets)
    const full = await child.usage({ settled: true })
    load.close()
    const each = (of: 'rss' | 'heap'): string => figure((full[of] - half[of]) / (sockets / 2) / 1_000)
    return table(
      ['', 'MB', 'kB for each socket'],
      [
        ['resident, nobody there', figure(empty.rss / 1e6), ''],
        [`resident, ${sockets} sockets`, figure(full.rss / 1e6), each('rss')],
        [`heap, ${sockets} sockets`, figure(full.heap / 1e6), each('heap')],
      ],
    )
  } finally {
    await child.stop()
    company.remove()
  }
}

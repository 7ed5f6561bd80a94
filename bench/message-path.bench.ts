import { join } from 'node:path'
import { Child } from './child.ts'
import { figure, median, quantile, table } from './figures.ts'
import { MessageLoad, type Outcome } from './message-load.ts'
import { aFolder, type Company, seedCompany } from './seed.ts'

const warmUps = 3

interface Row {
  readonly members: number
  readonly by: 'socket' | 'http'
}
interface Pair {
  readonly ours: Outcome
  readonly reference: Outcome
  /** The reference with its sends through the same door, where that is not its socket */
  readonly sameDoor: Outcome | undefined
}

export interface MessagePathOptions {
  readonly rows: readonly Row[]
  /** Pairs of measurements for each row; medians are told */
  readonly repetitions: number
  /** Of each measurement */
  readonly milliseconds: number
}

/** Sends over the real server beside the bare reference, in turns; ratios are medians of pairs. */
export async function messagePath({ rows, repetitions, milliseconds }: MessagePathOptions): Promise<string> {
  const most = Math.max(...rows.map(({ members }) => members))
  const company = await seedCompany({ people: most, stored: 10_000 })
  const own = aFolder()
  const ours = await Child.start('./platform-server.ts', { environment: company.environment })
  const bare = await Child.start('./reference-server.ts', { arguments: [join(own.folder, 'reference.sqlite')] })
  try {
    const lines: string[][] = []
    for (const { members, by } of rows) {
      const [load, reference] = [new MessageLoad(ours, company.channelId, company.tokens), new MessageLoad(bare, company.channelId, [])]
      await Promise.all([load.connect(members), reference.connect(members)])
      // Compiled code, warm caches: the compiler is at work for several seconds
      for (let turn = 0; turn < warmUps; turn++) {
        await load.run(milliseconds, by)
        await reference.run(milliseconds, by)
      }
      const pairs: Pair[] = []
      for (let index = 0; index < repetitions; index++) {
        // In turns, so that neither has the quieter moments.
        const first = index % 2 === 0 ? await load.run(milliseconds, by) : undefined
        const second = await reference.run(milliseconds)
        const sameDoor = by === 'http' ? await reference.run(milliseconds, by) : undefined
        pairs.push({ ours: first ?? (await load.run(milliseconds, by)), reference: second, sameDoor })
      }
      load.close()
      reference.close()
      lines.push(lineOf(members, by, pairs))
    }
    return table(
      [
        'members',
        'by',
        'messages/s',
        '÷ reference',
        '÷ same door',
        'CPU µs',
        'reference ÷ CPU',
        'ack p50',
        'p99',
        'ms delivered p50',
        'p99',
        'p99 ÷ reference',
      ],
      lines,
    )
  } finally {
    await Promise.all([ours.stop(), bare.stop()])
    company.remove()
    own.remove()
  }
}

function lineOf(members: number, by: string, pairs: readonly Pair[]): string[] {
  const middle = (of: (pair: Pair) => number): string => figure(median(pairs.map(of)))
  return [
    String(members),
    by,
    middle(({ ours }) => ours.rate),
    middle(({ ours, reference }) => ours.rate / reference.rate),
    middle(({ ours, reference, sameDoor = reference }) => ours.rate / sameDoor.rate),
    middle(({ ours }) => ours.cpu),
    middle(({ ours, reference }) => reference.cpu / ours.cpu),
    middle(({ ours }) => median(ours.acknowledged)),
    middle(({ ours }) => quantile(ours.acknowledged, 0.99)),
    middle(({ ours }) => median(ours.delivered)),
    middle(({ ours }) => quantile(ours.delivered, 0.99)),
    middle(({ ours, reference }) => quantile(ours.delivered, 0.99) / quantile(reference.delivered, 0.99)),
  ]
}

/** The same with much stored against little, in turns. */
export async function storedMessages(options: {
  few: number
  many: number
  members: number
  repetitions: number
  milliseconds: number
}): Promise<string> {
  const { few, many, members, repetitions, milliseconds } = options
  const companies: Company[] = []
  const children: Child[] = []
  try {
    const loads: MessageLoad[] = []
    for (const stored of [few, many]) {
      const company = await seedCompany({ people: members, stored })
      companies.push(company)
      const child = await Child.start('./platform-server.ts', { environment: company.environment })
      children.push(child)
      const load = new MessageLoad(child, company.channelId, company.tokens)
      await load.connect(members)
      await load.run(milliseconds)
      loads.push(load)
    }
    const outcomes: Outcome[][] = []
    for (let index = 0; index < repetitions; index++) {
      const turn = index % 2 === 0 ? [0, 1] : [1, 0]
      const pair: Outcome[] = []
      for (const which of turn) pair[which] = await loads[which]!.run(milliseconds)
      outcomes.push(pair)
    }
    for (const load of loads) load.close()
    const cpu = [0, 1].map((which) => median(outcomes.map((pair) => pair[which]!.cpu)))
    const ratio = median(outcomes.map(([small, large]) => large!.cpu / small!.cpu))
    return table(
      ['stored', 'members', 'CPU µs', '÷ few'],
      [
        [few.toLocaleString('en'), String(members), figure(cpu[0]!), '1'],
        [many.toLocaleString('en'), String(members), figure(cpu[1]!), figure(ratio)],
      ],
    )
  } finally {
    for (const child of children) await child.stop()
    for (const company of companies) company.remove()
  }
}

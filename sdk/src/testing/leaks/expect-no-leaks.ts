import type { AnyPlugin } from '../../server/index.ts'
import { aHost } from '../a-host.ts'
import { coreTesting } from '../core-testing.ts'
import type { TestHostOptions } from '../test-host.ts'
import type { LeakSamples } from './leak-samples.ts'
import { type LeakWalk, walkLeaks } from './walk-leaks.ts'

export interface LeakWalkOptions extends Pick<TestHostOptions, 'database' | 'settings'> {
  /** The plugin, and those that it requires */
  readonly plugins: readonly AnyPlugin[]
  /** What the `./testing` of each of them says to the walk; the core's own rooms bring theirs */
  readonly samples: readonly LeakSamples[]
  /** Ids of the plugins whose doors are tried; default: `plugins`. `all`: the core's own rooms, too */
  readonly of?: readonly string[] | 'all'
}

/**
 * Boots the platform with the plugins, fills them with rows of every scope, and tries every door as everybody: each preset role,
 * each scope, people from outside, who is disabled or signed out, narrowed tokens, administrators who view as somebody. What each
 * door shows is compared with a simple model of the rules. Prints how many cells it compared.
 * @throws with actor, door, row, what was expected, what was found, and why; also for doors that cannot be judged undeclared
 */
export async function expectNoLeaks({ plugins, samples, of, ...options }: LeakWalkOptions): Promise<LeakWalk> {
  const host = await aHost(plugins, options)
  try {
    const { leakSamples } = await coreTesting()
    const tried = of === 'all' ? undefined : (of ?? plugins.map(({ id }) => id))
    const walk = await walkLeaks(host, [...leakSamples(host), ...samples], tried)
    const { cells, wrong, complaints } = walk
    process.stdout.write(`${told(walk, options.database ?? 'sqlite')}\n`)
    if (wrong.length > 0 || complaints.length > 0)
      throw new Error(
        [`${wrong.length} of ${cells} cells are not as the rules say`, ...complaints, ...wrong.slice(0, 30).map(inWords)].join('\n'),
      )
    return walk
  } finally {
    await host.stop()
  }
}

const inWords = ({ actor, door, about, expected, found, why }: LeakWalk['wrong'][number]): string =>
  `${actor} at ${door}, about ${about}: expected "${expected}", found "${found}", since ${why}`

const told = ({ cells, counts, unjudged }: LeakWalk, database: string): string =>
  `leak walk on ${database}: ${cells} cells (${[...counts].map(([kind, { open, shut }]) => `${kind} ${open} open, ${shut} shut`).join('; ')}); ` +
  `${unjudged.length} doors declared as judged by function alone`

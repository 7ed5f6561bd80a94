import type { AnyPlugin } from '../../server/index.ts';
import type { TestHostOptions } from '../test-host.ts';
import type { LeakSamples } from './leak-samples.ts';
import { type LeakWalk } from './walk-leaks.ts';
export interface LeakWalkOptions extends Pick<TestHostOptions, 'database' | 'settings'> {
    /** The plugin, and those that it requires */
    readonly plugins: readonly AnyPlugin[];
    /** What the `./testing` of each of them says to the walk; the core's own rooms bring theirs */
    readonly samples: readonly LeakSamples[];
    /** Ids of the plugins whose doors are tried; default: `plugins`. `all`: the core's own rooms, too */
    readonly of?: readonly string[] | 'all';
}
/**
 * Boots the platform with the plugins, fills them with rows of every scope, and tries every door as everybody: each preset role,
 * each scope, people from outside, who is disabled or signed out, narrowed tokens, administrators who view as somebody. What each
 * door shows is compared with a simple model of the rules. Prints how many cells it compared.
 * @throws with actor, door, row, what was expected, what was found, and why; also for doors that cannot be judged undeclared
 */
export declare function expectNoLeaks({ plugins, samples, of, ...options }: LeakWalkOptions): Promise<LeakWalk>;

import type { TestHost } from '../test-host.ts';
import { type CellKind, type Leak } from './leak-report.ts';
import type { LeakSamples } from './leak-samples.ts';
export interface LeakWalk {
    /** How many times an actor, a door and a row were compared with the model */
    readonly cells: number;
    readonly counts: ReadonlyMap<CellKind, {
        readonly open: number;
        readonly shut: number;
    }>;
    readonly wrong: readonly Leak[];
    /** What the walk could not judge and nobody declared */
    readonly complaints: readonly string[];
    /** What the testing entries declare as not to be judged, with the reasons */
    readonly unjudged: readonly string[];
}
/**
 * Walks every operation and topic of everything that runs on the host — lists, items, searches, filters, counts, exports — as
 * everybody, about rows of every scope, and compares what each shows with a simple model of the rules. The host has to be
 * fresh; its matrix is as the plugins declare it.
 * @param samples - of every plugin that runs
 * @param of - ids of the plugins whose doors are tried; default: all
 */
export declare function walkLeaks(host: TestHost, samples: readonly LeakSamples[], of?: readonly string[]): Promise<LeakWalk>;

import type { AnyPlugin } from '../server/index.ts';
import type { TestHost } from './test-host.ts';
/** One door that did not answer as the declarations say. */
export interface WrongDoor {
    readonly actor: string;
    readonly operation: string;
    readonly expected: Verdict;
    readonly found: string;
}
type Verdict = 'let in' | 'sign in first' | 'no permission' | 'read-only';
export interface DoorWalk {
    /** How many pairs of actor and door were tried */
    readonly cells: number;
    /** How many of them had to stay shut */
    readonly refused: number;
    readonly wrong: readonly WrongDoor[];
}
/**
 * Tries every operation of the plugins as somebody of each preset role, without a role, disabled, signed out, with a narrowed
 * API token and viewing as an outside person, and compares with the presets as they are declared. It judges functions, not
 * rows: which rows an open door shows is the data scope's business. Use it on a host whose matrix nobody has changed.
 */
export declare function walkDoors(host: TestHost, plugins: readonly AnyPlugin[]): Promise<DoorWalk>;
export {};

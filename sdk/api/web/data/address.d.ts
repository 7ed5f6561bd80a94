import type { AnyOperation, Input } from '../../contract/operation.ts';
/** Path and query of a call, below `/api`. Absent query members are left out. */
export declare function addressOf(operation: Pick<AnyOperation, 'path'>, input: Input<unknown, unknown, unknown>): string;

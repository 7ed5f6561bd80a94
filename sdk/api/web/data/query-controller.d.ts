import type { ReactiveElement } from 'lit';
import type { Input, Operation } from '../../contract/operation.ts';
import { type Problem } from '../../contract/problem.ts';
import { ContextController } from '../context-controller.ts';
/**
 * Shows what an operation answers, shared with every other element that asks the same.
 * @param ask - asked before each drawing; undefined asks for nothing (yet)
 */
export declare class QueryController<P, Q, B, R> extends ContextController<'queries'> {
    #private;
    constructor(host: ReactiveElement, operation: Operation<P, Q, B, R>, ask: () => Input<P, Q, B> | undefined);
    /** Undefined while nothing is there yet */
    get data(): R | undefined;
    /** Nothing is there yet, and it is on its way: draw the skeleton. */
    get pending(): boolean;
    /** Why it could not be had; what was there before is still in `data`. */
    get problem(): Problem | undefined;
    readonly refetch: () => Promise<void>;
    protected found(): void;
    hostUpdate(): void;
    hostConnected(): void;
    hostDisconnected(): void;
}

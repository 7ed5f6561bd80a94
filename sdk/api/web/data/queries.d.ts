import { QueryClient } from '@tanstack/query-core';
import type { Input, Operation } from '../../contract/operation.ts';
import type { ApiClient } from './api-client.ts';
/** Replies that are shown, shared by all elements: kept until an event or an act makes them stale, not by the clock. */
export declare class Queries {
    #private;
    readonly client: QueryClient;
    constructor(api: ApiClient);
    /** What `QueryController` asks for. */
    optionsOf<P, Q, B, R>(operation: Operation<P, Q, B, R>, input: Input<P, Q, B>): {
        queryKey: readonly unknown[];
        queryFn: ({ signal }: {
            signal: AbortSignal;
        }) => Promise<R>;
    };
    /** From memory when it is there, else asked for. */
    fetch<P, Q, B, R>(operation: Operation<P, Q, B, R>, input: Input<P, Q, B>): Promise<R>;
    known<P, Q, B, R>(operation: Operation<P, Q, B, R>, input: Input<P, Q, B>): R | undefined;
    /** Puts in what an event or a reply told. `change` is not called for what nobody asked for yet. */
    patch<P, Q, B, R>(operation: Operation<P, Q, B, R>, input: Input<P, Q, B>, change: (known: R) => R): void;
    /** Marks replies of an operation as stale: those on the page are asked for again now. @param input - default: all inputs */
    invalidate<P, Q, B, R>(operation: Operation<P, Q, B, R>, input?: Input<P, Q, B>): Promise<void>;
    /**
     * Shows a change before the server has agreed, and takes it back when it does not.
     * @returns what `run` answers
     * @throws Problem of `run`, after what was shown has been put back
     */
    optimistic<P, Q, B, R, T>(operation: Operation<P, Q, B, R>, input: Input<P, Q, B>, change: (known: R) => R, run: () => Promise<T>): Promise<T>;
    /** At sign-out. */
    clear(): void;
}

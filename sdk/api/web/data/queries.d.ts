import { type InfiniteData, QueryClient, type QueryKey } from '@tanstack/query-core';
import type { Input, Operation } from '../../contract/operation.ts';
import type { Page } from '../../contract/shapes.ts';
import type { ApiClient } from './api-client.ts';
/** The pages of a list that are shown */
export type Pages<T> = InfiniteData<Page<T>>;
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
    /** What `PagesController` asks for; stale with the other replies of the operation. */
    pagesOf<T, P, Q, B>(operation: Operation<P, Q, B, Page<T>>, input: Input<P, Q, B>): {
        queryKey: QueryKey;
        queryFn: ({ pageParam, signal }: {
            pageParam: unknown;
            signal: AbortSignal;
        }) => Promise<Page<T>>;
        initialPageParam: unknown;
        getNextPageParam: ({ next }: Page<T>) => string | undefined;
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

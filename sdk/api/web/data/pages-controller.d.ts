import type { ReactiveElement } from 'lit';
import type { Input, Operation } from '../../contract/operation.ts';
import { type Problem } from '../../contract/problem.ts';
import type { Page } from '../../contract/shapes.ts';
import { ContextController } from '../context-controller.ts';
interface Paged {
    readonly cursor?: string;
}
/**
 * A list that is read page by page as the person asks for more. What makes it stale makes all pages that are shown stale: they
 * are asked for again, as many as there were.
 */
export declare class PagesController<T, P, Q extends Paged, B> extends ContextController<'queries'> {
    #private;
    /** @param ask - asked before each drawing; undefined asks for nothing (yet). Another answer begins with its first page. */
    constructor(host: ReactiveElement, operation: Operation<P, Q, B, Page<T>>, ask: () => Input<P, Q, B> | undefined);
    /** Of all pages so far; undefined while nothing is there yet */
    get items(): readonly T[] | undefined;
    get hasMore(): boolean;
    /** The next page is on its way. */
    get isLoadingMore(): boolean;
    /** Why it could not be had; what was there before is still in `items`. */
    get problem(): Problem | undefined;
    /** Why the next page could not be had */
    get moreProblem(): Problem | undefined;
    readonly more: () => Promise<void>;
    readonly refetch: () => Promise<void>;
    protected found(): void;
    hostConnected(): void;
    hostUpdate(): void;
    hostDisconnected(): void;
}
export {};

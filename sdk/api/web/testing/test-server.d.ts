import type { Operation } from '../../contract/operation.ts';
/** What a page in a test asks instead of a server: each operation has an answer, or is a 404. */
export declare class TestServer {
    #private;
    /** Ids of the operations that were called, in order */
    readonly calls: string[];
    /** Answers an operation; a later answer replaces an earlier one. A thrown Problem is sent as one. */
    on<P, Q, B, R>(operation: Operation<P, Q, B, R>, handler: (input: {
        params: P;
        query: Q;
        body: B;
    }) => R | Promise<R>): this;
    /** Cuts or mends the line. */
    reachable(isReachable: boolean): void;
    readonly fetch: (address: RequestInfo | URL, init?: RequestInit) => Promise<Response>;
}

import type { Input, Operation } from '../../contract/operation.ts';
import { type Problem, type ProblemKind } from '../../contract/problem.ts';
/** The server was not reached; whether it did what was asked is unknown. */
export declare const connectionLost: ProblemKind;
/** The server answered with something that is no problem document. */
export declare const unexpectedAnswer: ProblemKind;
export interface CallOptions {
    readonly signal?: AbortSignal;
    /** Makes a repeated create answer with the first; made anew for each POST when absent. */
    readonly idempotencyKey?: string;
    /** Version that the change is based on; another one stored answers staleVersion (412). */
    readonly version?: number;
}
/** What a call takes: the input may be left out when nothing in it is required. */
export type CallArguments<P, Q, B> = {} extends Input<P, Q, B> ? [input?: Input<P, Q, B>, options?: CallOptions] : [input: Input<P, Q, B>, options?: CallOptions];
export interface ApiClientOptions {
    /** Default `/api` of this page's origin */
    readonly baseUrl?: string;
    readonly fetch?: typeof globalThis.fetch;
    /** Further headers for each call: a token, the view-as id */
    readonly headers?: () => Readonly<Record<string, string>>;
    /** Hears of every failed call, with the kinds that the operation declares. */
    readonly onProblem?: (problem: Problem, kinds: readonly ProblemKind[]) => void;
}
/** Calls the platform's operations over HTTP. */
export declare class ApiClient {
    #private;
    constructor(options?: ApiClientOptions);
    /**
     * Calls an operation.
     * @returns the reply, undefined when the operation has none
     * @throws Problem - what the server said, or connectionLost; AbortError when `signal` was aborted
     */
    call<P, Q, B, R>(operation: Operation<P, Q, B, R>, ...[input, options]: CallArguments<P, Q, B>): Promise<R>;
}

import type { LocalizedText } from './text.ts';
/**
 * An expected failure. On the wire it is `application/problem+json` (RFC 9457) with
 * `type: urn:liaison:problem:<type>`. Branch on `type`, never on text or `instanceof`.
 */
export interface Problem extends Error {
    readonly type: string;
    /** HTTP status code */
    readonly status: number;
    /** Further members of the problem document, e.g. `errors`, `retryAfter` (s) */
    readonly members: Readonly<Record<string, unknown>>;
}
/** Makes problems of one kind: `throw taskAlreadyDone({ taskId })`. */
export interface ProblemKind {
    (members?: Readonly<Record<string, unknown>>): Problem;
    readonly type: string;
    readonly status: number;
    readonly title: LocalizedText;
}
/**
 * Declares a kind of expected failure.
 * @param type - `plugin/what-is-wrong`, stable: clients match on it
 * @param status - HTTP status code, 400–599
 * @param title - one short sentence for people, in every language
 */
export declare function defineProblem(type: string, status: number, title: LocalizedText): ProblemKind;
/** Tells a problem from a bug, also across two copies of the SDK. */
export declare function isProblem(error: unknown): error is Problem;
/** One place of a bad input: a JSON pointer into `{ params, query, body }` and what was expected there. */
export interface InputError {
    readonly pointer: string;
    readonly message: string;
}
export declare const notFound: ProblemKind;
export declare const forbidden: ProblemKind;
export declare const signInNeeded: ProblemKind;
export declare const moduleNotEnabled: ProblemKind;
/** `members.errors` is an `InputError[]`. */
export declare const invalidInput: ProblemKind;
export declare const conflict: ProblemKind;
/** The `If-Match` version is not the stored one. */
export declare const staleVersion: ProblemKind;
/** `members.retryAfter` is in seconds; HTTP sends it as `Retry-After`. */
export declare const tooManyRequests: ProblemKind;

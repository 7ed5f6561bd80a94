import type { Input, Operation } from '../../contract/operation.ts';
import { type Problem } from '../../contract/problem.ts';
import type { ApiClient } from './api-client.ts';
/** A call that waits to be sent. Calls of one lane (a channel) go out in order, one after the other. */
export interface OutboxEntry {
    readonly id: string;
    readonly lane: string;
    readonly operation: Pick<Operation, 'id' | 'method' | 'path' | 'status'>;
    readonly input: Input<unknown, unknown, unknown>;
    /** ms since 1970 */
    readonly at: number;
}
/** What became of an entry: sent with the reply, or refused for good with the problem. */
export type OutboxOutcome = {
    readonly entry: OutboxEntry;
    readonly reply: unknown;
} | {
    readonly entry: OutboxEntry;
    readonly problem: Problem;
};
/**
 * Calls that must not be lost: kept on the device until the server has them, through loss of connection and reload. Each
 * carries its id as `Idempotency-Key`, so that sent twice it is done once. One tab sends at a time.
 */
export declare class Outbox {
    #private;
    /** @param account - id of the person: each has his own box on this device */
    constructor(api: ApiClient, account: string);
    /** Starts sending. Call once. */
    start(): void;
    stop(): void;
    /** Keeps a call; it is sent as soon as may be. Resolves once it is safe on this device. */
    add<P, Q, B, R>(lane: string, operation: Operation<P, Q, B, R>, input: Input<P, Q, B>, id?: string): Promise<OutboxEntry>;
    /** What waits, oldest first. */
    waiting(lane?: string): Promise<OutboxEntry[]>;
    /** Takes an entry back that has not been sent. */
    withdraw(id: string): Promise<void>;
    /** Hears what becomes of the entries of all tabs. @returns stops it */
    subscribe(listener: (outcome: OutboxOutcome) => void): () => void;
    /** Tries again now: there is something to send, or the connection is back. */
    wake(): void;
    /** At sign-out: nothing of the account stays on the device. */
    clear(): Promise<void>;
}

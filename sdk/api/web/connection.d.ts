import type { Input, Operation } from '../contract/operation.ts';
import type { Problem } from '../contract/problem.ts';
import type { Live } from './live.ts';
/** `offline`: not reachable, trying again; nothing is lost, it is caught up on. */
export type ConnectionState = 'connecting' | 'open' | 'offline';
export interface TopicEvent {
    readonly name: string;
    /** Place in the topic's history; absent for what passes, like typing */
    readonly seq?: number;
    readonly data: unknown;
}
/** What somebody who follows a topic hears. */
export interface TopicListener {
    event(event: TopicEvent): void;
    /** The history is too old to be told: fetch again what is shown. `seq` is where counting goes on. */
    refetch?(seq: number): void;
    /** Now told from here on; `seq` is the topic's newest. */
    subscribed?(seq: number): void;
    /** May not be followed: gone, or not mine. */
    refused?(problem: Problem): void;
}
/** The one socket of the page, as elements and plugins see it. */
export interface RealtimeConnection {
    readonly state: Live<ConnectionState>;
    /**
     * Follows a topic; followed twice it is subscribed once. Gaps and reconnections are made up for by themselves.
     * @param after - `seq` up to which things are known; they are told from there on. Absent: from now.
     * @returns stops it
     */
    subscribe(topic: string, listener: TopicListener, after?: number): () => void;
    /** Calls an operation over the socket: less work for both sides than HTTP. @throws Problem */
    call<P, Q, B, R>(operation: Operation<P, Q, B, R>, input: Input<P, Q, B>): Promise<R>;
}

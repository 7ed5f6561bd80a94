import type { Input, Operation } from '../contract/operation.ts';
import type { ConnectionState, RealtimeConnection, TopicListener } from './connection.ts';
import { type Live } from './live.ts';
/** What is used of a WebSocket; the browser's own and `ws` both fit. */
export interface SocketLike {
    readonly readyState: number;
    send(text: string): void;
    close(code?: number, reason?: string): void;
    addEventListener(type: 'open', listener: () => void): void;
    addEventListener(type: 'close', listener: (event: {
        readonly code: number;
    }) => void): void;
    addEventListener(type: 'error', listener: () => void): void;
    addEventListener(type: 'message', listener: (event: {
        readonly data: unknown;
    }) => void): void;
}
export interface RealtimeClientOptions {
    /** Opens a socket. Default: `/api/realtime` of the page's own origin with its cookie; who embeds fetches a ticket here. */
    readonly open?: () => SocketLike | Promise<SocketLike>;
    /** The session is over: no more attempts until `connect`. */
    readonly onSignedOut?: () => void;
    /** Viewing as somebody else has ended: no more attempts until `connect`. */
    readonly onViewEnded?: () => void;
    /** Where `online` and `offline` are told; default: the window */
    readonly network?: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
    /** How long a call waits for its answer, in ms; default 20 s */
    readonly timeoutMs?: number;
    /** First pause before another attempt, in ms; it doubles up to 30 s, each cut by chance so that not all come at once. Default 500 */
    readonly retryMs?: number;
    readonly random?: () => number;
}
/** The page's one socket: connects again by itself, subscribes again from where it was, closes gaps. */
export declare class RealtimeClient implements RealtimeConnection {
    #private;
    constructor(options?: RealtimeClientOptions);
    get state(): Live<ConnectionState>;
    /** Begins, or begins again after a sign-in. */
    connect(): void;
    /** Ends it for good; `connect` begins again. */
    close(): void;
    subscribe(topic: string, listener: TopicListener, after?: number): () => void;
    call<P, Q, B, R>(operation: Operation<P, Q, B, R>, input: Input<P, Q, B>): Promise<R>;
}

import type { Input, Operation } from '../../contract/operation.ts';
import { type ConnectionState, type RealtimeConnection, type TopicEvent, type TopicListener } from '../connection.ts';
import type { ApiClient } from '../data/api-client.ts';
/** The socket of a page in a test: the test says what happens. */
export declare class TestConnection implements RealtimeConnection {
    #private;
    readonly state: import("../live.ts").WritableLive<ConnectionState>;
    constructor(api: ApiClient);
    subscribe(topic: string, listener: TopicListener): () => void;
    call<P, Q, B, R>(operation: Operation<P, Q, B, R>, input: Input<P, Q, B>): Promise<R>;
    /** Topics that somebody on the page follows now */
    get topics(): readonly string[];
    emit(topic: string, event: TopicEvent): void;
}

import type { ReactiveElement } from 'lit';
import type { ConnectionState, TopicListener } from './connection.ts';
import { ContextController } from './context-controller.ts';
/** Follows topics for as long as the element is on the page. */
export declare class RealtimeController extends ContextController<'realtime'> {
    #private;
    /**
     * @param topics - asked before each drawing: what is new is followed, what is gone is left
     * @param listener - made once for each topic
     */
    constructor(host: ReactiveElement, topics?: () => readonly string[], listener?: (topic: string) => TopicListener);
    /** `connecting` while there is no connection yet */
    get state(): ConnectionState;
    protected found(): void;
    hostUpdate(): void;
    hostConnected(): void;
    hostDisconnected(): void;
}

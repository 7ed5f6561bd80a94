/** Somebody wants to try again. */
export declare class RetryEvent extends Event {
    static readonly eventName = "ln-retry";
    constructor();
}

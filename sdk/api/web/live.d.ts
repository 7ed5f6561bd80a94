import type { ReactiveController, ReactiveControllerHost } from 'lit';
/** A value that changes, and those who want to know: unread counts, the connection's state, the theme. */
export interface Live<T> {
    readonly value: T;
    /** Is called after each change, not at once. @returns stops it */
    subscribe(listener: (value: T) => void): () => void;
}
export interface WritableLive<T> extends Live<T> {
    set(value: T): void;
}
/** Makes a live value; setting the same value again tells nobody. */
export declare function live<T>(initial: T): WritableLive<T>;
/** Draws the element again when the value changes. @param find - asked when the element connects; undefined waits for nothing */
export declare class LiveController<T> implements ReactiveController {
    #private;
    constructor(host: ReactiveControllerHost, find: () => Live<T> | undefined);
    get value(): T | undefined;
    hostUpdate(): void;
    hostConnected(): void;
    hostDisconnected(): void;
}

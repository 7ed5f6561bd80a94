import type { ReactiveController, ReactiveControllerHost } from 'lit';
/** Goes to an address of the shell. In templates use plain links: `<a href="/tasks">`. */
export declare function navigate(path: string, options?: {
    readonly replace?: boolean;
}): void;
/** Whether anybody on the page holds something that would be lost. */
export declare const isAnythingUnsaved: () => boolean;
/** Asks before the page is left while `unsaved` answers true. */
export declare class LeaveController implements ReactiveController {
    #private;
    constructor(host: ReactiveControllerHost, unsaved: () => boolean);
    hostConnected(): void;
    hostDisconnected(): void;
}

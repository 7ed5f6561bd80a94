import type { ReactiveController, ReactiveControllerHost } from 'lit';
/** Goes to an address of the shell. In templates use plain links: `<a href="/tasks">`. */
export declare function navigate(path: string, options?: {
    readonly replace?: boolean;
}): void;
interface LeaveOptions {
    /** It would be lost at another address of the same page, too: another one in the same list. */
    readonly samePage?: boolean;
}
/** Whether anybody on the page holds something that would be lost; with `samePage`, at another address of the same page. */
export declare const isAnythingUnsaved: ({ samePage }?: LeaveOptions) => boolean;
/** Asks before the page is left while `unsaved` answers true. */
export declare class LeaveController implements ReactiveController {
    #private;
    constructor(host: ReactiveControllerHost, unsaved: () => boolean, options?: LeaveOptions);
    hostConnected(): void;
    hostDisconnected(): void;
}
export {};

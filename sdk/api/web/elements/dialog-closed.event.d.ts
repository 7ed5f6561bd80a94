/** A dialog was closed, by a button or by Esc. */
export declare class DialogClosedEvent extends Event {
    static readonly eventName = "ln-dialog-closed";
    constructor();
}

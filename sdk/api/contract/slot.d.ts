/** A place on a page that other plugins fill, with what they have to give. */
export interface Slot<Item = unknown> {
    /** `plugin.place` */
    readonly name: string;
    readonly '~type'?: Item;
}
/** Declares a slot, in a plugin's `hooks.ts`; the page shows its contributions by a `SlotController`. */
export declare const defineSlot: <Item>(name: string) => Slot<Item>;

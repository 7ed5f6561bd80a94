import type { Slot } from '../contract/slot.ts';
import type { SlotFilling } from './web-plugin.ts';
/** What plugins put where, by slot, in order. */
export declare class Slots {
    #private;
    add(fillings: readonly SlotFilling[]): void;
    /** Takes out what was added, e.g. when the module is switched off. */
    remove(fillings: readonly SlotFilling[]): void;
    of<Item>(slot: Slot<Item>): readonly Item[];
}

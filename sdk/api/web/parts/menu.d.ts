import { type TemplateResult } from 'lit';
import { type Icon } from '../icon.ts';
export interface MenuItem {
    readonly label: string;
    readonly icon?: Icon;
    /** Said at the end of the line: a shortcut, a state */
    readonly hint?: string;
    readonly danger?: boolean;
    readonly disabled?: boolean;
    /** One of several: the mark is on the present one. */
    readonly checked?: boolean;
    /** A line above */
    readonly separated?: boolean;
    /** Where it leads; else `run` */
    readonly href?: string;
    run?(): void;
}
interface MenuOptions {
    /** Opens by `<button popovertarget=…>` in the same root; put the menu right behind the button. */
    readonly id: string;
    readonly label: string;
    readonly place?: 'top-start' | 'top-end' | 'bottom-start' | 'bottom-end';
    readonly items: readonly MenuItem[];
    /** Above the items: who I am, what it is about */
    readonly head?: TemplateResult;
}
/** A menu on native popover: arrows, Home, End and first letters move, Enter chooses, Esc closes and gives the focus back. */
export declare function menu({ id, label, place, items, head }: MenuOptions): TemplateResult;
export {};

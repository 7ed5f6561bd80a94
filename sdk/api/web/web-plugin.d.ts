import type { Locale } from '../contract/text.ts';
import type { Feature } from '../contract/feature.ts';
import type { Permission } from '../contract/permission.ts';
import type { Slot } from '../contract/slot.ts';
import type { Icon } from './icon.ts';
import type { Live } from './live.ts';
import type { WebServices } from './services.ts';
/** Texts by key, in ICU message syntax. Keys begin with the plugin's id: `im.send`. */
export type Messages = Readonly<Record<string, string>>;
export type MessageLoader = () => Promise<{
    readonly default: Messages;
}>;
/** An element that is loaded when it is first shown. */
export interface LazyElement {
    /** Tag name; the element is registered once `load` is done. */
    readonly element: `${string}-${string}`;
    load(): Promise<unknown>;
    /** Without this permission it is not there. */
    readonly permission?: Permission;
    /** Nor where this feature of the plugin is off. */
    readonly feature?: Feature;
}
/**
 * A page with an address. The element gets `route` (a `Route`) and stays as the address changes within the page. It has
 * one `<main>` and one `<h1>` (where the keyboard goes on), and fills the height: panes scroll, the page does not.
 */
export interface WebPage extends LazyElement {
    /** URLPattern of the path, e.g. `/tasks{/:taskId}?` */
    readonly path: string;
    /** Message key: the document's title, and where I am in the top bar */
    readonly title: string;
}
/** Where a page is: the address as its pattern read it. */
export interface Route {
    /** Path without query */
    readonly path: string;
    readonly params: Readonly<Record<string, string | undefined>>;
    readonly query: URLSearchParams;
}
/** What a page element has. */
export interface PageElement extends HTMLElement {
    route?: Route;
}
/** An entry of the rail. */
export interface WebNavigation {
    readonly id: string;
    readonly path: string;
    readonly icon: Icon;
    /** Message key, two characters in Chinese and one word in English */
    readonly label: string;
    /** Smaller is higher; modules of this house: im 10, tasks 20, docs 30, meetings 40, kb 50, reports 60 */
    readonly order: number;
    readonly permission?: Permission;
    readonly feature?: Feature;
    /** Number on the icon; 0 shows none. Asked once, after sign-in. */
    badge?(services: WebServices): Live<number>;
}
/** A card of the home page. */
export interface WebCard extends LazyElement {
    readonly id: string;
    /** Message key */
    readonly title: string;
    readonly order: number;
    /** Columns of three; default 1 */
    readonly span?: 1 | 2 | 3;
    /** Two rows high */
    readonly tall?: boolean;
    /** Where all of it is */
    readonly path?: string;
}
/** Something one can do from anywhere: in the search palette, and in the create menu when `creates`. */
export interface WebCommand {
    readonly id: string;
    /** Message key, a verb */
    readonly title: string;
    readonly icon: Icon;
    readonly order: number;
    readonly creates?: boolean;
    readonly permission?: Permission;
    readonly feature?: Feature;
    run(services: WebServices): void | Promise<void>;
}
/** A line of the `?` dialog. */
export interface WebShortcut {
    /** Key caps, e.g. `['Ctrl', 'Enter']` */
    readonly keys: readonly string[];
    /** Message key */
    readonly title: string;
}
/** One filling of somebody's slot; made with `fill`. */
export interface SlotFilling {
    readonly slot: Slot;
    readonly item: unknown;
    readonly order: number;
}
export declare const fill: <Item>(slot: Slot<Item>, item: Item, order?: number) => SlotFilling;
/** Everything a plugin contributes to the browser. All but `start` and the loaders is data. */
export interface WebPlugin {
    /** The same as in `definePlugin` */
    readonly id: string;
    readonly locales?: Readonly<Record<Locale, MessageLoader>>;
    readonly pages?: readonly WebPage[];
    readonly navigation?: readonly WebNavigation[];
    readonly cards?: readonly WebCard[];
    readonly commands?: readonly WebCommand[];
    readonly shortcuts?: readonly WebShortcut[];
    readonly slots?: readonly SlotFilling[];
    /** Runs after sign-in, before the first page, and again when the module was switched off and on; returns what ends it. */
    start?(services: WebServices): void | (() => void);
}
/** Declares a plugin's web part: the default export of `src/web/index.ts`. */
export declare const defineWebPlugin: (plugin: WebPlugin) => WebPlugin;

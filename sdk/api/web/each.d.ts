import { type DirectiveResult } from 'lit/directive.js';
/**
 * A list whose items keep their elements as it changes: an item is known by its key, which must be unique. As `repeat` of Lit,
 * which leaves nodes behind; a list that changes often, or scrolls, becomes slow with it.
 */
export declare const each: <Item>(items: Iterable<Item>, keyOf: (item: Item, index: number) => unknown, draw: (item: Item, index: number) => unknown) => DirectiveResult;

import type { CSSResult } from 'lit';
/**
 * The shared parts (`ln-button`, `ln-row`, `ln-avatar`, …), one sheet of each for all elements of the page:
 * `static override styles = [partsStyles, styles]`.
 */
export declare const partsStyles: CSSResult[];
/** Gives the document the tokens and the reset. The shell calls it once, before anything is drawn. */
export declare function adoptDocumentStyles(target: Document): void;

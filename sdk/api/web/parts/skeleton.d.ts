import { type TemplateResult } from 'lit';
/** Lines in the place of a text that is on its way; widths vary as lines do. */
export declare const skeletonLines: (lines: number) => TemplateResult;
/** Rows with a circle, in the place of a list of people or conversations. Put them into a box with `aria-busy="true"`. */
export declare const skeletonRows: (rows: number) => TemplateResult;

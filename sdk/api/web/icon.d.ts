import { type SVGTemplateResult, type TemplateResult } from 'lit';
/** The lines of an icon on a 24 × 24 grid: one of `@liaison/sdk/icons`, or an own function with a Lit `svg` template. */
export type Icon = () => SVGTemplateResult;
/** Draws an icon in the text's colour. It says nothing to screen readers: the button or the word beside it does. */
export declare const icon: (lines: Icon, size?: 12 | 14 | 16 | 20 | 24) => TemplateResult;

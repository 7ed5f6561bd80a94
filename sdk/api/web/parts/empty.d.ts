import { type TemplateResult } from 'lit';
import { type Icon } from '../icon.ts';
/** An empty list: says what goes here and offers the first step. */
export declare const empty: (options: {
    icon: Icon;
    title: string;
    text?: string;
    action?: TemplateResult;
}) => TemplateResult;

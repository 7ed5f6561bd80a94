import { type TemplateResult } from 'lit';
import type { PersonSummary } from '../../contract/shapes.ts';
import type { LocalizeController } from '../controllers.ts';
type Words = Pick<LocalizeController, 'text'>;
/** Avatar's companion: name, department or company, and 外部 for outside people. */
export declare const personName: (person: Pick<PersonSummary, 'name' | 'kind' | 'affiliation'>, words: Words) => TemplateResult;
/** ↗ 外部 */
export declare const externalBadge: (words: Words) => TemplateResult;
export {};

import type { LocalizedText } from './text.ts';
/** A part of a module that a company may open later than the rest, or to some people only. It is on until a roll-out says otherwise. */
export interface Feature {
    /** `plugin.feature`, unique in the platform */
    readonly key: string;
    readonly title: LocalizedText;
    /** What it does, for whoever decides about its roll-out */
    readonly summary?: LocalizedText;
}
/**
 * Declares a feature flag. List it in `definePlugin({ features })`; operations name it with `feature`, pages and commands of the
 * web part, too.
 * @param key - `plugin.feature`
 */
export declare function defineFeature(key: string, declared: Omit<Feature, 'key'>): Feature;

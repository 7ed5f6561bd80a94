/** A short text in every language of the product. Longer texts live in a plugin's `locales/`. */
export interface LocalizedText {
    readonly 'zh-CN': string;
    readonly en: string;
}
export declare const locales: readonly ['zh-CN', 'en'];
export type Locale = (typeof locales)[number];

/** A short text in every language of the product. Longer texts live in a plugin's `locales/`. */
export interface LocalizedText {
  readonly 'zh-CN': string
  readonly en: string
}

export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]

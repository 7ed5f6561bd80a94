import { type Locale, locales } from '@liaison/sdk'
import type { ConsentText, ConsentWords } from '@liaison/sdk/platform'

/** A version that is being written, in both languages. */
export interface Draft {
  readonly words: Record<Locale, ConsentWords>
  readonly note: Record<Locale, string>
  readonly required: boolean
}

/** Begins with what is in force: most versions change a little. */
export const draftOf = ({ words, required }: ConsentText): Draft => ({ words, note: { 'zh-CN': '', en: '' }, required })

/** The first language in which something is empty; undefined: it can be published. */
export const missingIn = ({ words, note }: Draft): Locale | undefined =>
  locales.find((locale) => {
    const { uses, text } = words[locale]
    const cells = uses.flatMap(({ what, why, kept }) => [what, why, kept])
    return uses.length === 0 || [note[locale], text, ...cells].some((one) => one.trim() === '')
  })

import { IntlMessageFormat } from 'intl-messageformat'
import type { Problem, ProblemKind } from '../../contract/problem.ts'
import type { Locale, LocalizedText } from '../../contract/text.ts'
import { type Live, live } from '../live.ts'
import type { MessageLoader, Messages } from '../web-plugin.ts'
import { DateWords } from './date-words.ts'
import { knownProblems } from './known-problems.ts'

export type MessageValues = Readonly<Record<string, string | number | boolean | Date | null | undefined>>

/** Texts, dates and numbers in the language in force. Elements use it by a `LocalizeController`. */
export class Localizer {
  readonly #sources = new Map<string, Readonly<Record<Locale, MessageLoader>>>()
  readonly #problems = new Map<string, LocalizedText>()
  readonly #locale
  #messages = new Map<string, string>()
  #formats = new Map<string, IntlMessageFormat>()
  #dates: DateWords

  constructor(locale: Locale, now: () => Date = () => new Date()) {
    this.#locale = live(locale)
    this.#now = now
    this.#dates = new DateWords(locale, now)
    for (const [type, title] of knownProblems) this.#problems.set(type, title)
  }
  readonly #now: () => Date

  get locale(): Locale {
    return this.#locale.value
  }
  /** Changes once all texts of the new language are there. */
  get changes(): Live<Locale> {
    return this.#locale
  }
  /** `09:31`, 昨天, 11月12日; exact times; relative times. In the person's zone. */
  get dates(): DateWords {
    return this.#dates
  }

  /** Adds a plugin's texts and loads them in the present language. */
  async add(pluginId: string, loaders: Readonly<Record<Locale, MessageLoader>>): Promise<void> {
    this.#sources.set(pluginId, loaders)
    const locale = this.locale
    const { default: messages } = await loaders[locale]()
    // The language was changed meanwhile; what `use` loaded stays.
    if (locale === this.locale) this.#take(messages)
  }

  /** Switches the language without a reload: loads every plugin's texts, then tells the elements. */
  async use(locale: Locale): Promise<void> {
    const loaded = await Promise.all([...this.#sources.values()].map((loaders) => loaders[locale]()))
    this.#messages = new Map()
    this.#formats = new Map()
    this.#dates = new DateWords(locale, this.#now)
    for (const { default: messages } of loaded) this.#take(messages)
    this.#locale.set(locale)
  }

  /** A text by its key. A missing key shows as ⟦key⟧, so that it is seen. */
  text(key: string, values?: MessageValues): string {
    const message = this.#messages.get(key)
    if (message === undefined) return `⟦${key}⟧`
    if (values === undefined && !message.includes('{') && !message.includes("'")) return message
    let format = this.#formats.get(key)
    if (format === undefined) {
      format = new IntlMessageFormat(message, this.locale, undefined, { ignoreTag: true })
      this.#formats.set(key, format)
    }
    return String(format.format(values as Record<string, string>))
  }
  has(key: string): boolean {
    return this.#messages.has(key)
  }
  localized(text: LocalizedText): string {
    return text[this.locale]
  }
  number(value: number, options?: Intl.NumberFormatOptions): string {
    return cached(`${this.locale}${JSON.stringify(options)}`, () => new Intl.NumberFormat(this.locale, options)).format(value)
  }
  /** 甲、乙和丙 */
  list(items: readonly string[]): string {
    return cached(`list ${this.locale}`, () => new Intl.ListFormat(this.locale, { type: 'conjunction' })).format(items)
  }

  /** What went wrong, in a sentence: the title that its kind declares, else what the server said. */
  problem(problem: Problem): string {
    const title = this.#problems.get(problem.type)
    return title === undefined ? problem.message : this.localized(title)
  }
  /** Makes the titles of problem kinds known; the api client does it for what operations declare. */
  learn(kinds: readonly ProblemKind[]): void {
    for (const kind of kinds) this.#problems.set(kind.type, kind.title)
  }

  #take(messages: Messages) {
    for (const [key, message] of Object.entries(messages)) this.#messages.set(key, message)
  }
}

const formats = new Map<string, unknown>()
/** Intl objects are dear to make and live as long as the page. */
function cached<T>(key: string, make: () => T): T {
  if (!formats.has(key)) formats.set(key, make())
  return formats.get(key) as T
}

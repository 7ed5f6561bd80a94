import type { Problem, ProblemKind } from '../../contract/problem.ts';
import type { Locale, LocalizedText } from '../../contract/text.ts';
import { type Live } from '../live.ts';
import type { MessageLoader } from '../web-plugin.ts';
import { DateWords } from './date-words.ts';
export type MessageValues = Readonly<Record<string, string | number | boolean | Date | null | undefined>>;
/** Texts, dates and numbers in the language in force. Elements use it by a `LocalizeController`. */
export declare class Localizer {
    #private;
    constructor(locale: Locale, now?: () => Date);
    get locale(): Locale;
    /** Changes once all texts of the new language are there. */
    get changes(): Live<Locale>;
    /** `09:31`, 昨天, 11月12日; exact times; relative times. In the person's zone. */
    get dates(): DateWords;
    /** Adds a plugin's texts and loads them in the present language. */
    add(pluginId: string, loaders: Readonly<Record<Locale, MessageLoader>>): Promise<void>;
    /** Switches the language without a reload: loads every plugin's texts, then tells the elements. */
    use(locale: Locale): Promise<void>;
    /** A text by its key. A missing key shows as ⟦key⟧, so that it is seen. */
    text(key: string, values?: MessageValues): string;
    has(key: string): boolean;
    localized(text: LocalizedText): string;
    number(value: number, options?: Intl.NumberFormatOptions): string;
    /** 甲、乙和丙 */
    list(items: readonly string[]): string;
    /** What went wrong, in a sentence: the title that its kind declares, else what the server said. */
    problem(problem: Problem): string;
    /** Makes the titles of problem kinds known; the api client does it for what operations declare. */
    learn(kinds: readonly ProblemKind[]): void;
}

import { createToken } from '../contract/token.ts'
import type { Work } from './work.ts'

export interface Letter {
  /** One address */
  readonly to: string
  readonly subject: string
  /** Plain text, for every reader */
  readonly text: string
  /** The same as HTML; values in it have to be escaped by whoever writes it */
  readonly html?: string
}

export interface LetterOptions {
  /** The same key sends one letter, however often it is asked for; under it the letter can be taken back */
  readonly dedupe?: string
  /** Id of the person whom it is written to. Who is disabled by the time it would go gets nothing. */
  readonly actsFor?: string
}

/** Mail to people, sent by a job: it goes when the unit of work is stored, and is tried again while the mail server is away. */
export interface Mail {
  /** False without a mail server: show the person what he would have read. */
  readonly isConfigured: boolean
  /**
   * A letter says what its reader may know now: judge that before.
   * @throws Error when there is no mail server
   */
  send(work: Pick<Work, 'now' | 'newId'>, letter: Letter, options?: LetterOptions): Promise<void>
  /** A letter that has not gone stays here. Nothing happens where there is none of that key. */
  takeBack(work: Pick<Work, 'now' | 'newId'>, dedupe: string): Promise<void>
}
export const mail = createToken<Mail>('core.Mail')

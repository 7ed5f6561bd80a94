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

/** Mail to people, sent by a job: it goes when the unit of work is stored, and is tried again while the mail server is away. */
export interface Mail {
  /** False without a mail server: show the person what he would have read. */
  readonly isConfigured: boolean
  /**
   * @param options.dedupe - the same key sends one letter, however often it is asked for
   * @throws Error when there is no mail server
   */
  send(work: Pick<Work, 'now' | 'newId'>, letter: Letter, options?: { readonly dedupe?: string }): Promise<void>
}
export const mail = createToken<Mail>('core.Mail')

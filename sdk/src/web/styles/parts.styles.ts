import type { CSSResult } from 'lit'
import { avatarStyles } from './avatar.styles.ts'
import { baseStyles } from './base.styles.ts'
import { buttonStyles } from './button.styles.ts'
import { documentStyles } from './document.styles.ts'
import { fieldStyles } from './field.styles.ts'
import { floatingStyles } from './floating.styles.ts'
import { markStyles } from './mark.styles.ts'
import { paneStyles } from './pane.styles.ts'
import { phoneStyles } from './phone.styles.ts'
import { rowStyles } from './row.styles.ts'
import { tokensStyles } from './tokens.styles.ts'
import { waitingStyles } from './waiting.styles.ts'

/**
 * The shared parts (`ln-button`, `ln-row`, `ln-avatar`, …), one sheet of each for all elements of the page:
 * `static override styles = [partsStyles, styles]`.
 */
export const partsStyles: CSSResult[] = [
  baseStyles,
  buttonStyles,
  fieldStyles,
  avatarStyles,
  markStyles,
  floatingStyles,
  waitingStyles,
  rowStyles,
  paneStyles,
  phoneStyles,
]

/** Gives the document the tokens and the reset. The shell calls it once, before anything is drawn. */
export function adoptDocumentStyles(target: Document): void {
  const sheets = [tokensStyles, baseStyles, documentStyles].map((style) => style.styleSheet)
  target.adoptedStyleSheets = [...target.adoptedStyleSheets, ...sheets.filter((sheet) => sheet !== undefined)]
}

import { type BlockedContent, contentBlocked, type Problem } from '@liaison/sdk'
import type { LocalizeController } from '@liaison/sdk/web'

/** What a content rule said about a text; undefined for any other problem. */
export const blockedOf = ({ type, members }: Problem): BlockedContent | undefined =>
  type === contentBlocked.type ? (members as unknown as BlockedContent) : undefined

/** Which rule, at which words, and what its keepers say: `规则“报价”不允许“底价”。报价请走报价系统` */
export function blockedWords(words: LocalizeController, text: string, { rule, reason, from, to }: BlockedContent): string {
  const found = shortened(text.slice(from, to))
  const named = words.text(found.trim() === '' ? 'im.blocked' : 'im.blockedAt', { rule, found })
  return reason === null ? named : words.text('im.blockedWhy', { named, reason })
}

const shortened = (found: string): string => (found.length > 40 ? `${found.slice(0, 40)}…` : found)

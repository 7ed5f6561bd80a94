import type { LocalizeController } from '@liaison/sdk/web'
import type { Channel } from '../../contract.ts'
import { plainText } from '../conversation/message-text.ts'

/** What was said last in a conversation, on one line; what was recalled says so. @param me - id of the reader */
export function lastWords({ kind, lastMessage, lastSender }: Channel, me: string, words: LocalizeController): string {
  if (lastMessage === null) return words.text('im.noMessages')
  const isOwn = lastMessage.senderId === me
  const name = lastSender?.name ?? words.text('im.someone')
  if (lastMessage.recalledAt !== null) return isOwn ? words.text('im.recalledByMe') : words.text('im.recalled', { name })
  const text = plainText(lastMessage.text ?? '')
  return kind === 'direct' || isOwn ? text : words.text('im.said', { name, text })
}

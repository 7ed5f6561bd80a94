import { avatar, groupAvatar, icon } from '@liaison/sdk/web'
import { hash, users } from '@liaison/sdk/icons'
import { html, type TemplateResult } from 'lit'
import type { Channel } from '../contract.ts'

interface Words {
  text(key: string, values?: Record<string, string | number>): string
}

/** What a channel is called: its name, or the other person; a chat with oneself says so. */
export function titleOf(channel: Channel, me: string, words: Words): string {
  if (channel.kind !== 'direct') return channel.name ?? words.text('im.group')
  if (channel.person?.id === me) return words.text('im.self', { name: channel.person.name })
  return channel.person?.name ?? words.text('im.someone')
}

/** Whether the channel is to look external: to people inside, those from outside stand out; to an outside person all of it is ordinary. */
export const looksExternal = (channel: Channel, viewer: { readonly kind: 'internal' | 'external' }): boolean =>
  channel.external && viewer.kind === 'internal'

/** The circle of a direct chat, the square of a group or project. */
export function channelAvatar(channel: Channel, isExternal: boolean, isOnline?: boolean): TemplateResult {
  if (channel.kind === 'direct' && channel.person)
    return avatar(channel.person, isOnline === undefined ? {} : { presence: isOnline ? 'online' : 'offline' })
  const lines = channel.kind === 'project' ? hash : users
  if (channel.kind === 'direct') return groupAvatar('')
  return html`<span class=${isExternal ? 'ln-avatar is-group is-guest' : 'ln-avatar is-group'} aria-hidden="true">${icon(lines)}</span>`
}

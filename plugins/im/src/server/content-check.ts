import type { ContentFlag, ContentGuard, People } from '@liaison/sdk/server'
import type { OutgoingMessage } from '../hooks.ts'
import { ChannelEntity } from './channel-entity.ts'
import type { ImWork } from './im-work.ts'

/** What the company's content rules are asked with. */
export interface ContentChecks {
  readonly guard: ContentGuard
  readonly people: People
}
export type Flag = ContentFlag | undefined

/**
 * Asks the content rules about a message; at once, without a promise, when they have nothing to say.
 * @param messageId - of one that is changed
 * @throws contentBlocked (422)
 */
export function checkMessage(
  { guard, people }: ContentChecks,
  work: ImWork,
  { text, channelId }: OutgoingMessage,
  messageId?: string,
): Flag | Promise<Flag> {
  return guard.check(work, {
    kind: 'im.message',
    text,
    place: messageId === undefined ? { type: 'im.channel', id: channelId } : { type: 'im.message', id: messageId },
    outside: () => hasOutsiders(people, work, channelId),
  })
}

interface Named {
  readonly name?: string | null | undefined
  readonly topic?: string | null | undefined
}

/** Asks about a channel's name and what it is for. @returns what to tell once it is stored. @throws contentBlocked (422) */
export async function checkNames(
  { guard }: ContentChecks,
  work: ImWork,
  named: Named,
  about: { readonly channelId?: string; outside(): boolean | Promise<boolean> },
): Promise<(channelId: string) => void> {
  const { channelId, outside } = about
  const flags: Flag[] = []
  for (const member of ['name', 'topic'] as const) {
    const text = named[member]
    if (typeof text !== 'string') continue
    const place = channelId === undefined ? {} : { place: { type: 'im.channel', id: channelId } }
    flags.push(await guard.check(work, { kind: `im.channel-${member}`, text, pointer: `/body/${member}`, outside, ...place }))
  }
  return (id) => {
    for (const flag of flags) flag?.stored({ type: 'im.channel', id })
  }
}

/** Whether somebody from outside the company reads a channel now. */
export async function hasOutsiders(people: People, work: ImWork, channelId: string): Promise<boolean> {
  return areOutside(people, await work.rows.members(ChannelEntity, channelId))
}
export const areOutside = (people: People, personIds: Iterable<string>): boolean =>
  people.named(personIds).some(({ kind }) => kind === 'external')

import { forbidden, notFound, type PersonSummary } from '@liaison/sdk'
import type { People, Row } from '@liaison/sdk/server'
import {
  channelChanged,
  channelFull,
  directIsFixed,
  imManage,
  maxMembers,
  memberAdded,
  memberRemoved,
  outsideProject,
  type SystemNote,
} from '../contract.ts'
import { ChannelEntity } from './channel-entity.ts'
import type { ImWork } from './im-work.ts'
import { MemberEntity } from './member-entity.ts'
import { MessageEntity } from './message-entity.ts'

export type ChannelRow = Row<typeof ChannelEntity>
export type MemberRow = Row<typeof MemberEntity>

/** Tells the devices of one person that his channels changed. */
export function tellPerson(
  { publish }: Pick<ImWork, 'publish'>,
  personId: string,
  channelId: string,
  what: 'added' | 'removed' | 'muted',
): void {
  publish(`person:${personId}`, channelChanged, { channelId, what })
}

/** What a change of members is made with: a work, or its rows outside the scope where the platform itself makes it. */
export type Means = Pick<ImWork, 'rows' | 'publish' | 'emit' | 'newId'>

/** A line between the messages that says what happened to the channel, and by whom. */
export async function note({ rows, newId }: Means, channelId: string, byId: string, system: SystemNote): Promise<void> {
  await rows.log(MessageEntity).append({
    channelId,
    kind: 'system',
    senderId: byId,
    clientId: newId(),
    text: null,
    targetId: null,
    replyToId: null,
    threadId: null,
    mentioned: null,
    fileIds: null,
    note: system,
    editedAt: null,
    recalledAt: null,
  })
}

export async function memberOf(work: ImWork, channelId: string, personId: string): Promise<MemberRow | undefined> {
  const { items } = await work.rows.of(MemberEntity).list({ where: { channelId, personId }, limit: 1 })
  return items[0]
}

/** Whether the actor, a member, owns the channel or holds `im.manage`. */
export async function mayManage(work: ImWork, channelId: string): Promise<boolean> {
  return work.actor.may(imManage) || (await memberOf(work, channelId, work.actor.id))?.role === 'owner'
}
/** @throws forbidden (403) */
export async function mustManage(work: ImWork, channelId: string): Promise<void> {
  if (!(await mayManage(work, channelId))) throw forbidden()
}

/**
 * Whether somebody may be brought into a channel.
 * @throws notFound (404) for an unknown channel or person, directIsFixed and channelFull (409), forbidden (403) to outside people,
 *   outsideProject (400) for an outside person who is not in the channel's project
 */
export async function judgeNewMember(work: ImWork, people: People, channelId: string, personId: string): Promise<PersonSummary> {
  const channel = await work.rows.of(ChannelEntity).get(channelId)
  if (work.actor.external) throw forbidden()
  const person = people.find(personId)
  if (person === undefined || person.disabled) throw notFound()
  if (channel.kind === 'direct') throw directIsFixed()
  if (channel.projectId !== null && person.kind === 'external' && !people.ofProject(channel.projectId).has(personId))
    throw outsideProject({ errors: [{ pointer: '/params/personId', message: outsideProject.title.en }] })
  const members = await work.rows.members(ChannelEntity, channelId)
  if (members.size >= maxMembers && !members.has(personId)) throw channelFull()
  return person
}

/** Adds a member, who begins with nothing unread; somebody who is one already stays as he is. */
export async function addMember(work: ImWork, channelId: string, person: PersonSummary): Promise<MemberRow> {
  const known = await memberOf(work, channelId, person.id)
  if (known) return known
  const channel = await work.rows.of(ChannelEntity).get(channelId)
  const member = await work.rows.of(MemberEntity).create({
    channelId,
    personId: person.id,
    role: 'member',
    until: null,
    readSeq: channel.lastSeq,
    readNo: channel.lastNo,
    readAt: null,
    muted: false,
  })
  if (person.kind === 'external' && !channel.external) await work.rows.of(ChannelEntity).change(channelId, { external: true })
  await note(work, channelId, work.actor.id, { what: 'joined', personIds: [person.id], name: null })
  tellPerson(work, person.id, channelId, 'added')
  work.emit(memberAdded, { channelId, personId: person.id, byId: work.actor.id }, channelId)
  return member
}

/**
 * Ends a membership: one's own, or another's by who manages the channel.
 * @throws notFound (404), directIsFixed (409), forbidden (403)
 */
export async function removeMember(work: ImWork, people: People, channelId: string, personId: string): Promise<void> {
  const channel = await work.rows.of(ChannelEntity).get(channelId)
  const member = await memberOf(work, channelId, personId)
  if (!member) throw notFound()
  if (channel.kind === 'direct') throw directIsFixed()
  const leaves = personId === work.actor.id
  if (!leaves) await mustManage(work, channelId)
  await endMembership(work, people, { channel, member, byId: work.actor.id })
}

/** The membership's end itself, also when it follows from something else. An owner who goes hands the channel to the eldest member. */
export async function endMembership(
  means: Means,
  people: People,
  { channel, member, byId }: { channel: ChannelRow; member: MemberRow; byId: string },
): Promise<void> {
  const members = means.rows.of(MemberEntity)
  const what = byId === member.personId ? 'left' : 'removed'
  await note(means, channel.id, byId, { what, personIds: [member.personId], name: null })

  const others: MemberRow[] = []
  for await (const other of members.each({ channelId: channel.id })) if (other.id !== member.id) others.push(other)
  const heir = others.toSorted((one, other) => one.createdAt.getTime() - other.createdAt.getTime())[0]
  if (member.role === 'owner' && heir) await members.change(heir.id, { role: 'owner' })
  const external = others.some((other) => people.find(other.personId)?.kind === 'external')
  if (external !== channel.external) await means.rows.of(ChannelEntity).change(channel.id, { external })

  await members.remove(member.id)
  tellPerson(means, member.personId, channel.id, 'removed')
  means.emit(memberRemoved, { channelId: channel.id, personId: member.personId, byId }, channel.id)
}

/** An outside person left a project: what he saw through its channels ends. Inside people stay where they are. */
export async function endThroughProject(means: Means, people: People, projectId: string, personId: string): Promise<void> {
  // told late, he may have come back meanwhile
  if (people.find(personId)?.kind !== 'external' || people.ofProject(projectId).has(personId)) return
  for await (const channel of means.rows.of(ChannelEntity).each({ projectId })) {
    const { items } = await means.rows.of(MemberEntity).list({ where: { channelId: channel.id, personId }, limit: 1 })
    if (items[0]) await endMembership(means, people, { channel, member: items[0], byId: personId })
  }
}

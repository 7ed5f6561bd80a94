import { invalidInput } from '@liaison/sdk'
import { type Answer, answer, type People } from '@liaison/sdk/server'
import { type Channel, channelCreated, type ChannelKind, outsideProject } from '../contract.ts'
import type { NewChannel } from '../hooks.ts'
import { ChannelEntity, directKeyOf } from './channel-entity.ts'
import { channelView, type ViewSources } from './channel-views.ts'
import { companions } from './companions.ts'
import type { ImWork } from './im-work.ts'
import { MemberEntity } from './member-entity.ts'
import { tellPerson } from './member-changes.ts'

interface Wish {
  readonly kind: ChannelKind
  readonly name?: string
  readonly topic?: string
  readonly memberIds: readonly string[]
  readonly projectId?: string
}

/** How many names an unnamed group is called after */
const namesInName = 4

/**
 * What is to be made, checked against who exists and who may be brought together.
 * @throws invalidInput (400) at the member or project that does not fit
 */
export async function draftChannel(work: ImWork, people: People, wish: Wish): Promise<NewChannel> {
  const projectId = projectOf(work, people, wish)
  const memberIds = [...new Set([...wish.memberIds, work.actor.id])]
  const members = await companions(work, people, memberIds)
  if (wish.kind === 'direct' && (memberIds.length > 2 || wish.name !== undefined || wish.topic !== undefined))
    throw invalidInput({ errors: [{ pointer: '/body', message: 'a direct chat has one other member and no name' }] })
  if (projectId !== null) {
    const stranger = members.findIndex(({ id, kind }) => kind === 'external' && !people.ofProject(projectId).has(id))
    if (stranger !== -1) throw outsideProject({ errors: [{ pointer: `/body/memberIds/${stranger}`, message: outsideProject.title.en }] })
  }
  const named = members.filter(({ id }) => id !== work.actor.id).slice(0, namesInName)
  const name = wish.kind === 'direct' ? null : (wish.name ?? named.map((person) => person.name).join('、'))
  return { kind: wish.kind, name, topic: wish.topic ?? null, projectId, createdById: work.actor.id, memberIds }
}

function projectOf(work: ImWork, people: People, { kind, projectId }: Wish): string | null {
  if (kind === 'project' && projectId !== undefined && people.ofProject(projectId).has(work.actor.id)) return projectId
  if (kind !== 'project' && projectId === undefined) return null
  throw invalidInput({
    errors: [{ pointer: '/body/projectId', message: kind === 'project' ? 'must be one of your projects' : 'belongs to a project channel' }],
  })
}

/** Makes the channel and its members; a direct chat that exists is answered as it is, with 200. */
export async function createChannel(work: ImWork, sources: ViewSources, draft: NewChannel): Promise<Channel | Answer<Channel>> {
  const directKey =
    draft.kind === 'direct' ? directKeyOf(work.actor.id, draft.memberIds.find((id) => id !== work.actor.id) ?? work.actor.id) : null
  if (directKey !== null) {
    const { items } = await work.rows.of(ChannelEntity).list({ where: { directKey }, limit: 1 })
    const known = items[0] && (await channelView(work, sources, items[0].id))
    if (known) return answer(known, { status: 200 })
  }
  // the owner first: members are shown in the order in which they came
  const memberIds = [...new Set([work.actor.id, ...draft.memberIds])]
  const channel = await work.rows.of(ChannelEntity).create({
    kind: draft.kind,
    name: draft.name === '' ? null : draft.name,
    topic: draft.topic,
    projectId: draft.projectId,
    directKey,
    external: memberIds.some((id) => sources.people.find(id)?.kind === 'external'),
    createdById: work.actor.id,
    lastSeq: 0,
    lastNo: 0,
    lastAt: work.now,
  })
  const members = work.rows.of(MemberEntity)
  for (const personId of memberIds) {
    const role = personId === work.actor.id ? 'owner' : 'member'
    await members.create({ channelId: channel.id, personId, role, until: null, readSeq: 0, readNo: 0, readAt: null, muted: false })
    tellPerson(work, personId, channel.id, 'added')
  }
  work.emit(channelCreated, { channelId: channel.id, memberIds, byId: work.actor.id }, channel.id)
  return (await channelView(work, sources, channel.id))!
}

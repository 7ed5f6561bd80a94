import { notFound } from '@liaison/sdk'
import { type Binding, bind, type People, type Presence } from '@liaison/sdk/server'
import * as contract from '../contract.ts'
import { channelCreating, memberAdding } from '../hooks.ts'
import { ChannelEntity } from './channel-entity.ts'
import { areOutside, checkNames, type ContentChecks, hasOutsiders } from './content-check.ts'
import { createChannel, draftChannel } from './channel-creation.ts'
import { channelView, channelViews, type ViewSources } from './channel-views.ts'
import type { Fire, ImWork } from './im-work.ts'
import { addMember, judgeNewMember, type MemberRow, memberOf, mustManage, note, removeMember, tellPerson } from './member-changes.ts'
import { MemberEntity } from './member-entity.ts'

export interface ChannelServices extends ViewSources, ContentChecks {
  readonly fire: Fire
}

/** Operations on conversations and their members. */
export function bindChannels(services: ChannelServices): readonly Binding[] {
  const { people, fire, presence } = services
  return [
    bind(contract.listChannels, (work: ImWork, { query }) => channelViews(work, services, query)),
    bind(contract.getChannel, (work: ImWork, { params }) => viewOf(work, services, params.channelId)),
    bind(contract.createChannel, {
      prepare: async (work: ImWork, { body }) => {
        const draft = await fire(channelCreating, await draftChannel(work, people, body))
        // an unnamed group is called after its people
        const named = { name: body.name === undefined ? null : draft.name, topic: draft.topic }
        return { draft, noteStored: await checkNames(services, work, named, { outside: () => areOutside(people, draft.memberIds) }) }
      },
      write: async (work, { ready: { draft, noteStored } }) => {
        const created = await createChannel(work, services, draft)
        work.afterCommit(() => noteStored('body' in created ? created.body.id : created.id))
        return created
      },
    }),
    bind(contract.changeChannel, {
      prepare: async (work: ImWork, { params: { channelId }, body }) => {
        await work.rows.of(ChannelEntity).get(channelId)
        return checkNames(services, work, body, { channelId, outside: () => hasOutsiders(people, work, channelId) })
      },
      write: (work, { params: { channelId }, body, expectedVersion, ready: noteStored }) => {
        work.afterCommit(() => noteStored(channelId))
        return changeChannel(work, services, channelId, body, expectedVersion)
      },
    }),
    bind(contract.muteChannel, async (work: ImWork, { params, body }) => {
      const own = await memberOf(work, params.channelId, work.actor.id)
      if (!own) throw notFound()
      await work.rows.of(MemberEntity).change(own.id, { muted: body.muted })
      tellPerson(work, work.actor.id, params.channelId, 'muted')
    }),
    bind(contract.listMembers, async (work: ImWork, { params, query }) => {
      await work.rows.of(ChannelEntity).get(params.channelId)
      const page = await work.rows.of(MemberEntity).list({ ...query, where: { channelId: params.channelId }, order: { by: 'createdAt' } })
      return { ...page, items: page.items.flatMap((row) => memberView(people, presence, row) ?? []) }
    }),
    bind(contract.addMember, {
      prepare: async (work: ImWork, { params }) => {
        const person = await judgeNewMember(work, people, params.channelId, params.personId)
        await fire(memberAdding, { ...params, byId: work.actor.id })
        return person
      },
      write: async (work, { params, ready }) => memberView(people, presence, await addMember(work, params.channelId, ready))!,
    }),
    bind(contract.removeMember, (work: ImWork, { params }) => removeMember(work, people, params.channelId, params.personId)),
  ]
}

async function viewOf(work: ImWork, sources: ViewSources, channelId: string): Promise<contract.Channel> {
  const view = await channelView(work, sources, channelId)
  if (!view) throw notFound()
  return view
}

async function changeChannel(
  work: ImWork,
  sources: ViewSources,
  channelId: string,
  change: { name?: string; topic?: string | null },
  version: number | undefined,
): Promise<contract.Channel> {
  const channel = await work.rows.of(ChannelEntity).get(channelId)
  if (channel.kind === 'direct') throw contract.directIsFixed()
  await mustManage(work, channelId)
  await work.rows.of(ChannelEntity).change(channelId, change, { version })
  if (change.name !== undefined && change.name !== channel.name)
    await note(work, channelId, work.actor.id, { what: 'renamed', personIds: [], name: change.name })
  if (change.topic !== undefined && change.topic !== channel.topic)
    await note(work, channelId, work.actor.id, { what: 'described', personIds: [], name: change.topic })
  return viewOf(work, sources, channelId)
}

function memberView(people: People, presence: Presence, row: MemberRow): contract.Member | undefined {
  const person = people.find(row.personId)
  return (
    person && {
      person,
      role: row.role,
      online: presence.isOnline(row.personId),
      readSeq: row.readSeq,
      joinedAt: row.createdAt.toISOString(),
    }
  )
}

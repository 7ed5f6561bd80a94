import type { Belongings, People, Row } from '@liaison/sdk/server'
import { memberAdded } from '../contract.ts'
import { ChannelEntity } from './channel-entity.ts'
import type { ImEntity } from './im-work.ts'
import { type Means, note, tellPerson } from './member-changes.ts'
import { MemberEntity } from './member-entity.ts'
import { ownData } from './own-data.ts'

type MemberRow = Row<typeof MemberEntity>

/** What is a person's in conversations: those that he owns, and what he wrote. */
export const imBelongings = (people: People): Belongings<ImEntity> => ({
  ...{ plugin: 'im', reason: 'leaving' },
  personalData: ({ rows }, personId) => ownData(rows, personId),
  handOver: {
    title: { 'zh-CN': '管理的会话', en: 'Conversations owned' },
    count: ({ rows }, personId) => rows.of(MemberEntity).count({ personId, role: 'owner' }),
    give: (work, personId, successorId) => giveOwned(work, people, personId, successorId),
  },
})

/**
 * Makes somebody inside the company the owner of everything that another one owned, and a member where he was none.
 * @returns how many conversations that were
 */
async function giveOwned(means: Means, people: People, leaverId: string, successorId: string): Promise<number> {
  const owned: MemberRow[] = []
  for await (const member of means.rows.of(MemberEntity).each({ personId: leaverId, role: 'owner' })) owned.push(member)
  for (const member of owned) {
    await makeOwner(means, people, member, successorId)
    await means.rows.of(MemberEntity).change(member.id, { role: 'member' })
  }
  return owned.length
}

async function makeOwner(means: Means, people: People, { channelId, personId: leaverId }: MemberRow, successorId: string): Promise<void> {
  const members = means.rows.of(MemberEntity)
  const { items } = await members.list({ where: { channelId, personId: successorId }, limit: 1 })
  if (items[0] !== undefined) return void (await members.change(items[0].id, { role: 'owner', until: null }))
  const channel = await means.rows.of(ChannelEntity).get(channelId)
  const place = { readSeq: channel.lastSeq, readNo: channel.lastNo, readAt: null }
  await members.create({ channelId, personId: successorId, role: 'owner', until: null, muted: false, ...place })
  await note(means, channelId, leaverId, { what: 'joined', personIds: [successorId], name: null })
  if (people.find(successorId) !== undefined) tellPerson(means, successorId, channelId, 'added')
  means.emit(memberAdded, { channelId, personId: successorId, byId: leaverId }, channelId)
}

import type { People, Work } from '@liaison/sdk/server'
import { KudosEntity } from './kudos-entity.ts'
import { isColleague } from './kudos-service.ts'

/** What a message says when it is meant for the wall, too: `#夸夸` or `#kudos`, and one colleague mentioned. */
const sign = /(?:^|\s)#(?:夸夸|kudos)(?=\s|$)/iu
const mention = /@\S+/gu
const longest = 500

export interface SaidInChat {
  readonly senderId: string
  readonly text: string | null
  readonly mentions: readonly string[]
}
export interface Praise {
  readonly fromId: string
  readonly toId: string
  readonly words: string
}

/** The praise in a message; undefined for every other message. */
export function praiseIn({ senderId, text, mentions }: SaidInChat, people: People): Praise | undefined {
  const toId = mentions[0]
  if (text === null || toId === undefined || mentions.length > 1 || toId === senderId || !sign.test(text)) return undefined
  if (!isColleague(people.find(senderId)) || !isColleague(people.find(toId))) return undefined
  const words = text.replace(sign, ' ').replace(mention, ' ').trim()
  return words === '' || words.length > longest ? undefined : { fromId: senderId, toId, words }
}

/** Puts it on the wall in the sender's name. */
export async function hang(work: Work<typeof KudosEntity>, people: People, praise: Praise): Promise<void> {
  await work.rows.of(KudosEntity).create({ ...praise, departmentId: people.departmentsOf(praise.toId)[0] ?? null })
}

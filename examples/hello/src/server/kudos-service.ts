import type { Page, PersonSummary } from '@liaison/sdk'
import type { People, Row, Work } from '@liaison/sdk/server'
import { type Kudos, notForOneself, notOneOfUs } from '../contract.ts'
import { KudosEntity } from './kudos-entity.ts'

type KudosWork = Work<typeof KudosEntity>

/** The newest first, as far as the caller's scope reaches. */
export async function listKudos(work: KudosWork, people: People, page: { limit?: number; cursor?: string }): Promise<Page<Kudos>> {
  const { items, next } = await work.rows.of(KudosEntity).list({ order: { by: 'createdAt', descending: true }, ...page })
  return { items: items.map((row) => asKudos(row, people)), next }
}

/** @throws notForOneself (409), notOneOfUs (409) when the receiver is unknown, from outside or no longer here */
export async function giveKudos(work: KudosWork, people: People, given: { toId: string; words: string }): Promise<Kudos> {
  if (given.toId === work.actor.id) throw notForOneself()
  if (!isColleague(people.find(given.toId))) throw notOneOfUs({ toId: given.toId })
  const departmentId = people.departmentsOf(given.toId)[0] ?? null
  return asKudos(await work.rows.of(KudosEntity).create({ ...given, fromId: work.actor.id, departmentId }), people)
}

/** @throws notFound (404), forbidden (403) when it is somebody else's */
export async function takeDownKudos(work: KudosWork, kudosId: string): Promise<void> {
  await work.rows.of(KudosEntity).remove(kudosId)
}

export const isColleague = (person: PersonSummary | undefined): person is PersonSummary => person?.kind === 'internal' && !person.disabled

function asKudos(row: Row<typeof KudosEntity>, people: People): Kudos {
  const [from, to] = [row.fromId, row.toId].map((id) => people.find(id))
  // The directory never forgets a person: he is disabled.
  if (from === undefined || to === undefined) throw new Error(`kudos ${row.id} names somebody who never was`)
  return { id: row.id, from, to, words: row.words, createdAt: row.createdAt.toISOString() }
}

import { notFound } from '@liaison/sdk'
import { type Belonging, getPerson, personDisabled, successorUnfit } from '@liaison/sdk/platform'
import type { Work } from '@liaison/sdk/server'
import { PersonEntity } from '../directory/directory-entities.ts'
import type { PersonFacts } from '../directory/directory-memory.ts'
import { managedBy, refuseForeignPerson, refuseSharedPerson } from '../directory/managed-departments.ts'
import type { PeopleRooms } from '../directory/person-service.ts'
import { refuseLastAdministrator, refuseTakeover } from '../directory/rights.ts'
import type { Dispatcher } from '../http/dispatcher.ts'
import type { Kernel } from '../kernel/kernel.ts'
import { oneAtATime } from '../rooms/one-at-a-time.ts'
import { unitOf } from '../rooms/unit-of.ts'
import { unitRows } from '../rooms/unit-rows.ts'
import type { AllBelongings } from './all-belongings.ts'
import { coreBelongings } from './core-belongings.ts'

export interface HandOverRooms extends PeopleRooms {
  readonly kernel: Kernel
  readonly dispatcher: Pick<Dispatcher, 'joined'>
  readonly belongings: AllBelongings
}
export type HandOverWork = Work

/** @throws notFound (404), forbidden (403) */
export async function listBelongings(work: HandOverWork, rooms: HandOverRooms, personId: string): Promise<Belonging[]> {
  const person = await seenPerson(work, rooms, personId)
  refuseForeignPerson(await managedBy(rooms, work.actor), person.departmentIds)
  const items: Belonging[] = []
  for (const { kind, title, count } of coreBelongings) items.push(belonging(kind, title, await count(rooms, personId, rooms.db.read)))
  for (const { plugin, title, count, own } of declared(work, rooms)) items.push(belonging(plugin, title, await count(own, personId)))
  return items
}

/** @throws notFound (404), forbidden (403), successorUnfit (400), lastAdministrator (409); nothing is given then */
export async function handOver(
  work: HandOverWork,
  rooms: HandOverRooms,
  personId: string,
  { successorId, disable = false }: { successorId: string; disable?: boolean },
): Promise<Belonging[]> {
  await refuse(work, rooms, personId, successorId)
  await oneAtATime(work, rooms.db, 'hand-over')
  const given: Belonging[] = []
  for (const { kind, title, count, give } of coreBelongings) {
    const had = await count(rooms, personId, unitOf(work).run)
    if (had > 0) await give(work, rooms, personId, successorId)
    given.push(belonging(kind, title, had))
  }
  for (const { plugin, title, give, own } of declared(work, rooms))
    given.push(belonging(plugin, title, await give(own, personId, successorId)))
  if (disable) await disablePerson(work, rooms, personId)
  const counts = Object.fromEntries(given.map(({ kind, count }) => [kind, count]))
  const detail = { successorId, given: counts, ...(work.origin !== undefined && { address: work.origin.address }) }
  unitOf(work).audit({ actorId: work.actor.id, action: 'hand-over.give:given', kind: 'core_person', rowId: personId, detail })
  return given
}

/** Whom the actor does not see is missing, whether or not he exists. @throws notFound (404) */
async function seenPerson(work: HandOverWork, rooms: HandOverRooms, personId: string): Promise<PersonFacts> {
  await work.call(getPerson, { params: { id: personId } })
  const person = rooms.memory.factsOf(personId)
  if (person === undefined) throw notFound()
  return person
}

/** Whoever takes somebody's things over could have become him: only for those who hold no more than the actor. */
async function refuse(work: HandOverWork, rooms: HandOverRooms, personId: string, successorId: string): Promise<void> {
  const person = await seenPerson(work, rooms, personId)
  const managed = await managedBy(rooms, work.actor)
  refuseForeignPerson(managed, person.departmentIds)
  refuseSharedPerson(managed, person.departmentIds)
  await refuseTakeover(rooms, work.actor, personId)
  const successor = rooms.memory.factsOf(successorId)
  if (successor === undefined || successor.kind !== 'internal' || successor.disabled || successorId === personId) throw successorUnfit()
}

async function disablePerson(work: HandOverWork, rooms: HandOverRooms, personId: string): Promise<void> {
  const before = rooms.memory.factsOf(personId)
  if (before === undefined || before.disabled) return
  const after = { ...before, disabled: true }
  await refuseLastAdministrator(work, rooms, before, after)
  await unitRows(work).change(PersonEntity, { id: personId }, { disabled: true })
  unitOf(work).emit(personDisabled.name, personId, { personId })
  await rooms.accounts.endAll(work, personId)
  rooms.memory.announce(work, { person: after })
  rooms.access.changed(unitOf(work), personId)
}

/** What modules declare, each with a work of its own; a module that is switched off keeps its things until it is on. */
function declared(work: HandOverWork, { kernel, dispatcher, belongings }: HandOverRooms) {
  return belongings.all.flatMap(({ plugin, reason, handOver: declaration }) =>
    declaration === undefined || kernel.plugins.get(plugin)?.enabled !== true
      ? []
      : [{ plugin, ...declaration, own: dispatcher.joined(plugin, reason, work) }],
  )
}

const belonging = (kind: string, title: Belonging['title'], count: number): Belonging => ({ kind, title, count })

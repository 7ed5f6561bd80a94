import { importFaulty, type ImportOutcome, type ImportedPerson } from '@liaison/sdk/platform'
import { Turns } from '../../rooms/turns.ts'
import { unitOf } from '../../rooms/unit-of.ts'
import type { PersonFacts } from '../directory-memory.ts'
import { nameIndexOf } from '../name-index.ts'
import type { DirectoryWork, PeopleRooms } from '../person-service.ts'
import { type FirstPassword, firstPassword } from './first-password.ts'
import { type ImportPlan, planImport, type PlannedPerson } from './import-plan.ts'
import { storeImport } from './import-store.ts'
import { type GivenTable, readTable } from './import-table.ts'

export interface GivenImport extends GivenTable {
  readonly dryRun?: boolean
  readonly passwords?: boolean
}
/** What takes time, made before the unit, by account */
export interface ImportReady {
  readonly preview: ImportPlan | undefined
  readonly nameIndexes: ReadonlyMap<string, string>
  readonly passwords: ReadonlyMap<string, FirstPassword>
}
const mostFaults = 1_000

export async function prepareImport(work: DirectoryWork, rooms: PeopleRooms, given: GivenImport): Promise<ImportReady> {
  const nameIndexes = new Map<string, string>()
  const passwords = new Map<string, FirstPassword>()
  const plan = await planImport(work, rooms, given, rooms.db.read)
  if (given.dryRun === true || plan.faults.length > 0) return { preview: plan, nameIndexes, passwords }
  const turns = new Turns()
  for (const { cells } of readTable(given).lines) {
    await turns.rest()
    const known = rooms.memory.byAccount(cells.account)
    if (cells.name !== '' && known?.name !== cells.name) nameIndexes.set(cells.account, await nameIndexOf(cells.name, cells.account))
    if (known === undefined && given.passwords === true) passwords.set(cells.account, await firstPassword())
  }
  return { preview: undefined, nameIndexes, passwords }
}

/** @throws importFaulty (422); nothing is stored then */
export async function importPeople(
  work: DirectoryWork,
  rooms: PeopleRooms,
  given: GivenImport,
  ready: ImportReady,
): Promise<ImportOutcome> {
  const { preview } = ready
  if (preview !== undefined) {
    const faults = preview.faults.slice(0, mostFaults)
    if (given.dryRun !== true) throw importFaulty({ faults })
    return { applied: false, people: preview.people.map((planned) => told(planned, null, null)), faults }
  }
  const plan = await planImport(work, rooms, given, unitOf(work).run)
  if (plan.faults.length > 0) throw importFaulty({ faults: plan.faults.slice(0, mostFaults) })
  const people = await storeImport(work, plan, ready)
  const fresh = people.flatMap(({ id, account }) => {
    const made = ready.passwords.get(account)
    return made === undefined ? [] : [[id, made.passwordHash] as const]
  })
  if (fresh.length > 0) await rooms.accounts.setFirstPasswords(work, new Map(fresh))
  tell(work, rooms, people)
  return {
    applied: true,
    faults: [],
    people: plan.people.map((planned, at) => told(planned, people[at]!.id, ready.passwords.get(planned.fields.account)?.password ?? null)),
  }
}

const told = ({ line, stored, fields, changed }: PlannedPerson, personId: string | null, password: string | null): ImportedPerson => ({
  ...{ line, account: fields.account, name: fields.name ?? stored?.row.name ?? '', changed: [...changed] },
  act: stored === undefined ? 'create' : changed.length > 0 ? 'update' : 'keep',
  personId: personId ?? stored?.row.id ?? null,
  password: stored === undefined ? password : null,
})

function tell(work: DirectoryWork, { memory, access }: PeopleRooms, people: readonly PersonFacts[]): void {
  memory.announcePeople(work, people)
  access.changed(unitOf(work), '*')
}

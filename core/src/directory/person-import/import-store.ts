import type { AnyEntity } from '@liaison/sdk/server'
import { writeProblem } from '../../access/write-problems.ts'
import type { WriteUnit } from '../../data/database.ts'
import { chunks } from '../../rooms/chunks.ts'
import { Turns } from '../../rooms/turns.ts'
import { unitOf } from '../../rooms/unit-of.ts'
import { PersonDepartmentEntity, PersonEntity, PersonRoleEntity } from '../directory-entities.ts'
import type { PersonFacts } from '../directory-memory.ts'
import type { DirectoryWork } from '../person-service.ts'
import type { ImportPlan, PlannedPerson } from './import-plan.ts'

interface Made {
  readonly nameIndexes: ReadonlyMap<string, string>
}

/** People who are written together: few enough that the others have their turn soon, enough that a flush is worth it */
const together = 100

/**
 * Some people at a time: thousands, one by one, would take long, and all at once would let nobody else have a turn meanwhile.
 * @returns the people as they are now, in the order of the plan
 * @throws conflict (409) when somebody took an account meanwhile
 */
export async function storeImport(work: DirectoryWork, plan: ImportPlan, made: Made): Promise<readonly PersonFacts[]> {
  const turns = new Turns()
  const people: PersonFacts[] = []
  for (const some of chunks(plan.people, together)) {
    people.push(...(await storeSome(work, some, made)))
    await turns.rest()
  }
  return people
}

async function storeSome(work: DirectoryWork, some: readonly PlannedPerson[], made: Made): Promise<readonly PersonFacts[]> {
  const { em } = unitOf(work)
  const insert = (entity: AnyEntity, row: object): void =>
    void em.create(entity.schema, { id: work.newId(), ...row, createdAt: work.now, updatedAt: work.now } as never)
  try {
    const managed = await clear(em, some)
    // a row that goes and one that comes may be the same pair
    await em.flush()
    const people = some.map((planned) => {
      const facts = factsOf(planned, planned.stored?.row.id ?? work.newId())
      const nameIndex = made.nameIndexes.get(facts.account)
      if (planned.stored === undefined) insertPerson(insert, planned, facts, nameIndex)
      else if (planned.changed.length > 0)
        em.assign(managed.get(facts.id)!, {
          ...patchOf(planned),
          ...(nameIndex !== undefined && { nameIndex }),
          updatedAt: work.now,
        } as never)
      insertPlaces(insert, planned, facts.id)
      return facts
    })
    await em.flush()
    return people
  } catch (error) {
    throw writeProblem(error)
  } finally {
    em.clear()
  }
}

/** Takes departments and roles away where they change. @returns the rows of the people who change, by id */
async function clear(em: WriteUnit['em'], people: readonly PlannedPerson[]): Promise<ReadonlyMap<string, object>> {
  const managed = new Map<string, object>()
  const changing = people.filter(({ stored, changed }) => stored !== undefined && changed.length > 0)
  const find = (entity: AnyEntity, where: object) => em.find<object>(entity.schema, where as never)
  if (changing.length === 0) return managed
  const idsOf = (column?: 'departments' | 'roles') =>
    changing.filter(({ changed }) => column === undefined || changed.includes(column)).map(({ stored }) => stored!.row.id)
  for (const row of await find(PersonEntity, { id: idsOf() })) managed.set((row as { readonly id: string }).id, row)
  for (const row of await find(PersonDepartmentEntity, { personId: idsOf('departments') })) em.remove(row)
  for (const row of await find(PersonRoleEntity, { personId: idsOf('roles'), departmentId: null })) em.remove(row)
  return managed
}

type Insert = (entity: AnyEntity, row: object) => void

function insertPerson(
  insert: Insert,
  { fields: { title, email, phone } }: PlannedPerson,
  facts: PersonFacts,
  nameIndex: string | undefined,
): void {
  const { id, account, name, kind, organisationId, disabled, locale } = facts
  const contact = { title: title ?? null, email: email ?? null, phone: phone ?? null }
  insert(PersonEntity, { id, account, name, kind, organisationId, disabled, locale, nameIndex, ...contact })
}

function insertPlaces(insert: Insert, { stored, changed, departmentIds, roleIds }: PlannedPerson, personId: string): void {
  if (stored === undefined || changed.includes('departments'))
    for (const departmentId of departmentIds) insert(PersonDepartmentEntity, { personId, departmentId })
  if (stored === undefined || changed.includes('roles'))
    for (const roleId of roleIds) insert(PersonRoleEntity, { personId, roleId, departmentId: null })
}

const factsOf = ({ stored, fields, departmentIds, roleIds }: PlannedPerson, id: string): PersonFacts => ({
  ...{ id, account: fields.account, kind: fields.kind, departmentIds, roleIds },
  name: fields.name ?? stored?.row.name ?? '',
  organisationId: fields.organisationId ?? stored?.row.organisationId ?? null,
  locale: stored?.row.locale ?? 'zh-CN',
  disabled: stored?.row.disabled ?? false,
})

/** An empty cell leaves what is there. */
function patchOf({ fields: { name, title, email, phone, organisationId } }: PlannedPerson): object {
  return Object.fromEntries(Object.entries({ name, title, email, phone, organisationId }).filter(([, value]) => value !== undefined))
}

import type { Row } from '@liaison/sdk/server'
import type { Database, Executor } from '../../data/database.ts'
import { chunks } from '../../rooms/chunks.ts'
import { readRows } from '../../rooms/read-rows.ts'
import { PersonDepartmentEntity, PersonEntity, PersonRoleEntity } from '../directory-entities.ts'
import type { DirectoryWork } from '../person-service.ts'

/** Bound values in one statement: SQLite takes more, but no plan gains by it. */
const atOnce = 1_000

export interface StoredPerson {
  readonly row: Row<typeof PersonEntity>
  readonly departmentIds: readonly string[]
  readonly roleIds: readonly string[]
}

/** Whoever holds one of the accounts, by account. @param from - the unit's, where what is read is about to be changed */
export async function storedPeople(db: Database, accounts: readonly string[], from: Executor): Promise<ReadonlyMap<string, StoredPerson>> {
  const found = new Map<string, StoredPerson>()
  for (const some of chunks(accounts, atOnce)) {
    const rows = await readRows(db, PersonEntity, { account: some }, from)
    if (rows.length === 0) continue
    const personId = rows.map(({ id }) => id)
    const departments = Map.groupBy(await readRows(db, PersonDepartmentEntity, { personId }, from), (row) => row.personId)
    const roles = Map.groupBy(await readRows(db, PersonRoleEntity, { personId, departmentId: null }, from), (row) => row.personId)
    for (const row of rows) {
      const departmentIds = inOrder(departments.get(row.id)).map(({ departmentId }) => departmentId)
      found.set(row.account, { row, departmentIds, roleIds: inOrder(roles.get(row.id)).map(({ roleId }) => roleId) })
    }
  }
  return found
}

/** Which of them lie in the data scope of the operation's permission */
export async function withinScope(work: DirectoryWork, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const seen = new Set<string>()
  for (const some of chunks(ids, atOnce)) for await (const { id } of work.rows.of(PersonEntity).each({ id: some })) seen.add(id)
  return seen
}

const inOrder = <T extends { readonly id: string }>(rows: readonly T[] = []): readonly T[] =>
  rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))

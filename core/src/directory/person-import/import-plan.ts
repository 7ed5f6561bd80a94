import { isProblem } from '@liaison/sdk'
import { accessManage, type ImportColumn, importColumns, type ImportFault, roleBeyondOwn } from '@liaison/sdk/platform'
import type { Executor } from '../../data/database.ts'
import { readRows } from '../../rooms/read-rows.ts'
import { Turns } from '../../rooms/turns.ts'
import { OrganisationEntity } from '../directory-entities.ts'
import type { PersonFacts } from '../directory-memory.ts'
import { type ManagedDepartments, managedBy } from '../managed-departments.ts'
import type { DirectoryWork, PeopleRooms } from '../person-service.ts'
import { administers, refuseBeyondOwn, refuseTakeover } from '../rights.ts'
import { type Kind, type LineFields, readLine } from './import-line.ts'
import { DepartmentPaths, Names, parts } from './import-places.ts'
import { faultAt, type GivenTable, type NamedLine, readTable } from './import-table.ts'
import { type StoredPerson, storedPeople, withinScope } from './stored-people.ts'

/** What one line makes of somebody. */
export interface PlannedPerson {
  readonly line: number
  readonly stored: StoredPerson | undefined
  readonly fields: LineFields & { readonly kind: Kind; readonly organisationId: string | undefined }
  /** As they will be */
  readonly departmentIds: readonly string[]
  readonly roleIds: readonly string[]
  readonly changed: readonly ImportColumn[]
}
export interface ImportPlan {
  readonly people: readonly PlannedPerson[]
  readonly faults: readonly ImportFault[]
}

/**
 * Judges a table as if each line were entered by hand: the same cells are taken, and the same is refused.
 * @param from - the unit's executor, where the plan is about to be carried out
 */
export async function planImport(work: DirectoryWork, rooms: PeopleRooms, table: GivenTable, from: Executor): Promise<ImportPlan> {
  const { lines, faults: tableFaults } = readTable(table)
  const planner = await Planner.start(work, rooms, { lines, faults: [...tableFaults], from })
  const people: PlannedPerson[] = []
  const turns = new Turns()
  for (const line of lines) {
    people.push(await planner.plan(line))
    await turns.rest()
  }
  planner.refuseLastAdministrator(people)
  return { people, faults: planner.faults.toSorted((a, b) => a.line - b.line || placeOf(a) - placeOf(b)) }
}

const placeOf = ({ column }: ImportFault): number => (column === null ? -1 : importColumns.indexOf(column))

class Planner {
  readonly #work: DirectoryWork
  readonly #rooms: PeopleRooms
  readonly faults: ImportFault[]
  #stored: ReadonlyMap<string, StoredPerson> = new Map()
  /** Of those who are stored; undefined: all */
  #manageable: ReadonlySet<string> | undefined
  readonly #managed: ManagedDepartments
  readonly #departments: DepartmentPaths
  readonly #roles: Names<{ id: string; name: string; external: boolean }>
  #organisations = new Names<{ id: string; name: string }>([])
  readonly #lines = new Map<string, number>()
  readonly #mayGive = new Map<string, boolean>()

  static async start(
    work: DirectoryWork,
    rooms: PeopleRooms,
    { lines, faults, from }: { lines: readonly NamedLine[]; faults: ImportFault[]; from: Executor },
  ): Promise<Planner> {
    const planner = new Planner(work, rooms, faults, await managedBy(rooms, work.actor))
    const accounts = [...new Set(lines.map(({ cells }) => cells.account))]
    planner.#stored = await storedPeople(rooms.db, accounts, from)
    planner.#organisations = new Names(await readRows(rooms.db, OrganisationEntity, {}, from))
    if (planner.#managed.everywhere) return planner
    planner.#manageable = await withinScope(
      work,
      [...planner.#stored.values()].map(({ row }) => row.id),
    )
    return planner
  }

  private constructor(work: DirectoryWork, rooms: PeopleRooms, faults: ImportFault[], managed: ManagedDepartments) {
    this.#managed = managed
    this.#work = work
    this.#rooms = rooms
    this.faults = faults
    this.#departments = new DepartmentPaths(rooms.memory.departments())
    this.#roles = new Names(rooms.roles.all())
  }

  async plan(named: NamedLine): Promise<PlannedPerson> {
    const { line } = named
    const given = readLine(named, this.faults)
    const stored = this.#stored.get(given.account)
    this.#refuseAccount(line, given.account, stored)
    if (stored === undefined && given.name === undefined) this.faults.push(faultAt(line, 'name', 'required'))
    const kind = stored?.row.kind ?? given.kind ?? 'internal'
    if (given.kind !== undefined && given.kind !== kind) this.faults.push(faultAt(line, 'kind', 'kind-fixed', named.cells.kind))
    const fields = { ...given, kind, organisationId: this.#organisationId(named, kind) }
    const departmentIds = this.#departmentIds(named, stored)
    const roleIds = await this.#roleIds(named, kind, stored)
    await this.#refuseRedirection(named, stored, given.email)
    return {
      line,
      stored,
      fields,
      departmentIds,
      roleIds,
      changed: stored === undefined ? [] : changes(stored, fields, { departmentIds, roleIds }),
    }
  }

  refuseLastAdministrator(people: readonly PlannedPerson[]): void {
    const { roles, memory } = this.#rooms
    const granting = roles.granting(accessManage.key)
    const planned = new Map(people.flatMap(({ stored, roleIds }) => (stored === undefined ? [] : [[stored.row.id, roleIds] as const])))
    const after = (person: PersonFacts): PersonFacts => ({ ...person, roleIds: planned.get(person.id) ?? person.roleIds })
    const losing = people.filter(({ stored, roleIds }) => {
      const facts = stored === undefined ? undefined : memory.factsOf(stored.row.id)
      return facts !== undefined && administers(facts, granting) && !administers({ ...facts, roleIds }, granting)
    })
    if (losing.length === 0) return
    for (const person of memory.all()) if (administers(after(person), granting)) return
    for (const { line } of losing) this.faults.push(faultAt(line, 'roles', 'last-administrator'))
  }

  #refuseAccount(line: number, account: string, stored: StoredPerson | undefined): void {
    if (account === '') return
    const before = this.#lines.get(account)
    if (before !== undefined) this.faults.push(faultAt(line, 'account', 'account-twice', account))
    else this.#lines.set(account, line)
    if (stored === undefined || this.#manageable === undefined) return
    if (!this.#manageable.has(stored.row.id) || !stored.departmentIds.some((id) => this.#managed.has(id)))
      this.faults.push(faultAt(line, 'account', 'person-foreign', account))
  }

  /** A link for a new password goes to the address: so it is changed by whom the whole account is entrusted to. */
  async #refuseRedirection({ line, cells }: NamedLine, stored: StoredPerson | undefined, email: string | undefined): Promise<void> {
    if (stored === undefined || email === undefined || email === stored.row.email) return
    const isWhole = stored.departmentIds.every((id) => this.#managed.has(id))
    if (isWhole && (await this.#mayBecome(stored))) return
    this.faults.push(faultAt(line, 'email', 'person-foreign', cells.email))
  }

  #mayBecome({ row }: StoredPerson): Promise<boolean> {
    return isAllowed('forbidden', () => refuseTakeover(this.#rooms, this.#work.actor, row.id))
  }

  #organisationId({ line, cells: { organisation } }: NamedLine, kind: Kind): string | undefined {
    if (organisation === '') return undefined
    if (kind === 'internal') this.faults.push(faultAt(line, 'organisation', 'organisation-inside', organisation))
    const found = this.#organisations.find(organisation)
    if (found === undefined) this.faults.push(faultAt(line, 'organisation', 'organisation-unknown', organisation))
    return found?.id
  }

  #departmentIds({ line, cells }: NamedLine, stored: StoredPerson | undefined): readonly string[] {
    const written = parts(cells.departments)
    if (written.length === 0 && stored !== undefined) return stored.departmentIds
    if (written.length === 0 && !this.#managed.everywhere) this.faults.push(faultAt(line, 'departments', 'required'))
    const before = stored?.departmentIds ?? []
    const ids = written.flatMap((path) => {
      const found = this.#departments.find(path)
      if ('fault' in found) {
        this.faults.push(faultAt(line, 'departments', found.fault, path))
        return []
      }
      if (!before.includes(found.id) && !this.#managed.has(found.id))
        this.faults.push(faultAt(line, 'departments', 'department-foreign', path))
      return [found.id]
    })
    if (before.some((id) => !ids.includes(id) && !this.#managed.has(id)))
      this.faults.push(faultAt(line, 'departments', 'department-foreign', cells.departments))
    return [...new Set(ids)]
  }

  async #roleIds({ line, cells }: NamedLine, kind: Kind, stored: StoredPerson | undefined): Promise<readonly string[]> {
    const written = parts(cells.roles)
    if (written.length === 0) return stored?.roleIds ?? []
    const ids: string[] = []
    for (const name of written) {
      const role = this.#roles.find(name)
      if (role === undefined) {
        this.faults.push(faultAt(line, 'roles', 'role-unknown', name))
        continue
      }
      ids.push(role.id)
      if (stored?.roleIds.includes(role.id) === true) continue
      if (role.external !== (kind === 'external')) this.faults.push(faultAt(line, 'roles', 'role-kind', name))
      else if (!(await this.#isOwn(role.id))) this.faults.push(faultAt(line, 'roles', 'role-beyond', name))
    }
    const loses = stored?.roleIds.some((id) => !ids.includes(id)) === true
    // roles concern the whole account: of somebody who is also in a foreign department they are not one's own to change
    const isShared = stored?.departmentIds.some((id) => !this.#managed.has(id)) === true
    if (stored !== undefined && isShared && !sameSet(stored.roleIds, ids))
      this.faults.push(faultAt(line, 'roles', 'role-beyond', cells.roles))
    else if (loses && !(await this.#mayBecome(stored))) this.faults.push(faultAt(line, 'roles', 'role-beyond', cells.roles))
    return [...new Set(ids)]
  }

  async #isOwn(roleId: string): Promise<boolean> {
    let mayGive = this.#mayGive.get(roleId)
    if (mayGive === undefined) {
      mayGive = await isAllowed(roleBeyondOwn.type, () => refuseBeyondOwn(this.#rooms, this.#work.actor, [roleId]))
      this.#mayGive.set(roleId, mayGive)
    }
    return mayGive
  }
}

/** A refusal said as an answer. */
async function isAllowed(refusal: string, judge: () => Promise<void>): Promise<boolean> {
  try {
    await judge()
    return true
  } catch (error) {
    if (isProblem(error) && error.type === refusal) return false
    throw error
  }
}

/** Columns in which the line differs from what is stored */
function changes(
  { row, departmentIds, roleIds }: StoredPerson,
  fields: PlannedPerson['fields'],
  next: Pick<PlannedPerson, 'departmentIds' | 'roleIds'>,
): readonly ImportColumn[] {
  const plain = (['name', 'title', 'email', 'phone'] as const).filter(
    (column) => fields[column] !== undefined && fields[column] !== row[column],
  )
  return [
    ...plain,
    ...(fields.organisationId !== undefined && fields.organisationId !== row.organisationId ? (['organisation'] as const) : []),
    ...(sameSet(departmentIds, next.departmentIds) ? [] : (['departments'] as const)),
    ...(sameSet(roleIds, next.roleIds) ? [] : (['roles'] as const)),
  ]
}

const sameSet = (before: readonly string[], after: readonly string[]): boolean =>
  before.length === after.length && before.every((id) => after.includes(id))

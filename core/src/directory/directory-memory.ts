import type { Locale, PersonSummary } from '@liaison/sdk'
import { createToken } from '@liaison/sdk'
import type { People } from '@liaison/sdk/server'
import type { Database } from '../data/database.ts'
import { readRows } from '../rooms/read-rows.ts'
import { type Reading, SharedMemory } from '../rooms/shared-memory.ts'
import type { AnyWork } from '../rooms/unit-of.ts'
import { type Headcount, headcounts } from './headcounts.ts'
import {
  DepartmentEntity,
  OrganisationEntity,
  PersonDepartmentEntity,
  PersonEntity,
  PersonRoleEntity,
  ProjectMemberEntity,
} from './directory-entities.ts'

export interface PersonFacts {
  readonly id: string
  readonly account: string
  readonly name: string
  readonly kind: 'internal' | 'external'
  readonly locale: Locale
  readonly organisationId: string | null
  readonly disabled: boolean
  readonly departmentIds: readonly string[]
  /** Held everywhere; not those held in a project or department */
  readonly roleIds: readonly string[]
}
export interface DepartmentFacts {
  readonly id: string
  readonly name: string
  readonly parentId: string | null
  readonly path: string
}

/** One thing that changed, small enough for a signal. */
export type DirectoryChange =
  | { readonly person: PersonFacts }
  /** Many at once: whoever hears it reads again */
  | { readonly people: 'changed' }
  | { readonly departments: 'changed' }
  | { readonly organisation: { readonly id: string; readonly name: string } }
  | { readonly member: { readonly projectId: string; readonly personId: string; readonly present: boolean } }

/** Who is who, from memory, the same on every process: each change travels with its commit. */
export class DirectoryMemory implements People {
  readonly #db: Database
  readonly #shared: SharedMemory<DirectoryChange>
  readonly #people = new Map<string, PersonFacts>()
  readonly #byAccount = new Map<string, string>()
  readonly #departments = new Map<string, DepartmentFacts>()
  readonly #organisations = new Map<string, string>()
  readonly #projects = new Map<string, Set<string>>()
  readonly #projectsOf = new Map<string, Set<string>>()
  #headcounts: ReadonlyMap<string, Headcount> | undefined

  constructor(db: Database) {
    this.#db = db
    this.#shared = new SharedMemory(db, 'directory', { read: this.#read, hear: (change) => this.#hear(change) })
  }

  /** Reads everything, and follows what changes. @returns ends following */
  start(failed: (error: unknown) => void): Promise<() => void> {
    return this.#shared.start(failed)
  }

  /** Tells every process with the commit of the unit, this one before the reply. */
  announce(work: AnyWork, change: DirectoryChange): void {
    this.#shared.announce(work, change, () => void this.#hear(change))
  }

  /** The same for many people, by one signal. */
  announcePeople(work: AnyWork, people: readonly PersonFacts[]): void {
    this.#shared.announce(work, { people: 'changed' }, () => {
      for (const person of people) this.#keep(person)
    })
  }

  /** After a change: departments as they are now, for the reply's next reader. */
  announceDepartments(work: AnyWork, departments: readonly DepartmentFacts[], removedIds: readonly string[] = []): void {
    this.#shared.announce(work, { departments: 'changed' }, () => {
      for (const department of departments) this.#departments.set(department.id, department)
      for (const id of removedIds) this.#departments.delete(id)
      this.#headcounts = undefined
    })
  }

  find(personId: string): PersonSummary | undefined {
    const person = this.#people.get(personId)
    if (person === undefined) return undefined
    const { id, name, kind, disabled } = person
    return { id, name, kind, affiliation: this.affiliationOf(person), disabled }
  }

  named(personIds: Iterable<string>): readonly PersonSummary[] {
    return [...personIds].flatMap((id) => this.find(id) ?? [])
  }

  ofProject(projectId: string): ReadonlySet<string> {
    return this.#projects.get(projectId) ?? nobody
  }

  projectsOf(personId: string): readonly string[] {
    return [...(this.#projectsOf.get(personId) ?? nobody)]
  }

  departmentsOf(personId: string): readonly string[] {
    return this.#people.get(personId)?.departmentIds ?? []
  }

  factsOf(personId: string): PersonFacts | undefined {
    return this.#people.get(personId)
  }

  byAccount(account: string): PersonFacts | undefined {
    const id = this.#byAccount.get(account.toLowerCase())
    return id === undefined ? undefined : this.#people.get(id)
  }

  all(): Iterable<PersonFacts> {
    return this.#people.values()
  }

  departments(): Iterable<DepartmentFacts> {
    return this.#departments.values()
  }

  get isEmpty(): boolean {
    return this.#people.size === 0
  }

  ofDepartment(departmentId: string): readonly string[] {
    return this.ofDepartments(new Set([departmentId]))
  }

  /** Ids of the people who are in one of some departments */
  ofDepartments(departments: ReadonlySet<string>): readonly string[] {
    return [...this.#people.values()].filter(({ departmentIds }) => departmentIds.some((id) => departments.has(id))).map(({ id }) => id)
  }

  /** Ids of a department and of everything below it */
  tree(departmentId: string): readonly string[] {
    const path = this.#departments.get(departmentId)?.path
    return path === undefined
      ? []
      : [...this.#departments.values()].filter((department) => department.path.startsWith(path)).map(({ id }) => id)
  }

  /** How many are in a department; counted once for all after a change. */
  headcount(departmentId: string): Headcount {
    this.#headcounts ??= headcounts(this.#people.values(), this.#departments)
    return this.#headcounts.get(departmentId) ?? { people: 0, peopleBelow: 0 }
  }

  /** How many people an outside company has here */
  peopleOf(organisationId: string): number {
    let count = 0
    for (const person of this.#people.values()) if (person.organisationId === organisationId) count += 1
    return count
  }

  departmentName(departmentId: string): string | undefined {
    return this.#departments.get(departmentId)?.name
  }

  affiliationOf({ kind, organisationId, departmentIds }: PersonFacts): string | null {
    if (kind === 'external') return organisationId === null ? null : (this.#organisations.get(organisationId) ?? null)
    return departmentIds[0] === undefined ? null : (this.#departments.get(departmentIds[0])?.name ?? null)
  }

  #hear(change: DirectoryChange): Reading | undefined {
    if ('departments' in change) return this.#readDepartments
    if ('people' in change) return this.#read
    if ('person' in change) this.#keep(change.person)
    else if ('organisation' in change) this.#organisations.set(change.organisation.id, change.organisation.name)
    else this.#keepMember(change.member)
    return undefined
  }

  #keep(person: PersonFacts): void {
    const before = this.#people.get(person.id)
    if (before !== undefined && before.account !== person.account) this.#byAccount.delete(before.account)
    this.#people.set(person.id, person)
    this.#headcounts = undefined
    this.#byAccount.set(person.account, person.id)
  }

  #keepMember({ projectId, personId, present }: { projectId: string; personId: string; present: boolean }): void {
    keepPair(this.#projects, projectId, personId, present)
    keepPair(this.#projectsOf, personId, projectId, present)
  }

  readonly #read: Reading = async () => {
    const [people, memberships, roles, organisations, members, keepDepartments] = await Promise.all([
      readRows(this.#db, PersonEntity),
      readRows(this.#db, PersonDepartmentEntity),
      readRows(this.#db, PersonRoleEntity),
      readRows(this.#db, OrganisationEntity),
      readRows(this.#db, ProjectMemberEntity),
      this.#readDepartments(),
    ])
    const departmentIds = Map.groupBy(memberships.toSorted(byId), ({ personId }) => personId)
    const roleIds = Map.groupBy(roles.filter(({ departmentId }) => departmentId === null).toSorted(byId), ({ personId }) => personId)
    return () => {
      keepDepartments()
      this.#people.clear()
      this.#byAccount.clear()
      for (const { id, account, name, kind, locale, organisationId, disabled } of people) {
        this.#keep({
          ...{ id, account, name, kind, locale, organisationId, disabled },
          departmentIds: departmentIds.get(id)?.map(({ departmentId }) => departmentId) ?? [],
          roleIds: roleIds.get(id)?.map(({ roleId }) => roleId) ?? [],
        })
      }
      this.#organisations.clear()
      for (const { id, name } of organisations) this.#organisations.set(id, name)
      this.#projects.clear()
      this.#projectsOf.clear()
      for (const { projectId, personId } of members) this.#keepMember({ projectId, personId, present: true })
    }
  }

  readonly #readDepartments: Reading = async () => {
    const departments = await readRows(this.#db, DepartmentEntity)
    return () => {
      this.#departments.clear()
      for (const { id, name, parentId, path } of departments) this.#departments.set(id, { id, name, parentId, path })
      this.#headcounts = undefined
    }
  }
}

function keepPair(sets: Map<string, Set<string>>, key: string, value: string, present: boolean): void {
  const set = sets.get(key) ?? new Set()
  if (present) set.add(value)
  else set.delete(value)
  if (set.size > 0) sets.set(key, set)
  else sets.delete(key)
}

const nobody: ReadonlySet<string> = new Set()
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

/** For the core's rooms; everybody else has `people`. */
export const directoryMemory = createToken<DirectoryMemory>('core.DirectoryMemory')

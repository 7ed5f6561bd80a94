import { conflict, type DirectoryPerson, invalidInput, isProblem } from '@liaison/sdk'
import { accountTaken, personDeleted, personDisabled } from '@liaison/sdk/platform'
import type { Row, Work } from '@liaison/sdk/server'
import type { Accounts } from '../auth/accounts.ts'
import { deletedAccount } from './deleted-account.ts'
import { RoleEntity } from '../access-administration/role-entities.ts'
import { readRows } from '../rooms/read-rows.ts'
import { unitOf } from '../rooms/unit-of.ts'
import {
  DepartmentEntity,
  type DirectoryEntity,
  OrganisationEntity,
  PersonDepartmentEntity,
  PersonEntity,
  PersonRoleEntity,
} from './directory-entities.ts'
import { isIdNumber } from './id-number.ts'
import type { PersonFacts } from './directory-memory.ts'
import { managedBy, refuseForeignPerson, refuseForeignPlaces, refuseSharedPerson, wholeCompany } from './managed-departments.ts'
import { personView } from './person-view.ts'
import { refuseBeyondOwn, refuseLastAdministrator, refuseMissing, refuseTakeover, type Rights } from './rights.ts'

export interface PeopleRooms extends Rights {
  readonly accounts: Accounts
}
export type DirectoryWork = Work<DirectoryEntity>

export interface PersonFields {
  readonly account?: string
  readonly name?: string
  readonly kind?: 'internal' | 'external'
  readonly email?: string | null
  readonly phone?: string | null
  readonly idNumber?: string | null
  readonly title?: string | null
  readonly departmentIds?: readonly string[]
  readonly roleIds?: readonly string[]
  readonly organisationId?: string | null
  readonly disabled?: boolean
}
/** What takes time, made before the unit */
export interface Ready {
  readonly nameIndex?: string | undefined
  readonly passwordHash?: string | undefined
  /** The password is for the next sign-in only */
  readonly oneTime?: boolean
}
export type NewPersonFields = PersonFields & { readonly account: string; readonly name: string; readonly kind: 'internal' | 'external' }

/** @throws accountTaken (409), invalidInput (400), forbidden (403), roleBeyondOwn (403) */
export async function createPerson(
  work: DirectoryWork,
  rooms: PeopleRooms,
  { departmentIds = [], roleIds = [], ...given }: NewPersonFields,
  { nameIndex = '', passwordHash, oneTime }: Ready,
): Promise<DirectoryPerson> {
  refuseWrongIdNumber(given.idNumber)
  refuseForeignPlaces(await managedBy(rooms, work.actor), [], departmentIds)
  await refuseUnknown(rooms, work, { departmentIds, roleIds, ...given })
  const { email = null, phone = null, idNumber = null, title = null, organisationId = null, disabled = false, account, name, kind } = given
  const fresh = {
    account,
    name,
    kind,
    email,
    phone: compactPhone(phone),
    idNumber,
    title,
    organisationId,
    disabled,
    locale: 'zh-CN' as const,
    nameIndex,
  }
  const row = await saying(accountTaken, () => work.asSystem('create-person', (rows) => rows.of(PersonEntity).create(fresh)))
  await setPlaces(work, row.id, { departmentIds, roleIds })
  if (passwordHash !== undefined) await rooms.accounts.setPassword(work, row.id, passwordHash, { oneTime: oneTime === true })
  tellPerson(work, rooms, factsOf(row, departmentIds, roleIds))
  return viewOf(work, rooms, row, departmentIds, roleIds)
}

/** @throws notFound (404), forbidden (403), accountTaken (409), invalidInput (400), lastAdministrator (409), personDeleted (409), staleVersion (412) */
export async function changePerson(
  work: DirectoryWork,
  rooms: PeopleRooms,
  personId: string,
  { departmentIds, roleIds, ...patch }: PersonFields,
  { nameIndex, passwordHash, oneTime, version }: Ready & { version?: number | undefined },
): Promise<DirectoryPerson> {
  refuseWrongIdNumber(patch.idNumber)
  const stored = await work.rows.of(PersonEntity).get(personId)
  if (stored.account === deletedAccount(personId)) throw personDeleted()
  const before = await storedFacts(work, rooms, stored)
  const managed = await managedBy(rooms, work.actor)
  refuseForeignPerson(managed, before.departmentIds)
  // a link for a new password goes to the address
  const redirects = patch.email !== undefined && patch.email !== stored.email
  if (passwordHash !== undefined || patch.account !== undefined || patch.disabled !== undefined || redirects) {
    refuseSharedPerson(managed, before.departmentIds)
    await refuseTakeover(rooms, work.actor, personId)
  }
  if (roleIds !== undefined) refuseSharedPerson(managed, before.departmentIds)
  if (departmentIds !== undefined) refuseForeignPlaces(managed, before.departmentIds, departmentIds)
  const fresh = (roleIds ?? []).filter((id) => !before.roleIds.includes(id))
  await refuseUnknown(rooms, work, { departmentIds: departmentIds ?? [], roleIds: fresh, organisationId: patch.organisationId ?? null })
  if (roleIds !== undefined && before.roleIds.some((id) => !roleIds.includes(id))) await refuseTakeover(rooms, work.actor, personId)
  const next = factsOf({ ...stored, ...defined(patch) }, departmentIds ?? before.departmentIds, roleIds ?? before.roleIds)
  await refuseLastAdministrator(work, rooms, before, next)

  if (redirects) await rooms.accounts.leaveAddress(work, personId)
  const row = await saying(accountTaken, () =>
    work.rows
      .of(PersonEntity)
      .change(personId, { ...defined(patch), ...contactOf(patch), ...(nameIndex !== undefined && { nameIndex }) }, { version }),
  )
  await setPlaces(work, personId, { departmentIds, roleIds })
  if (passwordHash !== undefined) await rooms.accounts.setPassword(work, personId, passwordHash, { oneTime: oneTime === true })
  if (row.disabled && !before.disabled) work.emit(personDisabled, { personId }, personId)
  if ((row.disabled && !before.disabled) || (passwordHash !== undefined && personId !== work.actor.id))
    await rooms.accounts.endAll(work, personId)
  tellPerson(work, rooms, next)
  return viewOf(work, rooms, row, next.departmentIds, next.roleIds)
}

/** Without what separates its parts: so it is found, however it is typed. */
const compactPhone = (phone: string | null): string | null => phone?.replaceAll(/[ -]/g, '') ?? null
const contactOf = ({ phone }: PersonFields): { phone?: string | null } => (phone === undefined ? {} : { phone: compactPhone(phone) })

/** @throws invalidInput (400) */
function refuseWrongIdNumber(idNumber: string | null | undefined): void {
  if (typeof idNumber === 'string' && !isIdNumber(idNumber))
    throw invalidInput({ errors: [{ pointer: '/body/idNumber', message: 'is no number of an identity card' }] })
}

/** @throws notFound (404), forbidden (403) */
export async function revealPerson(
  work: DirectoryWork,
  personId: string,
  { field, reason }: { field: 'phone' | 'email' | 'idNumber'; reason: string },
): Promise<{ value: string | null }> {
  const { [field]: value } = await work.rows.of(PersonEntity).get(personId)
  const detail = { field, reason, ...(work.origin !== undefined && { address: work.origin.address }) }
  unitOf(work).audit({ actorId: work.actor.id, action: 'directory.revealPerson:revealed', kind: 'core_person', rowId: personId, detail })
  return { value }
}

async function refuseUnknown(
  rooms: PeopleRooms,
  work: DirectoryWork,
  { departmentIds = [], roleIds = [], organisationId = null }: PersonFields,
): Promise<void> {
  await refuseMissing(rooms, work, DepartmentEntity, { ids: departmentIds, pointer: '/body/departmentIds' })
  await refuseMissing(rooms, work, OrganisationEntity, { ids: [organisationId], pointer: '/body/organisationId' })
  await refuseMissing(rooms, work, RoleEntity, { ids: roleIds, pointer: '/body/roleIds' })
  await refuseBeyondOwn(rooms, work.actor, roleIds)
}

/** Departments and roles become exactly these; undefined: as they are. */
async function setPlaces(
  work: DirectoryWork,
  personId: string,
  { departmentIds, roleIds }: { departmentIds?: readonly string[] | undefined; roleIds?: readonly string[] | undefined },
): Promise<void> {
  if (departmentIds === undefined && roleIds === undefined) return
  await work.asSystem('place-person', async (rows) => {
    if (departmentIds !== undefined) {
      await rows.of(PersonDepartmentEntity).removeAll({ personId })
      for (const departmentId of departmentIds) await rows.of(PersonDepartmentEntity).create({ personId, departmentId })
    }
    if (roleIds !== undefined) {
      await rows.of(PersonRoleEntity).removeAll((eb) => eb.and([eb('personId', '=', personId), eb('departmentId', 'is', null)]))
      for (const roleId of roleIds) await rows.of(PersonRoleEntity).create({ personId, roleId, departmentId: null })
    }
  })
}

type PersonRow = Row<typeof PersonEntity>

/** From the unit itself: the memory may be a moment behind another process. */
export async function storedFacts(work: DirectoryWork, { db }: PeopleRooms, row: PersonRow): Promise<PersonFacts> {
  const { run } = unitOf(work)
  const departments = await readRows(db, PersonDepartmentEntity, { personId: row.id }, run)
  const roles = await readRows(db, PersonRoleEntity, { personId: row.id, departmentId: null }, run)
  const inOrder = <T extends { id: string }>(rows: T[]): T[] => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return factsOf(
    row,
    inOrder(departments).map(({ departmentId }) => departmentId),
    inOrder(roles).map(({ roleId }) => roleId),
  )
}

export function factsOf(row: PersonRow, departmentIds: readonly string[], roleIds: readonly string[]): PersonFacts {
  const { id, account, name, kind, locale, organisationId, disabled } = row
  return { id, account, name, kind, locale, organisationId, disabled, departmentIds, roleIds }
}

/** With the commit every process knows, and what was compiled for the person is dropped. */
export function tellPerson(work: DirectoryWork, { memory, access }: PeopleRooms, person: PersonFacts): void {
  memory.announce(work, { person })
  access.changed(unitOf(work), person.id)
}

/** The memory learns of it with the commit; the reply tells it already. */
function viewOf(
  work: DirectoryWork,
  { memory }: PeopleRooms,
  row: PersonRow,
  departmentIds: readonly string[],
  roleIds: readonly string[],
): DirectoryPerson {
  const affiliation = memory.affiliationOf(factsOf(row, departmentIds, roleIds))
  return { ...personView(row, memory, work.actor, wholeCompany), departmentIds: [...departmentIds], roleIds: [...roleIds], affiliation }
}

/** Members that are undefined say nothing. */
const defined = <T extends object>(patch: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as never

/** A broken unique index said in the words of the caller. */
export async function saying<T>(kind: () => Error, job: () => Promise<T>): Promise<T> {
  try {
    return await job()
  } catch (error) {
    if (isProblem(error) && error.type === conflict.type) throw kind()
    throw error
  }
}

import { notFound, type Page, peopleRead } from '@liaison/sdk'
import {
  type ListedMember,
  type Project,
  projectArchived,
  projectKeyTaken,
  type ProjectMember,
  projectMemberJoined,
  projectMemberLeft,
  projectsManage,
  projectsRead,
} from '@liaison/sdk/platform'
import type { Row } from '@liaison/sdk/server'
import { RoleEntity } from '../access-administration/role-entities.ts'
import { followProject } from '../invitations/follow-project.ts'
import { oneAtATime } from '../rooms/one-at-a-time.ts'
import { unitOf } from '../rooms/unit-of.ts'
import { DepartmentEntity, PersonEntity, ProjectEntity, ProjectMemberEntity } from './directory-entities.ts'
import type { DirectoryMemory } from './directory-memory.ts'
import { type DirectoryWork, type PeopleRooms, saying } from './person-service.ts'
import { refuseBeyondOwn, refuseMissing } from './rights.ts'

type ProjectRow = Row<typeof ProjectEntity>
type PageAsked = { limit?: number; cursor?: string }
export interface ProjectFields {
  readonly name?: string
  readonly description?: string | null
  readonly departmentId?: string | null
  readonly archived?: boolean
}
export interface ProjectQuery extends PageAsked {
  readonly query?: string
  readonly archived?: boolean
}

function shown(memory: DirectoryMemory, row: ProjectRow, managed: boolean): Project {
  const { id, key, name, description, departmentId, createdById, archivedAt, version, createdAt } = row
  return {
    ...{ id, key, name, description, departmentId, createdById, managed, version },
    archivedAt: archivedAt?.toISOString() ?? null,
    people: memory.ofProject(id).size,
    createdAt: createdAt.toISOString(),
  }
}
const member = ({ projectId, personId, roleId }: Row<typeof ProjectMemberEntity>): ProjectMember => ({ projectId, personId, roleId })

/** The newest first; those that are archived only when asked for. */
export async function listProjects(
  work: DirectoryWork,
  { memory }: PeopleRooms,
  { query = '', archived = false, ...page }: ProjectQuery,
): Promise<Page<Project>> {
  const { items, next } = await work.rows.of(ProjectEntity).list({
    ...page,
    order: { by: 'id', descending: true },
    where: (eb) =>
      eb.and([
        eb('archivedAt', archived ? 'is not' : 'is', null),
        ...(query === '' ? [] : [eb.or([eb('name', 'like', `%${query}%`), eb('key', 'like', `%${query.toUpperCase()}%`)])]),
      ]),
  })
  const managed = await managedOf(work, items)
  return { items: items.map((row) => shown(memory, row, managed.has(row.id))), next }
}

export async function getProject(work: DirectoryWork, { memory }: PeopleRooms, projectId: string): Promise<Project> {
  const row = await work.rows.of(ProjectEntity).get(projectId)
  return shown(memory, row, (await managedOf(work, [row])).has(row.id))
}

/** Ids of those of some projects that the actor manages. */
async function managedOf(work: DirectoryWork, rows: readonly ProjectRow[]): Promise<ReadonlySet<string>> {
  if (rows.length === 0 || !work.actor.may(projectsManage)) return new Set()
  const { items } = await work.rows.of(ProjectEntity, projectsManage).list({ where: { id: rows.map(({ id }) => id) }, limit: 200 })
  return new Set(items.map(({ id }) => id))
}

/** @throws projectKeyTaken (409), invalidInput (400) for an unknown department, forbidden (403) */
export async function createProject(
  work: DirectoryWork,
  rooms: PeopleRooms,
  { key, name, description = null, departmentId = null }: ProjectFields & { key?: string; name: string },
): Promise<Project> {
  await refuseMissing(rooms, work, DepartmentEntity, { ids: [departmentId], pointer: '/body/departmentId' })
  const fresh = { key: key ?? (await nextKey(work, rooms)), name, description, departmentId, createdById: work.actor.id, archivedAt: null }
  return shown(rooms.memory, await saying(projectKeyTaken, () => work.rows.of(ProjectEntity).create(fresh)), true)
}

/** @throws notFound (404), invalidInput (400), forbidden (403), staleVersion (412) */
export async function changeProject(
  work: DirectoryWork,
  rooms: PeopleRooms,
  projectId: string,
  { patch: { archived, ...patch }, version }: { patch: ProjectFields; version: number | undefined },
): Promise<Project> {
  await refuseMissing(rooms, work, DepartmentEntity, { ids: [patch.departmentId ?? null], pointer: '/body/departmentId' })
  const { archivedAt: since } = await work.rows.of(ProjectEntity).get(projectId)
  const archivedAt = archived === undefined ? since : archived ? (since ?? work.now) : null
  const row = await work.rows.of(ProjectEntity).change(projectId, { ...patch, archivedAt }, { version })
  if (patch.departmentId !== undefined) await followProject(work, projectId, patch.departmentId)
  return shown(rooms.memory, row, true)
}

/** With names, as far as the actor sees the people. */
export async function listProjectMembers(
  work: DirectoryWork,
  { memory }: PeopleRooms,
  projectId: string,
  page: PageAsked,
): Promise<Page<ListedMember>> {
  await work.rows.of(ProjectEntity).get(projectId)
  const { items, next } = await work.rows.of(ProjectMemberEntity).list({ ...page, where: { projectId }, order: { by: 'id' } })
  const ids = items.map(({ personId }) => personId)
  const people = ids.length > 0 && work.actor.may(peopleRead) ? work.rows.of(PersonEntity, peopleRead) : undefined
  const seen = new Set((await people?.list({ where: { id: ids }, limit: 200 }))?.items.map(({ id }) => id))
  return {
    items: items.map((row) => ({ ...member(row), person: seen.has(row.personId) ? (memory.find(row.personId) ?? null) : null })),
    next,
  }
}

/**
 * Takes somebody into the project, or changes the role that he holds in it.
 * @param roleId - undefined: as it is, none for somebody new
 * @throws notFound (404) for what the actor may not see, invalidInput (400), roleBeyondOwn (403), projectArchived (409)
 */
export async function putProjectMember(
  work: DirectoryWork,
  rooms: PeopleRooms,
  { projectId, personId }: { projectId: string; personId: string },
  roleId: string | null | undefined,
): Promise<ProjectMember> {
  const { archivedAt } = await work.rows.of(ProjectEntity).get(projectId)
  await work.rows.of(PersonEntity, peopleRead).get(personId)
  await refuseMissing(rooms, work, RoleEntity, { ids: [roleId ?? null], pointer: '/body/roleId' })
  if (typeof roleId === 'string') await refuseBeyondOwn(rooms, work.actor, [roleId], 'project')
  const members = work.rows.of(ProjectMemberEntity)
  const [present] = (await members.list({ where: { projectId, personId }, limit: 1 })).items
  if (present === undefined && archivedAt !== null) throw projectArchived({ projectId })
  if (present !== undefined && (roleId === undefined || roleId === present.roleId)) return member(present)
  const stored =
    present === undefined
      ? await members.create({ projectId, personId, roleId: roleId ?? null })
      : await members.change(present.id, { roleId: roleId ?? null })
  if (present === undefined) {
    work.emit(projectMemberJoined, { projectId, personId }, projectId)
    rooms.memory.announce(work, { member: { projectId, personId, present: true } })
  }
  rooms.access.changed(unitOf(work), personId)
  return member(stored)
}

/** @throws notFound (404) when the project is not seen or the person is no member */
export async function deleteProjectMember(
  work: DirectoryWork,
  rooms: PeopleRooms,
  { projectId, personId }: { projectId: string; personId: string },
): Promise<void> {
  await work.rows.of(ProjectEntity).get(projectId)
  const [present] = (await work.rows.of(ProjectMemberEntity, projectsRead).list({ where: { projectId, personId }, limit: 1 })).items
  if (present === undefined) throw notFound()
  await work.rows.of(ProjectMemberEntity).remove(present.id)
  work.emit(projectMemberLeft, { projectId, personId }, projectId)
  rooms.memory.announce(work, { member: { projectId, personId, present: false } })
  rooms.access.changed(unitOf(work), personId)
}

/** Keys are unique beyond what the actor sees. */
async function nextKey(work: DirectoryWork, { db }: PeopleRooms): Promise<string> {
  await oneAtATime(work, db, 'project-key')
  return work.asSystem('number-projects', async (rows) => {
    const projects = rows.of(ProjectEntity)
    let number = (await projects.count()) + 1
    while ((await projects.count({ key: `P-${number}` })) > 0) number += 1
    return `P-${number}`
  })
}

import type { Page, Scope } from '@liaison/sdk'
import type { RoleChoice } from '@liaison/sdk/platform'
import { pageById } from '../rooms/page-by-id.ts'
import { ProjectEntity } from './directory-entities.ts'
import type { DirectoryWork, PeopleRooms } from './person-service.ts'
import { beyondOwn } from './rights.ts'

interface PageAsked {
  limit?: number
  cursor?: string
}

/** All roles, and which of them the actor may give to somebody everywhere. */
export const listRoleChoices = (work: DirectoryWork, rooms: PeopleRooms, page: PageAsked): Promise<Page<RoleChoice>> =>
  choices(work, rooms, page, 'all')

/** All roles, and which of them the actor may give in a project. @throws notFound (404), forbidden (403) */
export async function listProjectRoleChoices(
  work: DirectoryWork,
  rooms: PeopleRooms,
  projectId: string,
  page: PageAsked,
): Promise<Page<RoleChoice>> {
  await work.rows.of(ProjectEntity).get(projectId)
  return choices(work, rooms, page, 'project')
}

async function choices(work: DirectoryWork, rooms: PeopleRooms, page: PageAsked, limit: Scope): Promise<Page<RoleChoice>> {
  const { items, next } = pageById([...rooms.roles.all()], page)
  const ids = items.map(({ id }) => id)
  const beyond = new Set(await beyondOwn(rooms, work.actor, ids, limit))
  return {
    items: items.map(({ id, key, name, description, external }) => ({ id, key, name, description, external, grantable: !beyond.has(id) })),
    next,
  }
}

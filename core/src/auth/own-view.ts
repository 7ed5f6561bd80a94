import type { DirectoryPerson } from '@liaison/sdk'
import { PersonEntity } from '../directory/directory-entities.ts'
import type { PersonFacts } from '../directory/directory-memory.ts'
import { readRows } from '../rooms/read-rows.ts'
import type { AuthRooms } from './auth-rooms.ts'

/** Whoever has just signed in. */
export async function ownView({ db, directory }: AuthRooms, person: PersonFacts): Promise<DirectoryPerson> {
  const [row] = await readRows(db, PersonEntity, { id: person.id })
  return { ...viewOf(person, directory.affiliationOf(person), row?.version ?? 1), title: row?.title ?? null }
}

/** What somebody is told of himself; mail and number are on his own page. */
export const viewOf = (
  { id, account, name, kind, departmentIds, roleIds, organisationId, disabled }: PersonFacts,
  affiliation: string | null,
  version: number,
): DirectoryPerson => ({
  ...{ id, account, name, kind, organisationId, disabled, affiliation, version },
  title: null,
  email: null,
  phone: null,
  departmentIds: [...departmentIds],
  roleIds: [...roleIds],
})

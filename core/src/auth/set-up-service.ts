import { type DirectoryPerson, notFound } from '@liaison/sdk'
import { type Answer, answer } from '@liaison/sdk/server'
import { PersonEntity, PersonRoleEntity } from '../directory/directory-entities.ts'
import type { PersonFacts } from '../directory/directory-memory.ts'
import { oneAtATime } from '../rooms/one-at-a-time.ts'
import { readRows } from '../rooms/read-rows.ts'
import { unitOf } from '../rooms/unit-of.ts'
import { unitRows } from '../rooms/unit-rows.ts'
import type { AuthRooms, AuthWork } from './auth-rooms.ts'
import { viewOf } from './own-view.ts'
import { setPassword } from './password-policy/set-password.ts'
import { openSession } from './sign-in-service.ts'

/** @throws notFound (404) once there is anybody */
export function refuseSecondSetUp({ directory }: AuthRooms): void {
  if (!directory.isEmpty) throw notFound()
}

/**
 * The first administrator of an empty installation, signed in.
 * @throws notFound (404) once there is anybody
 */
export async function setUp(
  work: AuthWork,
  rooms: AuthRooms,
  { account, name, passwordHash, nameIndex }: { account: string; name: string; passwordHash: string; nameIndex: string },
): Promise<Answer<DirectoryPerson>> {
  await oneAtATime(work, rooms.db, 'set-up')
  if ((await readRows(rooms.db, PersonEntity, {}, unitOf(work).run)).length > 0) throw notFound()
  const role = rooms.roles.byKey('administrator')
  if (role === undefined) throw new Error('the administrator role is missing')
  const person: PersonFacts = {
    id: work.newId(),
    account,
    name,
    kind: 'internal',
    locale: 'zh-CN',
    organisationId: null,
    disabled: false,
    departmentIds: [],
    roleIds: [role.id],
  }
  const { id, locale } = person
  const rows = unitRows(work)
  await rows.insert(PersonEntity, {
    id,
    account,
    name,
    kind: 'internal',
    email: null,
    phone: null,
    title: null,
    locale,
    organisationId: null,
    disabled: false,
    nameIndex,
  })
  await rows.insert(PersonRoleEntity, { id: work.newId(), personId: id, roleId: role.id, departmentId: null })
  await setPassword(work, rooms, id, passwordHash)
  rooms.directory.announce(work, { person })
  const cookies = await openSession(work, rooms, id)
  return answer(viewOf(person, null, 1), { headers: { 'set-cookie': [...cookies] } })
}

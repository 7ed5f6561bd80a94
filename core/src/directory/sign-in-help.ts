import { notFound } from '@liaison/sdk'
import type { SignInState } from '@liaison/sdk/platform'
import type { ResetAnswer, ResetBy } from '../auth/password-policy/reset-service.ts'
import { PersonEntity } from './directory-entities.ts'
import { managedBy, refuseForeignPerson, refuseSharedPerson } from './managed-departments.ts'
import type { DirectoryWork, PeopleRooms } from './person-service.ts'
import { refuseTakeover } from './rights.ts'

/** How somebody signs in, without anything that would let in. @throws notFound (404), forbidden (403) */
export async function readSignIn(work: DirectoryWork, rooms: PeopleRooms, personId: string): Promise<SignInState> {
  await work.rows.of(PersonEntity).get(personId)
  refuseForeignPerson(await managedBy(rooms, work.actor), rooms.memory.departmentsOf(personId))
  return rooms.accounts.signInState(personId)
}

/** @throws notFound (404), forbidden (403), mailMissing (409) */
export async function resetPassword(work: DirectoryWork, rooms: PeopleRooms, personId: string, by: ResetBy): Promise<ResetAnswer> {
  await refuseHelp(work, rooms, personId)
  return rooms.accounts.resetPassword(work, personId, by)
}

/** @throws notFound (404), also without a second factor, forbidden (403) */
export async function removeSecondFactor(work: DirectoryWork, rooms: PeopleRooms, personId: string): Promise<void> {
  await refuseHelp(work, rooms, personId)
  const { authenticator, passkeys } = await rooms.accounts.signInState(personId)
  if (!authenticator && passkeys === 0) throw notFound()
  await rooms.accounts.removeFactors(work, personId)
}

/** Whoever helps somebody in could go in himself: only for those who hold no more than he does. */
async function refuseHelp(work: DirectoryWork, rooms: PeopleRooms, personId: string): Promise<void> {
  await work.rows.of(PersonEntity).get(personId)
  const managed = await managedBy(rooms, work.actor)
  const departmentIds = rooms.memory.departmentsOf(personId)
  refuseForeignPerson(managed, departmentIds)
  refuseSharedPerson(managed, departmentIds)
  await refuseTakeover(rooms, work.actor, personId)
}

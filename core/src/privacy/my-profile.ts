import { signInNeeded } from '@liaison/sdk'
import type { MyProfile } from '@liaison/sdk/platform'
import type { Row } from '@liaison/sdk/server'
import { PersonEntity } from '../directory/directory-entities.ts'
import type { DirectoryMemory } from '../directory/directory-memory.ts'
import { readRows } from '../rooms/read-rows.ts'
import { unitOf } from '../rooms/unit-of.ts'
import { unitRows } from '../rooms/unit-rows.ts'
import { type ConsentRooms, type PrivacyWork, refuseTokens } from './consent-service.ts'

export interface ProfileRooms extends ConsentRooms {
  readonly directory: DirectoryMemory
}

/** The caller's own row. @throws signInNeeded (401) */
export async function ownRow({ db }: ConsentRooms, personId: string, from = db.read): Promise<Row<typeof PersonEntity>> {
  const [row] = await readRows(db, PersonEntity, { id: personId }, from)
  if (row === undefined) throw signInNeeded()
  return row
}

export async function readMyProfile(work: PrivacyWork, rooms: ProfileRooms): Promise<MyProfile> {
  await refuseTokens(work, rooms)
  const { name, title, email, phone } = await ownRow(rooms, work.actor.id)
  return { name, title, email, phone }
}

/** @param nameIndex - of the new name; undefined when it stays */
export async function correctMyProfile(
  work: PrivacyWork,
  rooms: ProfileRooms,
  given: Partial<Omit<MyProfile, 'title'>>,
  nameIndex: string | undefined,
): Promise<MyProfile> {
  await refuseTokens(work, rooms)
  const { id } = work.actor
  const before = await ownRow(rooms, id, unitOf(work).run)
  const patch = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as typeof given
  if (patch.email !== undefined && patch.email !== before.email) await rooms.accounts.leaveAddress(work, id)
  await unitRows(work).change(PersonEntity, { id }, { ...patch, ...(nameIndex !== undefined && { nameIndex }) })
  const facts = rooms.directory.factsOf(id)
  if (patch.name !== undefined && facts !== undefined) rooms.directory.announce(work, { person: { ...facts, name: patch.name } })
  const { name, title, email, phone } = { ...before, ...patch }
  return { name, title, email, phone }
}

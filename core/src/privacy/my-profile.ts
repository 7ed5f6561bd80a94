import { invalidInput, signInNeeded } from '@liaison/sdk'
import type { MyProfile } from '@liaison/sdk/platform'
import type { Row } from '@liaison/sdk/server'
import { PersonEntity } from '../directory/directory-entities.ts'
import { nameIndexOf } from '../directory/name-index.ts'
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

type Correction = Partial<Omit<MyProfile, 'title'>>
interface Prepared {
  /** Of the new name; undefined when it stays */
  readonly nameIndex: string | undefined
  /** The caller has shown that he knows his password. */
  readonly isProven: boolean
}

/**
 * Before the unit: whoever wants another mail address shows that he knows his password, since letters for a new one go there.
 * @throws invalidInput (400) without the password; wrongPassword (403), tooManyRequests (429)
 */
export async function prepareCorrection(
  work: PrivacyWork,
  rooms: ProfileRooms,
  { name, email, current }: Correction & { readonly current?: string | undefined },
): Promise<Prepared> {
  await refuseTokens(work, rooms)
  const { id } = work.actor
  const isMoving = email !== undefined && email !== (await ownRow(rooms, id)).email
  if (isMoving) {
    if (current === undefined) throw passwordNeeded()
    await rooms.accounts.provePassword(work, current)
  }
  const nameIndex = name === undefined ? undefined : await nameIndexOf(name, rooms.directory.factsOf(id)?.account ?? '')
  return { nameIndex, isProven: isMoving }
}

const passwordNeeded = () => invalidInput({ errors: [{ pointer: '/body/current', message: 'is needed for another mail address' }] })

export async function correctMyProfile(
  work: PrivacyWork,
  rooms: ProfileRooms,
  { name, email, phone }: Correction,
  { nameIndex, isProven }: Prepared,
): Promise<MyProfile> {
  const { id } = work.actor
  const before = await ownRow(rooms, id, unitOf(work).run)
  const patch: Correction = Object.fromEntries(Object.entries({ name, email, phone }).filter(([, value]) => value !== undefined))
  if (patch.email !== undefined && patch.email !== before.email) {
    // when it was looked at before the unit, it was the same
    if (!isProven) throw passwordNeeded()
    await rooms.accounts.leaveAddress(work, id)
  }
  await unitRows(work).change(PersonEntity, { id }, { ...patch, ...(nameIndex !== undefined && { nameIndex }) })
  const facts = rooms.directory.factsOf(id)
  if (patch.name !== undefined && facts !== undefined) rooms.directory.announce(work, { person: { ...facts, name: patch.name } })
  const after = { ...before, ...patch }
  return { name: after.name, title: after.title, email: after.email, phone: after.phone }
}

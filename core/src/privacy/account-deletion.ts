import { personDisabled, personAnonymised, projectMemberLeft } from '@liaison/sdk/platform'
import { forgetUseOf } from '../roll-out/use-figures.ts'
import { SessionEntity } from '../auth/auth-entities.ts'
import { deletedAccount } from '../directory/deleted-account.ts'
import { PersonDepartmentEntity, PersonEntity, PersonRoleEntity, ProjectMemberEntity } from '../directory/directory-entities.ts'
import { refuseLastAdministrator } from '../directory/rights.ts'
import { readRows } from '../rooms/read-rows.ts'
import { type AnyWork, unitOf } from '../rooms/unit-of.ts'
import { unitRows } from '../rooms/unit-rows.ts'
import type { DataRooms } from './my-data.ts'

/** What everybody sees instead of the name */
export const formerName = '已注销用户'

/**
 * Takes a person's name, account, phone and mail away for good, and everything that he is signed in with. What he wrote stays,
 * by somebody without a name.
 * @throws lastAdministrator (409)
 */
export async function anonymise(work: AnyWork & { newId(): string }, rooms: DataRooms, personId: string): Promise<void> {
  const { directory, access, accounts, db } = rooms
  const before = directory.factsOf(personId)
  if (before === undefined) return
  const after = {
    ...before,
    account: deletedAccount(personId),
    name: formerName,
    disabled: true,
    organisationId: null,
    departmentIds: [],
    roleIds: [],
  }
  await refuseLastAdministrator(work, { db, roles: rooms.roles }, before, after)
  const unit = unitOf(work)
  const rows = unitRows(work)
  await accounts.forget(work, personId)
  await accounts.endAll(work, personId)
  await rows.remove(SessionEntity, { personId })
  await forgetUseOf(db, unit, personId)
  await rows.remove(PersonDepartmentEntity, { personId })
  await rows.remove(PersonRoleEntity, { personId })
  for (const { projectId } of await readRows(db, ProjectMemberEntity, { personId }, unit.run)) {
    await rows.remove(ProjectMemberEntity, { projectId, personId })
    unit.emit(projectMemberLeft.name, projectId, { projectId, personId })
    directory.announce(work, { member: { projectId, personId, present: false } })
  }
  const erased = Object.fromEntries(['title', ...(PersonEntity.options.sensitive ?? [])].map((column) => [column, null]))
  const { account, name, disabled, organisationId } = after
  await rows.change(PersonEntity, { id: personId }, { ...erased, account, name, disabled, organisationId, nameIndex: `|${account}` })
  unit.emit(personDisabled.name, personId, { personId })
  unit.emit(personAnonymised.name, personId, { personId })
  directory.announce(work, { person: after })
  access.changed(unit, personId)
}

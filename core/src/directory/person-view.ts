import type { DirectoryPerson } from '@liaison/sdk'
import { accessManage, peopleManage } from '@liaison/sdk/platform'
import type { Actor, Row } from '@liaison/sdk/server'
import type { PersonEntity } from './directory-entities.ts'
import type { DirectoryMemory } from './directory-memory.ts'
import type { ManagedDepartments } from './managed-departments.ts'
import { maskedEmail, maskedIdNumber, maskedPhone } from './masked.ts'

/**
 * A person as the actor may see him: phone, mail and ID number masked; roles and ID number only of oneself and of those whom one
 * manages, roles also for whoever manages access.
 * @param managed - the departments whose people the actor manages
 */
export function personView(
  row: Row<typeof PersonEntity>,
  memory: DirectoryMemory,
  actor: Actor,
  managed: ManagedDepartments,
): DirectoryPerson {
  const facts = memory.factsOf(row.id)
  const { departmentIds = [], roleIds = [] } = facts ?? {}
  const manages = actor.may(peopleManage) && (managed.everywhere || departmentIds.some((id) => managed.has(id)))
  const maySeeRoles = actor.id === row.id || manages || actor.may(accessManage)
  return {
    id: row.id,
    account: row.account,
    name: row.name,
    kind: row.kind,
    title: row.title,
    email: maskedEmail(row.email),
    phone: maskedPhone(row.phone),
    ...(manages && { idNumber: maskedIdNumber(row.idNumber) }),
    departmentIds: [...departmentIds],
    roleIds: maySeeRoles ? [...roleIds] : [],
    organisationId: row.organisationId,
    affiliation: facts === undefined ? null : memory.affiliationOf(facts),
    disabled: row.disabled,
    version: row.version,
  }
}

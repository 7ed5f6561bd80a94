import type { RoleMemory } from '../access-administration/role-memory.ts'
import { SessionEntity, TokenEntity } from '../auth/auth-entities.ts'
import { DepartmentEntity, OrganisationEntity, ProjectEntity, ProjectMemberEntity } from '../directory/directory-entities.ts'
import type { AllBelongings } from '../hand-over/all-belongings.ts'
import type { Dispatcher } from '../http/dispatcher.ts'
import type { Kernel } from '../kernel/kernel.ts'
import { InvitationEntity } from '../invitations/invitation-entity.ts'
import { useOf } from '../roll-out/use-figures.ts'
import { readRows } from '../rooms/read-rows.ts'
import type { CompiledAccess } from '../rooms/floors.ts'
import { type PrivacyWork, refuseTokens } from './consent-service.ts'
import { ownRow, type ProfileRooms } from './my-profile.ts'
import { ConsentEntity } from './privacy-entities.ts'

export interface DataRooms extends ProfileRooms {
  readonly kernel: Kernel
  readonly access: CompiledAccess
  readonly roles: RoleMemory
  readonly dispatcher: Pick<Dispatcher, 'joined'>
  readonly belongings: AllBelongings
}

/** Everything that is kept about the caller, whole and without secrets. @throws sessionNeeded (403) */
export async function myData(work: PrivacyWork, rooms: DataRooms): Promise<object> {
  await refuseTokens(work, rooms)
  const { id } = work.actor
  const row = await ownRow(rooms, id)
  const { nameIndex: _index, organisationId, ...person } = row
  return {
    exportedAt: work.now,
    person: { ...person, ...(await placesOf(rooms, id, organisationId)) },
    consents: (await readRows(rooms.db, ConsentEntity, { personId: id })).map(({ textName, createdAt, withdrawnAt }) => ({
      ...{ version: textName, at: createdAt, withdrawnAt },
    })),
    ...(await signedInWith(rooms, id)),
    invitations: (await readRows(rooms.db, InvitationEntity, { personId: id })).map(
      ({ projectId, acceptedAt, expiresAt, consentVersion }) => ({
        ...{ projectId, acceptedAt, expiresAt, consentVersion },
      }),
    ),
    use: await useOf(rooms.db, id),
    modules: await moduleData(work, rooms),
  }
}

/** Names instead of ids, for people to read */
async function placesOf({ db, directory, roles }: DataRooms, personId: string, organisationId: string | null): Promise<object> {
  const { departmentIds = [], roleIds = [] } = directory.factsOf(personId) ?? {}
  const named = async (entity: typeof DepartmentEntity | typeof ProjectEntity | typeof OrganisationEntity, ids: readonly string[]) =>
    ids.length === 0
      ? []
      : (await readRows<typeof DepartmentEntity>(db, entity as typeof DepartmentEntity, { id: ids })).map(({ name }) => name)
  const projects = await readRows(db, ProjectMemberEntity, { personId })
  return {
    departments: await named(DepartmentEntity, departmentIds),
    roles: roleIds.map((id) => roles.find(id)?.name ?? ''),
    organisation: organisationId === null ? null : ((await named(OrganisationEntity, [organisationId]))[0] ?? null),
    projects: await named(
      ProjectEntity,
      projects.map(({ projectId }) => projectId),
    ),
  }
}

async function signedInWith({ db }: DataRooms, personId: string): Promise<object> {
  const sessions = await readRows(db, SessionEntity, { personId })
  const tokens = await readRows(db, TokenEntity, { personId })
  return {
    sessions: sessions.map(({ createdAt, lastSeenAt, address, userAgent }) => ({ createdAt, lastSeenAt, address, userAgent })),
    tokens: tokens.map(({ name, createdAt, expiresAt, lastUsedAt }) => ({ name, createdAt, expiresAt, lastUsedAt })),
  }
}

/** A module that is switched off keeps its data to itself. */
async function moduleData(work: PrivacyWork, { kernel, dispatcher, belongings }: DataRooms): Promise<object> {
  const data: Record<string, unknown> = {}
  for (const { plugin, reason, personalData } of belongings.all) {
    if (personalData === undefined || kernel.plugins.get(plugin)?.enabled !== true) continue
    data[plugin] = await personalData(dispatcher.joined(plugin, reason, work as never), work.actor.id)
  }
  return data
}

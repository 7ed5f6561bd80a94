import type { LocalizedText } from '@liaison/sdk'
import { projectMemberJoined, projectMemberLeft } from '@liaison/sdk/platform'
import type { Executor } from '../data/database.ts'
import { DepartmentEntity, OrganisationEntity, ProjectEntity, ProjectMemberEntity } from '../directory/directory-entities.ts'
import { refuseBeyondOwn } from '../directory/rights.ts'
import { InvitationEntity } from '../invitations/invitation-entity.ts'
import { readRows } from '../rooms/read-rows.ts'
import { unitOf } from '../rooms/unit-of.ts'
import { unitRows } from '../rooms/unit-rows.ts'
import { isAllowed } from './is-allowed.ts'
import type { HandOverRooms, HandOverWork } from './hand-over-service.ts'

interface CoreBelonging {
  readonly kind: string
  readonly title: LocalizedText
  count(rooms: HandOverRooms, personId: string, from: Executor): Promise<number>
  give(work: HandOverWork, rooms: HandOverRooms, from: string, to: string): Promise<void>
}

/** What people answer for in the core itself. */
export const coreBelongings: readonly CoreBelonging[] = [
  {
    kind: 'departments',
    title: { 'zh-CN': '负责的部门', en: 'Departments headed' },
    count: async ({ db }, headId, from) => (await readRows(db, DepartmentEntity, { headId }, from)).length,
    async give(work, _rooms, headId, to) {
      await unitRows(work).change(DepartmentEntity, { headId }, { headId: to })
    },
  },
  {
    kind: 'projects',
    title: { 'zh-CN': '创建的项目', en: 'Projects opened' },
    count: async ({ db }, createdById, from) => (await readRows(db, ProjectEntity, { createdById }, from)).length,
    async give(work, _rooms, createdById, to) {
      await unitRows(work).change(ProjectEntity, { createdById }, { createdById: to })
    },
  },
  {
    kind: 'memberships',
    title: { 'zh-CN': '参与的项目', en: 'Projects taken part in' },
    count: async ({ db }, personId, from) => (await readRows(db, ProjectMemberEntity, { personId }, from)).length,
    give: giveMemberships,
  },
  {
    kind: 'organisations',
    title: { 'zh-CN': '对接的外部单位', en: 'Companies looked after' },
    count: async ({ db }, managerId, from) => (await readRows(db, OrganisationEntity, { managerId }, from)).length,
    async give(work, _rooms, managerId, to) {
      await unitRows(work).change(OrganisationEntity, { managerId }, { managerId: to })
    },
  },
  {
    kind: 'invitations',
    title: { 'zh-CN': '邀请的外部人员', en: 'Outside people invited' },
    count: async ({ db }, sponsorId, from) =>
      (await readRows(db, InvitationEntity, { sponsorId, state: ['open', 'accepted'] }, from)).length,
    async give(work, { db }, sponsorId, to) {
      const { run } = unitOf(work)
      await unitRows(work).change(InvitationEntity, { projectOwnerId: sponsorId }, { projectOwnerId: to })
      for (const { id } of await readRows(db, InvitationEntity, { sponsorId, state: ['open', 'accepted'] }, run))
        await unitRows(work).change(InvitationEntity, { id }, { sponsorId: to })
    },
  },
]

/** The successor comes in with the same role, where it may be given; whoever is in already stays as he is. */
async function giveMemberships(work: HandOverWork, rooms: HandOverRooms, from: string, to: string): Promise<void> {
  const { db, memory, access } = rooms
  const unit = unitOf(work)
  const rows = unitRows(work)
  const present = new Set((await readRows(db, ProjectMemberEntity, { personId: to }, unit.run)).map(({ projectId }) => projectId))
  for (const { projectId, roleId } of await readRows(db, ProjectMemberEntity, { personId: from }, unit.run)) {
    await rows.remove(ProjectMemberEntity, { projectId, personId: from })
    unit.emit(projectMemberLeft.name, projectId, { projectId, personId: from })
    memory.announce(work, { member: { projectId, personId: from, present: false } })
    if (present.has(projectId)) continue
    const isGiven = roleId !== null && (await isAllowed(() => refuseBeyondOwn(rooms, work.actor, [roleId], 'project')))
    await rows.insert(ProjectMemberEntity, { id: work.newId(), projectId, personId: to, roleId: isGiven ? roleId : null })
    unit.emit(projectMemberJoined.name, projectId, { projectId, personId: to })
    memory.announce(work, { member: { projectId, personId: to, present: true } })
  }
  access.changed(unit, from)
  access.changed(unit, to)
}

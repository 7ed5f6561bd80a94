import { unitRows } from '../rooms/unit-rows.ts'
import type { AnyWork } from '../rooms/unit-of.ts'
import { InvitationEntity } from './invitation-entity.ts'

/**
 * Invitations carry the department of their project, which carries their scope: they move with it, or whoever manages the
 * department that it has left would go on seeing and withdrawing them.
 */
export async function followProject(work: AnyWork, projectId: string, departmentId: string | null): Promise<void> {
  await unitRows(work).change(InvitationEntity, { projectId }, { departmentId })
}

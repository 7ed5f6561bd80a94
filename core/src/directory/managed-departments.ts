import { forbidden } from '@liaison/sdk'
import { peopleManage } from '@liaison/sdk/platform'
import type { Actor } from '@liaison/sdk/server'
import { rankOf } from '../access/access.ts'
import type { CompiledAccess } from '../rooms/floors.ts'

/** The part of the department tree whose people somebody manages. */
export interface ManagedDepartments {
  /** The whole company, also who is in no department */
  readonly everywhere: boolean
  /** Also what lies below, and so what is made there */
  readonly tree: boolean
  readonly ids: readonly string[]
  has(departmentId: string): boolean
}

/**
 * Scopes are cumulative, and a department's holds one's projects: a colleague of a project is no reason to manage him. So what a
 * people manager may do is judged by departments alone, beside the scope of the rows.
 */
export async function managedBy({ access }: { readonly access: CompiledAccess }, actor: Actor): Promise<ManagedDepartments> {
  const grant = actor.may(peopleManage) ? (await access.get(actor.id))?.grants.get(peopleManage.key) : undefined
  const everywhere = grant !== undefined && grant.rank === rankOf('all')
  const known = new Set(grant?.departments)
  return {
    everywhere,
    tree: everywhere || (grant !== undefined && grant.rank >= rankOf('department-tree')),
    ids: [...known],
    has: (departmentId) => everywhere || known.has(departmentId),
  }
}

/** For what was judged already. */
export const wholeCompany: ManagedDepartments = { everywhere: true, tree: true, ids: [], has: () => true }

/** Making, moving and ordering below a department takes its tree; at the top, the company. @throws forbidden (403) */
export function refuseForeignParent(managed: ManagedDepartments, parentId: string | null): void {
  if (parentId === null ? !managed.everywhere : !managed.tree || !managed.has(parentId)) throw forbidden()
}

/** A person is somebody's to manage who is in one of his departments. @throws forbidden (403) */
export function refuseForeignPerson(managed: ManagedDepartments, departmentIds: readonly string[]): void {
  if (!managed.everywhere && !departmentIds.some((id) => managed.has(id))) throw forbidden()
}

/**
 * What concerns the whole account (signing in, password, roles) takes all of the person's departments: he is also somebody
 * else's. @throws forbidden (403)
 */
export function refuseSharedPerson(managed: ManagedDepartments, departmentIds: readonly string[]): void {
  if (!managed.everywhere && !departmentIds.every((id) => managed.has(id))) throw forbidden()
}

/**
 * Departments that the actor does not manage are neither given nor taken, and one that he manages stays.
 * @throws forbidden (403)
 */
export function refuseForeignPlaces(managed: ManagedDepartments, before: readonly string[], next: readonly string[]): void {
  if (managed.everywhere) return
  const changed = [...before.filter((id) => !next.includes(id)), ...next.filter((id) => !before.includes(id))]
  if (!changed.every((id) => managed.has(id)) || !next.some((id) => managed.has(id))) throw forbidden()
}

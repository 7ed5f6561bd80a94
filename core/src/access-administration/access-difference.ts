import { type Scope, scopes } from '@liaison/sdk'
import { type Access, type Grant, rankOf } from '../access/access.ts'

export interface Reach {
  readonly permission: string
  readonly scope: Scope
}

/** What somebody may do more (with the new scope) and less (with the former one). */
export function difference(before: Access | undefined, after: Access | undefined): { gains: Reach[]; loses: Reach[] } {
  const keys = [...new Set([...(before?.grants.keys() ?? []), ...(after?.grants.keys() ?? [])])].toSorted()
  const reaches = (wide: Access | undefined, narrow: Access | undefined): Reach[] =>
    keys.flatMap((permission) => {
      const grant = wide?.grants.get(permission)
      return grant !== undefined && isWider(grant, narrow?.grants.get(permission)) ? [{ permission, scope: scopes[grant.rank]! }] : []
    })
  return { gains: reaches(after, before), loses: reaches(before, after) }
}

/** Whether a grant reaches anything that another does not. */
function isWider(grant: Grant, other: Grant | undefined): boolean {
  if (other === undefined) return true
  if (other.rank === rankOf('all')) return false
  if (grant.rank === rankOf('all') || beyond(grant.projects, other.projects) || beyond(grant.departments, other.departments)) return true
  if (grant.rank > other.rank && grant.projects.length + grant.departments.length === 0) return true // reaches nothing yet, but will
  return other.own !== true && (grant.own === true || beyond(grant.own, other.own))
}

const beyond = (ids: readonly string[], others: readonly string[]): boolean => ids.some((id) => !others.includes(id))

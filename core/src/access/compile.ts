import { type Scope, scopes } from '@liaison/sdk'
import { type Access, type Grant, rankOf } from './access.ts'
import type { RollOutState } from './roll-out.ts'

/** Whose shares count for everybody who is no outside person. */
export const everyoneInside = 'everyone-inside'

/** What the directory and the matrix say of one person. */
export interface Facts {
  readonly person: { readonly id: string; readonly external: boolean }
  /** Roles with the place where they are held: everywhere, in one project, or in one department */
  readonly roles: readonly HeldRole[]
  /** Projects that the person is a member of */
  readonly projectIds: readonly string[]
  readonly departmentIds: readonly string[]
}
export interface HeldRole {
  readonly roleId: string
  readonly projectId?: string | null
  readonly departmentId?: string | null
}
export interface Cell {
  readonly permission: string
  readonly scope: Scope
}
/** What compiling looks up. */
export interface MatrixAndTree {
  cells(roleId: string): readonly Cell[]
  /** Ids of the department and of everything below it */
  tree(departmentId: string): readonly string[]
  /** The scopes that the permission declares; undefined when nobody declares it now */
  offered(permission: string): readonly Scope[] | undefined
}
const allOn: RollOutState = { off: undefined, until: undefined }

/**
 * How far one role's cell reaches for a person in the place where he holds the role. Outside people reach `project` at most;
 * a role held in one project reaches that project, and own rows only there; a role held in one department reaches its tree,
 * and none of the person's projects. What is cut falls to the widest scope that the permission offers below: one that is for the
 * whole company or not at all, such as managing access, is then not held.
 */
export function effectiveScope(scope: Scope, held: HeldRole, external: boolean, offered: readonly Scope[] = scopes): Scope {
  const limits: Scope[] = [scope]
  if (external || held.projectId) limits.push('project')
  if (held.departmentId) limits.push('department-tree')
  const limit = Math.min(...limits.map(rankOf))
  if (limit === rankOf(scope)) return scope
  return offered.reduce<Scope>((widest, next) => (rankOf(next) <= limit && rankOf(next) > rankOf(widest) ? next : widest), 'none')
}

const none: readonly string[] = Object.freeze([])
const ranks = { project: rankOf('project'), department: rankOf('department'), tree: rankOf('department-tree'), all: rankOf('all') }

/** Roles × cells × places → one flat table. Runs once for a person and change, never in a request's check. */
export function compile(facts: Facts, directory: MatrixAndTree, { off, until }: RollOutState = allOn): Access {
  const treeOf = treesOf(directory)
  const joined = unions()
  const grants = new Map<string, Grant>()
  for (const held of facts.roles) {
    for (const { permission, scope } of directory.cells(held.roleId)) {
      const rank = rankOf(effectiveScope(scope, held, facts.person.external, directory.offered(permission)))
      if (rank <= 0) continue
      const grant = {
        rank,
        own: held.projectId ? [held.projectId] : true,
        projects: projectsOf(facts, held, rank),
        departments: departmentsOf(facts, held, rank, treeOf),
      } as const
      const before = grants.get(permission)
      grants.set(permission, before ? united(before, grant, joined) : grant)
    }
  }
  return { personId: facts.person.id, external: facts.person.external, grants, subjects: subjectsOf(facts), off, until }
}

function projectsOf(facts: Facts, held: HeldRole, rank: number): readonly string[] {
  if (rank < ranks.project || held.departmentId) return none
  return held.projectId ? [held.projectId] : facts.projectIds
}

function departmentsOf(
  facts: Facts,
  held: HeldRole,
  rank: number,
  treeOf: (ids: readonly string[]) => readonly string[],
): readonly string[] {
  if (rank < ranks.department || rank === ranks.all || held.projectId) return none
  const places = held.departmentId ? [held.departmentId] : facts.departmentIds
  return rank === ranks.tree ? treeOf(places) : places
}

const subjectsOf = (facts: Facts): readonly string[] => [
  facts.person.id,
  ...facts.projectIds,
  ...(facts.person.external ? [] : [...facts.departmentIds, everyoneInside]),
]

type Ids = readonly string[]
type Join = (a: Ids, b: Ids) => Ids

/** Scopes are cumulative, so the union of two grants is the larger rank and the union of their ids. */
const united = (a: Grant, b: Grant, joined: Join): Grant => ({
  rank: Math.max(a.rank, b.rank),
  own: a.own === true || b.own === true ? true : joined(a.own, b.own),
  projects: joined(a.projects, b.projects),
  departments: joined(a.departments, b.departments),
})

/** Makes each union once: hundreds of permissions are held in the same few places. */
function unions(): Join {
  const known = new WeakMap<Ids, WeakMap<Ids, Ids>>()
  return (a, b) => {
    if (a.length === 0 || a === b) return b
    if (b.length === 0) return a
    const withA = known.get(a) ?? new WeakMap<Ids, Ids>()
    known.set(a, withA)
    const before = withA.get(b)
    if (before) return before
    const all = new Set([...a, ...b])
    const union = all.size === new Set(a).size ? a : all.size === new Set(b).size ? b : [...all]
    withA.set(b, union)
    return union
  }
}

function treesOf(directory: MatrixAndTree): (ids: readonly string[]) => readonly string[] {
  const known = new Map<string, readonly string[]>()
  return (ids) => {
    const key = ids.join()
    const tree = known.get(key) ?? [...new Set(ids.flatMap((id) => directory.tree(id)))]
    known.set(key, tree)
    return tree
  }
}

import type { Department } from '@liaison/sdk/platform'

/** A department in its tree. */
export interface DepartmentNode {
  readonly department: Department
  readonly parent: DepartmentNode | undefined
  readonly children: readonly DepartmentNode[]
  /** From 1 */
  readonly level: number
}
export interface DepartmentTree {
  readonly roots: readonly DepartmentNode[]
  readonly byId: ReadonlyMap<string, DepartmentNode>
}
/** What the person may do with the tree. */
export interface TreeRights {
  /** Makes and moves below the departments that he manages */
  readonly build: boolean
  /** Also at the top */
  readonly everywhere: boolean
}
/** Where a department would stand: among the children of another (null: at the top), before which one it does not count itself. */
export interface Place {
  readonly parentId: string | null
  readonly position: number
}

/** Departments in the order of their places; one whose parent is not told stands at the top. */
export function treeOf(departments: readonly Department[]): DepartmentTree {
  const known = new Set(departments.map(({ id }) => id))
  const sorted = departments.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
  const below = Map.groupBy(sorted, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null))
  const byId = new Map<string, DepartmentNode>()
  const nodesOf = (parentId: string | null, parent: DepartmentNode | undefined): DepartmentNode[] =>
    (below.get(parentId) ?? []).map((department) => {
      const node = { department, parent, level: (parent?.level ?? 0) + 1, children: [] as DepartmentNode[] }
      byId.set(department.id, node)
      node.children = nodesOf(department.id, node)
      return node
    })
  return { roots: nodesOf(null, undefined), byId }
}

/** The lines that are drawn: what lies below a closed department is left out. */
export const linesOf = (nodes: readonly DepartmentNode[], open: ReadonlySet<string>): DepartmentNode[] =>
  nodes.flatMap((node) => [node, ...(open.has(node.department.id) ? linesOf(node.children, open) : [])])

export const siblingsOf = ({ roots }: DepartmentTree, { parent }: DepartmentNode): readonly DepartmentNode[] => parent?.children ?? roots

/** 公司 / 研发部 / 硬件组 */
export const pathOf = ({ department, parent }: DepartmentNode): string =>
  parent === undefined ? department.name : `${pathOf(parent)} / ${department.name}`

/** Whether a department is another one, or lies below it. */
export const isWithin = (node: DepartmentNode | undefined, outer: DepartmentNode): boolean =>
  node !== undefined && (node === outer || isWithin(node.parent, outer))

/** Whether something may be made, put or ordered below a department (undefined: at the top). */
export const mayBuildBelow = (node: DepartmentNode | undefined, { build, everywhere }: TreeRights): boolean =>
  node === undefined ? everywhere : build && node.department.managed

/** Its place, order, head and existence are decided by whoever manages the one above. */
export const mayPlace = ({ parent, department }: DepartmentNode, rights: TreeRights): boolean =>
  department.managed && (parent === undefined ? rights.everywhere : mayBuildBelow(parent, rights))

/** Whether a department may move below another one (undefined: to the top). */
export const mayMoveBelow = (node: DepartmentNode, target: DepartmentNode | undefined, rights: TreeRights): boolean =>
  mayPlace(node, rights) && mayBuildBelow(target, rights) && !isWithin(target, node)

/** Where a department stands now. */
export const placeOf = (tree: DepartmentTree, node: DepartmentNode): Place => ({
  parentId: node.department.parentId,
  position: siblingsOf(tree, node).indexOf(node),
})

/** The place before, in or behind another department, or undefined when it may not go there or stands there already. */
export function placeAt(
  tree: DepartmentTree,
  node: DepartmentNode,
  target: DepartmentNode,
  where: 'before' | 'inside' | 'after',
  rights: TreeRights,
): Place | undefined {
  const parent = where === 'inside' ? target : target.parent
  if (node === target || !mayMoveBelow(node, parent, rights)) return undefined
  const others = (parent?.children ?? tree.roots).filter((one) => one !== node)
  const position = where === 'inside' ? others.length : others.indexOf(target) + (where === 'after' ? 1 : 0)
  const now = placeOf(tree, node)
  const place = { parentId: parent?.department.id ?? null, position }
  return now.parentId === place.parentId && now.position === place.position ? undefined : place
}

/** One place up or down among its siblings. */
export function placeBeside(tree: DepartmentTree, node: DepartmentNode, step: 1 | -1, rights: TreeRights): Place | undefined {
  const { parentId, position } = placeOf(tree, node)
  const next = position + step
  return mayPlace(node, rights) && next >= 0 && next < siblingsOf(tree, node).length ? { parentId, position: next } : undefined
}

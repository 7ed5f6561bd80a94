import {
  AliasNode,
  AndNode,
  ColumnNode,
  CommonTableExpressionNode,
  FromNode,
  type JoinNode,
  OnNode,
  type OperationNode,
  OrNode,
  ParensNode,
  PrimitiveValueListNode,
  ReferenceNode,
  SelectQueryNode,
  ValueNode,
  WhereNode,
  type WithNode,
} from 'kysely'
import { asSql } from './conditions.ts'
import { admit, QueryRefused } from './query-allowlist.ts'
import { outputsOf, selectionOf } from './query-output.ts'
import { isTable, nameOf, type Names, type Outputs, type Revive, type Source, sourceOf, type Tables, tableSource } from './query-sources.ts'
import { snakeCase } from './snake-case.ts'

export interface Rewritten {
  readonly node: SelectQueryNode
  readonly outputs: Outputs
}

/**
 * Turns what a plugin describes into a statement that may be run: every mention of a table carries its scope (in `where`, or
 * in `on` of a join, so that a left join stays one and its index stays usable), names become the database's, and what is not
 * on the list is refused. The plugin itself executes nothing.
 * @throws QueryRefused
 */
export function rewriteQuery(root: OperationNode, tables: Tables): Rewritten {
  if (!SelectQueryNode.is(root)) throw new QueryRefused(`only select, got ${root.kind}`)
  return rewriteSelect(root, tables, undefined, true)
}

/** Parts of a select that are rewritten by hand; all others are walked. */
const ownParts = new Set(['kind', 'with', 'from', 'joins', 'where', 'selections', 'orderBy', 'groupBy'])

function rewriteSelect(select: SelectQueryNode, tables: Tables, around: Names | undefined, isOutermost: boolean): Rewritten {
  admitShape(select)
  const local = new Map<string, Outputs>()
  const names = { sources: [] as Source[], around, local }
  const walk = (node: OperationNode): OperationNode => rewriteNode(node, tables, names)

  const withNode = select.with && rewriteWith(select.with, tables, names, local)
  const guards: OperationNode[] = []
  const froms = select.from?.froms.map((from) => {
    const { node, source } = rewritePlace(from, tables, names)
    names.sources.push(source)
    guards.push(...guardOf(source, tables))
    return node
  })
  const joins = select.joins?.map((join) => rewriteJoin(join, { tables, names, guards, walk }))
  const where = [...(select.where ? [walk(select.where.where)] : []), ...guards].reduce<OperationNode | undefined>(both, undefined)

  const outputs = select.selections?.flatMap((selection) => outputsOf(selection, names, walk)) ?? []
  const aliases = new Set(
    outputs.flatMap(({ name }) => name ?? []).filter((name) => !names.sources.some((source) => source.outputs.has(name))),
  )
  const walkOrder = (node: OperationNode): OperationNode =>
    rewriteNode(node, tables, names, isOutermost ? { kept: aliases } : { snaked: aliases })
  const rest = Object.fromEntries(
    Object.entries(select).flatMap(([key, value]) => (ownParts.has(key) ? [] : [[key, rewriteValue(value, walk)]])),
  )
  const node = {
    ...rest,
    kind: 'SelectQueryNode',
    ...(withNode && { with: withNode }),
    ...(froms && { from: FromNode.create(froms) }),
    ...(joins && { joins }),
    ...(where && { where: WhereNode.create(where) }),
    ...(select.selections && { selections: outputs.map((output) => selectionOf(output, isOutermost)) }),
    ...(select.groupBy && { groupBy: walkOrder(select.groupBy) }),
    ...(select.orderBy && { orderBy: walkOrder(select.orderBy) }),
  } as unknown as SelectQueryNode
  return { node, outputs: new Map(outputs.flatMap(({ name, revive }): [string, Revive][] => (name === undefined ? [] : [[name, revive]]))) }
}

function admitShape(select: SelectQueryNode): void {
  admit(select)
  for (const part of ['fetch', 'top', 'explain', 'distinctOn', 'endModifiers'] as const) {
    if (select[part] !== undefined) throw new QueryRefused(`${part} is not on the list`)
  }
}

const both = (left: OperationNode | undefined, right: OperationNode): OperationNode => {
  if (!left) return right
  return AndNode.create(OrNode.is(left) ? ParensNode.create(left) : left, OrNode.is(right) ? ParensNode.create(right) : right)
}

/** The scope of a source as a node; none for sub-queries, which carry their own. */
function guardOf(source: Source, tables: Tables): readonly OperationNode[] {
  const condition = source.entity ? tables.condition(source.entity, source.alias) : true
  return condition === true ? [] : [ParensNode.create(asSql(condition).toOperationNode())]
}

function rewritePlace(node: OperationNode, tables: Tables, names: Names): { node: OperationNode; source: Source } {
  if (isTable(node)) return { node, source: tableSource(node, tables, names) }
  if (!AliasNode.is(node) || !SelectQueryNode.is(node.node))
    throw new QueryRefused('from and join take tables and sub-queries with an alias')
  // a sub-query in `from` does not see its neighbours, only what is around the select
  const inner = rewriteSelect(node.node, tables, { sources: [], around: names.around, local: names.local }, false)
  return { node: AliasNode.create(inner.node, node.alias), source: { alias: nameOf(node.alias), outputs: inner.outputs } }
}

interface Joining {
  readonly tables: Tables
  readonly names: Names & { readonly sources: Source[] }
  readonly guards: OperationNode[]
  walk(node: OperationNode): OperationNode
}

function rewriteJoin(join: JoinNode, { tables, names, guards, walk }: Joining): JoinNode {
  admit(join)
  const { node: table, source } = rewritePlace(join.table, tables, names)
  names.sources.push(source)
  const [guard] = guardOf(source, tables)
  if (join.joinType === 'CrossJoin') {
    if (guard) guards.push(guard)
    return { ...join, table }
  }
  const on = join.on && walk(join.on.on)
  const condition = on && guard ? AndNode.create(ParensNode.create(on), guard) : (on ?? guard)
  return { ...join, table, ...(condition && { on: OnNode.create(condition) }) }
}

function rewriteWith(withNode: WithNode, tables: Tables, names: Names, local: Map<string, Outputs>): WithNode {
  admit(withNode)
  if (withNode.recursive) throw new QueryRefused('recursive sub-queries are not on the list')
  const expressions = withNode.expressions.map((expression) => {
    admit(expression)
    const { name, expression: inner } = expression
    const label = name.table.table.identifier.name
    if (label.includes('_') || tables.entity(label)) throw new QueryRefused(`"${label}" would hide a table`)
    if (name.columns || !SelectQueryNode.is(inner)) throw new QueryRefused('with takes a plain name and a select')
    const rewritten = rewriteSelect(inner, tables, names, false)
    local.set(label, rewritten.outputs)
    return { ...CommonTableExpressionNode.create(name, rewritten.node) }
  })
  return { ...withNode, expressions }
}

/** Names that an order may mean beside columns: as they are in the outermost select, as columns inside. */
interface OutputNames {
  readonly kept?: ReadonlySet<string>
  readonly snaked?: ReadonlySet<string>
}

function rewriteNode(node: OperationNode, tables: Tables, names: Names, outputs: OutputNames = {}): OperationNode {
  admit(node)
  if (SelectQueryNode.is(node)) return rewriteSelect(node, tables, names, false).node
  if (ReferenceNode.is(node)) return rewriteReference(node, names, outputs)
  // parameters, whatever they look like
  if (ValueNode.is(node) || PrimitiveValueListNode.is(node)) return node
  // names are judged where they stand: bare columns and tables stand nowhere else
  if (ColumnNode.is(node) || node.kind === 'SelectAllNode') return rewriteColumn(node)
  const copy = Object.entries(node).map(([key, value]) => [
    key,
    key === 'kind' ? value : rewriteValue(value, (child) => rewriteNode(child, tables, names, outputs)),
  ])
  return Object.fromEntries(copy) as OperationNode
}

function rewriteReference(node: ReferenceNode, names: Names, { kept, snaked }: OutputNames): OperationNode {
  if (!ColumnNode.is(node.column)) return node
  const property = node.column.column.name
  if (!node.table && kept?.has(property)) return node
  if (!node.table && snaked?.has(property)) return ReferenceNode.create(ColumnNode.create(snakeCase(property)))
  sourceOf(node, property, names)
  return { ...node, column: ColumnNode.create(snakeCase(property)) } as ReferenceNode
}

const rewriteColumn = (node: OperationNode): OperationNode => (ColumnNode.is(node) ? ColumnNode.create(snakeCase(node.column.name)) : node)

const isNode = (value: unknown): value is OperationNode =>
  typeof value === 'object' && value !== null && typeof (value as { kind?: unknown }).kind === 'string'

function rewriteValue(value: unknown, walk: (node: OperationNode) => OperationNode): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => rewriteValue(item, walk))
  return isNode(value) ? walk(value) : value
}

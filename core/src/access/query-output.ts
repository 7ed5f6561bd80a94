import { AliasNode, ColumnNode, IdentifierNode, type OperationNode, ReferenceNode, SelectAllNode, SelectionNode, TableNode } from 'kysely'
import { nameOf, type Names, type Revive, type Source, sourceOf } from './query-sources.ts'
import { snakeCase } from './snake-case.ts'

/** One column that a select answers. */
interface Output {
  readonly name: string | undefined
  readonly node: OperationNode
  readonly revive: Revive
}

const toNumber = (value: unknown): unknown => (value === null ? null : Number(value))
const toBoolean = (value: unknown): unknown => (value === null ? null : Boolean(value))
/** PostgreSQL answers big integers and exact figures as text. */
const figures = new Set(['count', 'sum', 'avg', 'round', 'row_number', 'rank', 'length', 'abs'])
const sameAsArgument = new Set(['min', 'max', 'coalesce'])
const arithmetic = new Set(['+', '-', '*', '/', '%', '||'])

/** The columns that one selection stands for: `select *` is spelt out, in the order of the declaration. */
export function outputsOf(selection: SelectionNode, names: Names, walk: (node: OperationNode) => OperationNode): readonly Output[] {
  const node = selection.selection as OperationNode
  if (SelectAllNode.is(node)) return names.sources.flatMap(everything)
  if (ReferenceNode.is(node) && SelectAllNode.is(node.column)) {
    const alias = node.table?.table.identifier.name
    return names.sources.filter((source) => source.alias === alias).flatMap(everything)
  }
  const inner = AliasNode.is(node) ? node.node : node
  const name = AliasNode.is(node) ? nameOf(node.alias) : propertyOf(inner)
  return [{ name, node: walk(inner), revive: reviveOf(inner, names) }]
}

const everything = ({ alias, outputs }: Source): Output[] =>
  [...outputs].map(([name, revive]) => ({
    name,
    revive,
    node: ReferenceNode.create(ColumnNode.create(snakeCase(name)), TableNode.create(alias)),
  }))

/** Names of the outermost row are the caller's; within the statement they are columns like any other. */
export function selectionOf({ name, node }: Output, isOutermost: boolean): SelectionNode {
  if (name === undefined) return SelectionNode.create(node as never)
  return SelectionNode.create(AliasNode.create(node, IdentifierNode.create(isOutermost ? name : snakeCase(name))))
}

const propertyOf = (node: OperationNode): string | undefined =>
  ReferenceNode.is(node) && ColumnNode.is(node.column) ? node.column.column.name : undefined

/** How the value of an expression becomes the caller's, the same on both databases. */
function reviveOf(node: OperationNode, names: Names): Revive {
  const property = propertyOf(node)
  if (property !== undefined) return sourceOf(node as ReferenceNode, property, names)?.outputs.get(property)
  const facts = node as unknown as {
    func: string
    aggregated?: readonly OperationNode[]
    arguments?: readonly OperationNode[]
    operator?: { operator?: string }
    node?: OperationNode
  }
  switch (node.kind) {
    case 'ParensNode':
      return facts.node && reviveOf(facts.node, names)
    case 'FunctionNode':
    case 'AggregateFunctionNode': {
      const [first] = facts.aggregated ?? facts.arguments ?? []
      if (sameAsArgument.has(facts.func)) return first && reviveOf(first, names)
      return figures.has(facts.func) ? toNumber : undefined
    }
    case 'BinaryOperationNode':
    case 'UnaryOperationNode':
      return arithmetic.has(facts.operator?.operator ?? '') ? undefined : toBoolean
    case 'AndNode':
    case 'OrNode':
      return toBoolean
    default:
      return undefined
  }
}

import type { OperationNode } from 'kysely'

/**
 * What a plugin's query may be made of. Everything else is refused, so that something new in the query builder fails closed
 * until somebody has looked at it.
 */
const nodeKinds = new Set(
  [
    'SelectQueryNode FromNode JoinNode OnNode WhereNode GroupByNode GroupByItemNode HavingNode OrderByNode OrderByItemNode LimitNode OffsetNode',
    'SelectionNode SelectAllNode SelectModifierNode AliasNode IdentifierNode SchemableIdentifierNode ReferenceNode ColumnNode TableNode',
    'AndNode OrNode ParensNode BinaryOperationNode UnaryOperationNode OperatorNode ValueNode ValueListNode PrimitiveValueListNode TupleNode ListNode',
    'FunctionNode AggregateFunctionNode OverNode PartitionByNode PartitionByItemNode CaseNode WhenNode CastNode DataTypeNode RawNode',
    'WithNode CommonTableExpressionNode CommonTableExpressionNameNode SetOperationNode',
  ].flatMap((line) => line.split(' ')),
)

/** The same on both databases, and without reach beyond their arguments. */
const functions = new Set([
  'count',
  'sum',
  'avg',
  'min',
  'max',
  'coalesce',
  'lower',
  'upper',
  'length',
  'abs',
  'round',
  'row_number',
  'rank',
])

const operators = new Set(
  ['=, ==, !=, <>, >, >=, <, <=, in, not in, is, is not, like, not like, between, exists, not exists, not', '+, -, *, /, %, ||'].flatMap(
    (line) => line.split(', '),
  ),
)

/** The builder itself writes the direction of an order, and `on true`, as raw SQL. */
const rawWords = new Set(['asc', 'desc', 'true'])

/** Only these joins keep the scope of each side where it belongs. */
const joins = new Set(['InnerJoin', 'LeftJoin', 'CrossJoin'])

/** A query that a plugin may not describe: a fault in the plugin's code, never in what a person asked for. */
export class QueryRefused extends Error {
  override readonly name = 'QueryRefused'
  constructor(what: string) {
    super(`query refused: ${what}`)
  }
}

/** @throws QueryRefused for what is not on the list; its children are still to be looked at. */
export function admit(node: OperationNode): void {
  if (!nodeKinds.has(node.kind)) throw new QueryRefused(`${node.kind} is not on the list`)
  const facts = node as unknown as Record<string, unknown>
  switch (node.kind) {
    case 'RawNode':
      return admitRaw(facts as never)
    case 'FunctionNode':
    case 'AggregateFunctionNode':
      if (!functions.has(facts.func as string)) throw new QueryRefused(`the function ${facts.func as string} is not on the list`)
      return
    case 'OperatorNode':
      if (!operators.has(facts.operator as string)) throw new QueryRefused(`the operator ${facts.operator as string} is not on the list`)
      return
    case 'SelectModifierNode':
      if (facts.modifier !== 'Distinct') throw new QueryRefused('a reading query takes no locks and no modifiers but distinct')
      return
    case 'JoinNode':
      if (!joins.has(facts.joinType as string)) throw new QueryRefused(`${facts.joinType as string} is not supported`)
      return
    case 'ValueNode':
      if (facts.immediate === true && typeof facts.value === 'object' && facts.value !== null)
        throw new QueryRefused('only plain values may be literals')
      return
    case 'TableNode':
      // SQLite reads `id in some_table` as a sub-query that nobody has scoped
      throw new QueryRefused('a table may only stand in from or join')
    default:
  }
}

function admitRaw({ sqlFragments, parameters }: { sqlFragments: readonly string[]; parameters: readonly unknown[] }): void {
  const isKnown = parameters.length === 0 && sqlFragments.length === 1 && rawWords.has(sqlFragments[0] ?? '')
  if (!isKnown) throw new QueryRefused('raw SQL is not for plugins')
}

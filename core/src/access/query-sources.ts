import type { AnyEntity } from '@liaison/sdk/server'
import { AliasNode, IdentifierNode, type OperationNode, type ReferenceNode, TableNode } from 'kysely'
import type { Condition } from './conditions.ts'
import { QueryRefused } from './query-allowlist.ts'

/** How a stored value becomes what the caller gets; undefined: it is that already. */
export type Revive = ((value: unknown) => unknown) | undefined
/** What a select answers, by name. */
export type Outputs = ReadonlyMap<string, Revive>

/** Something that a select takes rows from: a table of the plugin, or a sub-query. */
export interface Source {
  readonly alias: string
  readonly entity?: AnyEntity
  readonly outputs: Outputs
}

/** What the rewriter asks about tables. */
export interface Tables {
  /** Undefined for a table that the query may not mention */
  entity(table: string): AnyEntity | undefined
  /** The scope of an entity mentioned as `alias` */
  condition(entity: AnyEntity, alias: string): Condition
  /** Properties of an entity in column order, with how their stored values become theirs */
  outputs(entity: AnyEntity): Outputs
}

/** The names that a place in a query sees: its own sources, then those around it, and the sub-queries named by `with`. */
export interface Names {
  readonly sources: readonly Source[]
  readonly around: Names | undefined
  readonly local: ReadonlyMap<string, Outputs>
}

export const nameOf = (node: OperationNode): string => {
  if (!IdentifierNode.is(node)) throw new QueryRefused('an alias must be a plain name')
  return node.name
}

/** Whether a place in `from` or `join` holds a table, bare or under an alias. */
export const isTable = (node: OperationNode): boolean => TableNode.is(AliasNode.is(node) ? node.node : node)

/** The source that a table in `from` or `join` is. @throws QueryRefused for a table that is not the plugin's */
export function tableSource(node: OperationNode, tables: Tables, names: Names): Source {
  const { schema, identifier } = ((AliasNode.is(node) ? node.node : node) as TableNode).table
  if (schema) throw new QueryRefused('a schema may not be named')
  const alias = AliasNode.is(node) ? nameOf(node.alias) : identifier.name
  const local = localOutputs(names, identifier.name)
  if (local) return { alias, outputs: local }
  const entity = tables.entity(identifier.name)
  if (!entity) throw new QueryRefused(`"${identifier.name}" is not a table of this plugin`)
  return { alias, entity, outputs: tables.outputs(entity) }
}

function localOutputs(names: Names | undefined, name: string): Outputs | undefined {
  return names && (names.local.get(name) ?? localOutputs(names.around, name))
}

/** The source that a column reference means. @throws QueryRefused for a column that its source lacks */
export function sourceOf(reference: ReferenceNode, property: string, names: Names): Source | undefined {
  const alias = reference.table?.table.identifier.name
  if (reference.table?.table.schema) throw new QueryRefused('a schema may not be named')
  for (let at: Names | undefined = names; at; at = at.around) {
    const found =
      alias === undefined ? at.sources.find(({ outputs }) => outputs.has(property)) : at.sources.find((source) => source.alias === alias)
    if (!found) continue
    if (!found.outputs.has(property)) throw new QueryRefused(`"${found.alias}" has no "${property}"`)
    return found
  }
  throw new QueryRefused(alias === undefined ? `nothing here has "${property}"` : `"${alias}" is not named in from or join`)
}

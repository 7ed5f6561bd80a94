import { type AnyOperation, scopes } from '@liaison/sdk'
import { type AnyEntity, isLog, type Via } from '@liaison/sdk/server'
import type { FoundPlugin } from './kernel.ts'

type Report = (fault: string) => void
interface LooseRule {
  readonly read?: { readonly key: string }
  readonly own?: readonly (string | Via)[]
  readonly project?: string | Via
  readonly department?: string | Via
  readonly members?: Via
  readonly shares?: { readonly root?: string }
  readonly within?: readonly [string, string]
  readonly inherits?: readonly [string, string]
}

const propertiesOf = (entity: AnyEntity): Readonly<Record<string, unknown>> =>
  (entity.schema as { meta: { properties: Record<string, unknown> } }).meta.properties

function checkOperation(plugin: FoundPlugin, operation: AnyOperation, permissions: ReadonlySet<string>, report: Report): void {
  const { id, permission, access, path, schema, method } = operation
  if (permission === undefined && access === undefined) report(`${id}: neither permission nor access`)
  if (permission !== undefined && !permissions.has(permission.key))
    report(`${id}: permission "${permission.key}" is not declared by ${plugin.definition.id}`)
  if (!plugin.builtIn && !id.startsWith(`${plugin.definition.id}.`)) report(`${id}: does not start with "${plugin.definition.id}."`)
  if (method === 'GET' && schema.body !== undefined) report(`${id}: a GET has no body`)
  const named = new Set([...path.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1]!))
  for (const name of Object.keys(schema.params?.properties ?? {})) if (!named.delete(name)) report(`${id}: its path ${path} lacks :${name}`)
  for (const name of named) report(`${id}: nothing says what :${name} in its path is`)
}

function checkScope(plugin: FoundPlugin, entity: AnyEntity, tables: ReadonlyMap<string, AnyEntity>, report: Report): void {
  const rule = entity.rule as LooseRule | undefined
  if (rule?.read === undefined) return report(`${entity.table}: no scope rule`)
  const has = (table: string, property: string): void => {
    const other = tables.get(table)
    if (other === undefined || !(property in propertiesOf(other)))
      report(`${entity.table}: its scope names ${table}.${property}, which ${plugin.definition.id} does not have`)
  }
  for (const place of [...(rule.own ?? []), rule.project, rule.department, rule.members, rule.shares?.root]) {
    if (place === undefined) continue
    if (typeof place === 'string') {
      has(entity.table, place)
      continue
    }
    for (const property of [place.row, place.key, place.until]) if (property !== undefined) has(place.table, property)
  }
  for (const parent of [rule.within, rule.inherits]) {
    if (parent === undefined) continue
    has(entity.table, parent[0])
    has(parent[1], 'id')
  }
}

function checkEntity(plugin: FoundPlugin, entity: AnyEntity, tables: ReadonlyMap<string, AnyEntity>, report: Report): void {
  const prefix = plugin.builtIn ? 'core_' : `${plugin.definition.id.replaceAll('-', '_')}_`
  if (!entity.table.startsWith(prefix)) report(`${entity.table}: does not start with "${prefix}"`)
  checkScope(plugin, entity, tables, report)
  if (!isLog(entity)) return
  const topic = plugin.definition.topics?.find(({ name }) => name === entity.log.topic)
  if (topic === undefined)
    report(`${entity.table}: its log is told on the topic "${entity.log.topic}", which ${plugin.definition.id} does not list`)
}

/** Ids that must be there once in the whole platform, with what they are. */
function* uniqueIds({ definition }: FoundPlugin): Iterable<readonly [kind: string, id: string]> {
  for (const { id, method, path } of definition.operations ?? []) {
    yield ['operation', id]
    yield ['address', `${method} ${path.replaceAll(/:[A-Za-z]+/g, ':')}`]
  }
  for (const { key } of definition.permissions ?? []) yield ['permission', key]
  for (const { table } of definition.entities ?? []) yield ['table', (table as string).toLowerCase()]
  for (const { name } of definition.hooks ?? []) yield ['hook', name]
  for (const { name } of definition.topics ?? []) yield ['topic', name]
  for (const { name } of definition.events ?? []) yield ['event', name]
  for (const { name } of definition.tokens ?? []) yield ['token', name]
}

function checkIds(plugin: FoundPlugin, taken: Map<string, string>, report: Report): void {
  for (const [kind, id] of uniqueIds(plugin)) {
    const owner = taken.get(`${kind} ${id}`)
    if (owner === undefined) taken.set(`${kind} ${id}`, plugin.definition.id)
    else if (kind !== 'event' || owner !== plugin.definition.id)
      report(`${kind} "${id}" is declared twice, by ${owner} and ${plugin.definition.id}`)
  }
}

/**
 * Everything wrong in what plugins declare, by plugin id, told together before any of them runs: operations without a check,
 * permissions nobody declares, tables without a rule or outside the prefix, scopes that name what is not there, ids used twice.
 */
export function faultsOf(plugins: readonly FoundPlugin[]): ReadonlyMap<string, readonly string[]> {
  const roomPermissions = plugins.filter(({ builtIn }) => builtIn).flatMap(({ definition }) => definition.permissions ?? [])
  const taken = new Map<string, string>()
  const faults = new Map<string, readonly string[]>()
  for (const plugin of plugins) {
    const found: string[] = []
    const report: Report = (fault) => found.push(fault)
    const { definition } = plugin
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(definition.id)) report(`plugin id "${definition.id}": lower case letters, digits and - only`)
    const permissions = new Set(
      [...(definition.permissions ?? []), ...(plugin.builtIn ? roomPermissions : [])].map(({ key }) => key as string),
    )
    const tables = new Map<string, AnyEntity>((definition.entities ?? []).map((entity: AnyEntity) => [entity.table, entity]))
    for (const permission of definition.permissions ?? []) {
      if (!plugin.builtIn && !permission.key.startsWith(`${definition.id}.`))
        report(`permission "${permission.key}": does not start with "${definition.id}."`)
      for (const scope of Object.values(permission.presets)) {
        if (scope !== 'none' && !permission.scopes.includes(scope))
          report(
            `permission "${permission.key}": a preset has the scope "${String(scope)}", which is none of ${permission.scopes.join(', ')}`,
          )
      }
      for (const scope of permission.scopes)
        if (!scopes.includes(scope)) report(`permission "${permission.key}": unknown scope "${String(scope)}"`)
    }
    for (const operation of definition.operations ?? []) checkOperation(plugin, operation, permissions, report)
    for (const entity of tables.values()) checkEntity(plugin, entity, tables, report)
    for (const topic of definition.topics ?? []) {
      if (topic.events.length === 0) report(`topic "${topic.name}": carries no events`)
      if (topic.entity === undefined && topic.authorise === undefined) report(`topic "${topic.name}": nothing says who may subscribe`)
    }
    checkIds(plugin, taken, report)
    if (found.length > 0) faults.set(definition.id, found)
  }
  return faults
}

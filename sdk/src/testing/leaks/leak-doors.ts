import type { AnyOperation } from '../../contract/index.ts'
import type { AnyPlugin } from '../../server/index.ts'
import { leastInput, NoLeastInput } from './least-input.ts'
import type { DoorNote, LeakSamples } from './leak-samples.ts'

/** Something that can be asked, with what the walk has to know of it. */
export interface Door {
  readonly id: string
  readonly operation: AnyOperation
  readonly note: DoorNote
  /** Members of the path, in order, with the tables that they name; undefined: nothing that is stored as a row */
  readonly path: readonly { readonly name: string; readonly table: string | undefined }[]
  /** Members of the query that name rows */
  readonly filters: readonly { readonly name: string; readonly table: string }[]
  /** The member of the query that is searched for */
  readonly search: string | undefined
  readonly body: unknown
  /** What the query has to say, and the longest page */
  readonly query: Readonly<Record<string, string>>
  readonly isList: boolean
}
export interface Doors {
  readonly doors: readonly Door[]
  /** What keeps the walk from judging, in words for whoever wrote the plugin */
  readonly complaints: readonly string[]
  /** Doors of which the testing entry says why they cannot be judged, beyond the function */
  readonly unjudged: readonly string[]
}

const searched = ['query', 'q', 'search', 'prefix']

/** All operations of the plugins that are bound, read as data. */
export function doorsOf(plugins: readonly AnyPlugin[], bound: ReadonlySet<string>, samples: ReadonlyMap<string, LeakSamples>): Doors {
  const doors: Door[] = []
  const complaints: string[] = []
  const tables = plugins.flatMap(({ entities = [] }) => entities.map(({ table }: { table: string }) => table))
  for (const { id, operations = [] } of plugins) {
    const entry = samples.get(id)
    for (const operation of operations as readonly AnyOperation[]) {
      if (!bound.has(operation.id)) continue
      const tableOf = (name: string) => namedTable(name, { operation, plugin: id, entry, tables, samples })
      const note = entry?.doors?.[operation.id] ?? {}
      const path = [...operation.path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({ name, table: tableOf(name) }))
      const unknown = path.filter(({ table }) => table === undefined).map(({ name }) => name)
      if (unknown.length > 0 && note.unjudged === undefined)
        complaints.push(`${operation.id}: say in the testing entry of "${id}" (members) which table ${unknown.join(', ')} names`)
      doors.push({
        ...{ id: operation.id, operation, note },
        path: path.map(({ name, table }) => ({ name, table: table ?? undefined })),
        filters: queryMembers(operation).flatMap((name) => {
          const table = name.endsWith('Id') ? tableOf(name) : undefined
          return table ? [{ name, table }] : []
        }),
        search: queryMembers(operation).find((name) => searched.includes(name)),
        body: bodyOf(operation, note, complaints),
        query: queryOf(operation, complaints),
        isList: Object.hasOwn(membersOf(operation.schema.reply), 'items'),
      })
    }
    for (const named of Object.keys(entry?.doors ?? {}))
      if (!(operations as readonly AnyOperation[]).some((operation) => operation.id === named))
        complaints.push(`the testing entry of "${id}" speaks of ${named}, which is no operation of it`)
  }
  return { doors, complaints, unjudged: doors.flatMap(({ id, note }) => (note.unjudged === undefined ? [] : [`${id}: ${note.unjudged}`])) }
}

interface Naming {
  readonly operation: AnyOperation
  readonly plugin: string
  readonly entry: LeakSamples | undefined
  readonly tables: readonly string[]
  readonly samples: ReadonlyMap<string, LeakSamples>
}

/**
 * What the entries say of `people/:id` or of the name alone, the plugin's own first; else `channelId` of the plugin `im` names
 * `im_channel`, and `kudosId` the one table of `kudos`. Null: no row.
 */
function namedTable(name: string, { operation, plugin, entry, tables, samples }: Naming): string | null | undefined {
  const segment = operation.path.split('/')[operation.path.split('/').indexOf(`:${name}`) - 1]
  for (const { members = {} } of [...(entry ? [entry] : []), ...samples.values()])
    for (const key of [`${segment}/:${name}`, ...(name === 'id' ? [] : [name])]) if (members[key] !== undefined) return members[key]
  const prefix = `${plugin.replaceAll('-', '_')}_`
  const guess = `${prefix}${name.replace(/Id$/, '').replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`
  if (tables.includes(guess)) return guess
  const its = tables.filter((table) => table.startsWith(prefix))
  return name === `${plugin}Id` && its.length === 1 ? its[0] : undefined
}

const membersOf = (schema: unknown): Readonly<Record<string, unknown>> =>
  ((schema ?? {}) as { properties?: Readonly<Record<string, unknown>> }).properties ?? {}
const queryMembers = ({ schema }: AnyOperation): readonly string[] => Object.keys(membersOf(schema.query))

function queryOf(operation: AnyOperation, complaints: string[]): Readonly<Record<string, string>> {
  const needed = least(operation, operation.schema.query, complaints)
  const longest = queryMembers(operation).includes('limit') ? { limit: '200' } : {}
  return { ...Object.fromEntries(Object.entries(needed as object).map(([name, value]) => [name, String(value)])), ...longest }
}

function bodyOf(operation: AnyOperation, note: DoorNote, complaints: string[]): unknown {
  if (operation.method === 'GET') return undefined
  return note.body ?? least(operation, operation.schema.body, note.unjudged === undefined ? complaints : [])
}

function least({ id }: AnyOperation, schema: unknown, complaints: string[]): unknown {
  if (schema === undefined) return {}
  try {
    return leastInput(schema)
  } catch (error) {
    if (!(error instanceof NoLeastInput)) throw error
    complaints.push(`${id}: say a body in the testing entry, ${error.message}`)
    return {}
  }
}

/** @param valueOf - of each member of the path */
export const paramsOf = ({ path }: Door, valueOf: (name: string) => string): Readonly<Record<string, string>> =>
  Object.fromEntries(path.map(({ name }) => [name, valueOf(name)]))

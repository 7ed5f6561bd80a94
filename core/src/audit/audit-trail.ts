import { type LocalizedText, notFound, type Page } from '@liaison/sdk'
import type { AuditEntry, AuditFilters } from '@liaison/sdk/platform'
import type { People } from '@liaison/sdk/server'
import { sql, type SqlBool } from 'kysely'
import type { Database, RawRow } from '../data/database.ts'
import { tables } from '../rooms/read-rows.ts'
import { conditionsOf, cursorOf, placeOf } from './audit-filter.ts'
import { ResourceNames } from './resource-names.ts'

type Described = Parameters<Database['compile']>[0]

/** The trail as people read it; nobody has a scope in it: who may read it reads all. */
export class AuditTrail {
  readonly #db: Database
  readonly #people: People
  readonly #titleOf: (key: string) => LocalizedText | undefined
  readonly #names: ResourceNames

  /** @param titleOf - what a permission is called */
  constructor(db: Database, people: People, titleOf: (key: string) => LocalizedText | undefined) {
    this.#db = db
    this.#people = people
    this.#titleOf = titleOf
    this.#names = new ResourceNames(db, people)
  }

  /** The newest first. @throws invalidInput (400) for a broken cursor */
  async page(filters: AuditFilters, { limit = 50, cursor }: { limit?: number; cursor?: string | undefined }): Promise<Page<AuditEntry>> {
    let query = tables
      .selectFrom('coreAudit')
      .selectAll()
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
    if (cursor !== undefined) {
      const { at, id } = placeOf(cursor)
      query = query.where(sql<SqlBool>`(at, id) < (${at}, ${id})`)
    }
    for (const condition of conditionsOf(filters)) query = query.where(condition)
    const rows = await this.#all(query.toOperationNode())
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    return { items: await this.#shown(page), next: rows.length > limit ? cursorOf({ at: Number(last!.at), id: Number(last!.id) }) : null }
  }

  /** @throws notFound (404) */
  async entry(id: number): Promise<{ entry: AuditEntry; mac: string; chained: string | null }> {
    const [row] = await this.#all(tables.selectFrom('coreAudit').selectAll().where('id', '=', id).toOperationNode())
    if (row === undefined) throw notFound()
    const [entry] = await this.#shown([row])
    return { entry: entry!, mac: String(row.mac), chained: row.hash as string | null }
  }

  async oldest(): Promise<string | null> {
    const [row] = await this.#all(tables.selectFrom('coreAudit').select('at').orderBy('at').limit(1).toOperationNode())
    return row === undefined ? null : instantOf(row)
  }

  #all(node: Described): Promise<RawRow[]> {
    const { sql: statement, parameters } = this.#db.compile(node)
    return this.#db.read.all(statement, parameters)
  }

  async #shown(rows: readonly RawRow[]): Promise<AuditEntry[]> {
    const parsed = rows.map((row) => ({ row, stored: JSON.parse(String(row.detail)) as StoredDetail }))
    const names = await this.#names.of(parsed.flatMap(({ row, stored }) => [String(row.row_id), ...mentioned(stored)]))
    return parsed.map(({ row, stored }) => this.#entry(row, stored, names))
  }

  #entry(row: RawRow, stored: StoredDetail, names: ReadonlyMap<string, string>): AuditEntry {
    const actorId = row.actor_id as string | null
    const { address, fields, values = {}, ...detail } = stored
    const id = String(row.row_id)
    const inside = [...new Set(mentioned(stored))].filter((one) => names.has(one))
    return {
      id: Number(row.id),
      at: instantOf(row),
      actor: actorId === null ? null : (this.#people.find(actorId) ?? unknownPerson(actorId)),
      action: String(row.action),
      resource: { type: String(row.kind), id, name: names.get(id) ?? null },
      address: address ?? null,
      fields: fields ?? [],
      changes: Object.entries(values).map(([field, kept]) => ({
        field,
        before: kept.length > 1 ? JSON.stringify(kept[0]) : null,
        after: JSON.stringify(kept.at(-1) ?? null),
      })),
      permission: this.#titleOf(String(row.kind)) ?? null,
      names: inside.map((one) => ({ id: one, name: names.get(one)! })),
      detail: JSON.stringify(detail),
    }
  }
}

interface StoredDetail {
  readonly address?: string
  readonly fields?: string[]
  /** `[after]` of what was made, `[before, after]` of what was changed */
  readonly values?: Readonly<Record<string, readonly unknown[]>>
  readonly [other: string]: unknown
}

/** The texts in it that may be ids of something with a name */
const mentioned = ({ values = {}, ...others }: StoredDetail): string[] =>
  [...Object.values(values).flat(), ...Object.values(others)].filter((value) => typeof value === 'string')

const instantOf = (row: RawRow): string => new Date(Number(row.at)).toISOString()
const unknownPerson = (id: string) => ({ id, name: id, kind: 'internal' as const, affiliation: null, disabled: true })

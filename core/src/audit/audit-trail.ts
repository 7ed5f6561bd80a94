import { invalidInput, type Page } from '@liaison/sdk'
import type { AuditEntry, AuditFilters } from '@liaison/sdk/platform'
import type { People } from '@liaison/sdk/server'
import { sql } from 'kysely'
import type { Database, RawRow } from '../data/database.ts'
import { tables } from '../rooms/read-rows.ts'

const cursorPattern = /^[1-9][0-9]{0,14}$/

/** The trail as people read it; nobody has a scope in it: who may read it reads all. */
export class AuditTrail {
  readonly #db: Database
  readonly #people: People

  constructor(db: Database, people: People) {
    this.#db = db
    this.#people = people
  }

  /** @throws invalidInput (400) for a broken cursor */
  async page(filters: AuditFilters, { limit = 50, cursor }: { limit?: number; cursor?: string | undefined }): Promise<Page<AuditEntry>> {
    if (cursor !== undefined && !cursorPattern.test(cursor))
      throw invalidInput({ errors: [{ pointer: '/query/cursor', message: 'is no cursor of this list' }] })
    const rows = await this.#rows(filters, limit + 1, cursor === undefined ? undefined : Number(cursor))
    const page = rows.slice(0, limit)
    return { items: page.map((row) => this.#shown(row)), next: rows.length > limit ? String(page.at(-1)!['id']) : null }
  }

  #rows({ actor, action, resource, from, to }: AuditFilters, limit: number, below: number | undefined): Promise<RawRow[]> {
    let query = tables.selectFrom('coreAudit').selectAll().orderBy('id', 'desc').limit(limit)
    if (below !== undefined) query = query.where('id', '<', below)
    if (actor !== undefined) query = query.where('actorId', '=', actor)
    if (action !== undefined)
      query = query.where(sql<boolean>`action like ${`%${action.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`} escape '\\'`)
    if (from !== undefined) query = query.where('at', '>=', Date.parse(from))
    if (to !== undefined) query = query.where('at', '<', Date.parse(to))
    if (resource !== undefined) {
      const [kind = '', ...id] = resource.split(':')
      query = query.where('kind', '=', kind)
      if (id.length > 0) query = query.where('rowId', '=', id.join(':'))
    }
    const compiled = this.#db.compile(query.toOperationNode())
    return this.#db.read.all(compiled.sql, compiled.parameters)
  }

  #shown(row: RawRow): AuditEntry {
    const actorId = row['actor_id'] as string | null
    const { address, fields, values = {}, ...detail } = JSON.parse(String(row['detail'])) as StoredDetail
    return {
      id: Number(row['id']),
      at: new Date(Number(row['at'])).toISOString(),
      actor: actorId === null ? null : (this.#people.find(actorId) ?? unknownPerson(actorId)),
      action: String(row['action']),
      resource: { type: String(row['kind']), id: String(row['row_id']) },
      address: address ?? null,
      fields: fields ?? [],
      changes: Object.entries(values).map(([field, kept]) => ({
        field,
        before: kept.length > 1 ? JSON.stringify(kept[0]) : null,
        after: JSON.stringify(kept.at(-1) ?? null),
      })),
      detail: JSON.stringify(detail),
    }
  }
}

interface StoredDetail {
  readonly address?: string
  readonly fields?: string[]
  /** `[after]` of what was made, `[before, after]` of what was changed */
  readonly values?: Readonly<Record<string, readonly unknown[]>>
}

const unknownPerson = (id: string) => ({ id, name: id, kind: 'internal' as const, affiliation: null, disabled: true })

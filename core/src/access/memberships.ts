import type { AnyEntity, Via } from '@liaison/sdk/server'
import { sql } from 'kysely'
import type { Database, Executor, WriteUnit } from '../data/database.ts'
import { snakeCase } from './snake-case.ts'
import { stateOf } from './unit-state.ts'

/** Members of a row, each with the end of his membership in ms, `Infinity` for none. */
type Members = ReadonlyMap<string, number>
interface Held {
  readonly members: Members
  /** Those whose membership lasts between `from` and `to` (ms) */
  set: ReadonlySet<string>
  from: number
  to: number
}

/** Who is in members-ruled rows (conversations): in memory, so that the message path asks no database. */
export interface Memberships {
  /** From memory when the row is known there, else one look-up. Nobody, for a row that does not exist. */
  of(entity: AnyEntity, id: string, now: Date): ReadonlySet<string> | Promise<ReadonlySet<string>>
  /** As a unit of work sees them: with what it has written. */
  inside(unit: WriteUnit, entity: AnyEntity, id: string, now: Date): ReadonlySet<string> | Promise<ReadonlySet<string>>
  /** To be called for every row written to a table: drops whoever's members it says, everywhere, with the commit. */
  written(unit: WriteUnit, table: string, rows: readonly Readonly<Record<string, unknown>>[]): void
  /** Tells what was dropped: table and id of a members-ruled row; neither when all may have changed. */
  onChange(listener: (table?: string, id?: string) => void): () => void
  close(): void
}

export interface MembershipsOptions {
  readonly db: Database
  /** Entities of all plugins */
  readonly entities: Iterable<AnyEntity>
  /** Rows held at once; default 20,000 */
  readonly limit?: number
}

const channel = 'members'
const unset = (members: Members): Held => ({ members, set: new Set(), from: Infinity, to: -Infinity })
const viaOf = (entity: AnyEntity): Via | undefined => ('members' in entity.rule ? entity.rule.members : undefined)

export function createMemberships({ db, entities, limit = 20_000 }: MembershipsOptions): Memberships {
  const ruled = [...entities].filter((entity) => viaOf(entity) !== undefined)
  const bySideTable = Map.groupBy(ruled, (entity) => viaOf(entity)?.table ?? '')
  const held = new Map<string, Held>()
  const loading = new Map<string, Promise<ReadonlySet<string>>>()
  const listeners = new Set<(table?: string, id?: string) => void>()

  const forget = (key?: string): void => {
    if (key === undefined) {
      held.clear()
      loading.clear()
    } else {
      held.delete(key)
      loading.delete(key)
    }
  }
  const stop = db.onSignal(channel, (key) => {
    forget(key)
    const [table, id] = key === undefined ? [] : [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)]
    for (const listen of listeners) listen(table, id)
  })

  function of(entity: AnyEntity, id: string, now: Date): ReadonlySet<string> | Promise<ReadonlySet<string>> {
    const key = `${entity.table}:${id}`
    const known = held.get(key)
    if (known) return lasting(known, now)
    return loading.get(key) ?? load(entity, id, key, now)
  }

  function load(entity: AnyEntity, id: string, key: string, now: Date): Promise<ReadonlySet<string>> {
    const started: Promise<ReadonlySet<string>> = read(db, db.read, entity, id).then((members) => {
      // somebody changed them meanwhile, and what was read may be older
      if (loading.get(key) !== started) return of(entity, id, now)
      loading.delete(key)
      const fresh = unset(members)
      // ids that somebody made up must not push out what is asked for
      if (db.signalsArrive && members.size > 0) keep(key, fresh)
      return lasting(fresh, now)
    })
    loading.set(key, started)
    // a failed look-up is told to who asked, and is no reason to fail the next one
    started.catch(() => loading.get(key) === started && loading.delete(key))
    return started
  }

  function keep(key: string, fresh: Held): void {
    if (held.size >= limit) held.delete(held.keys().next().value as string)
    held.set(key, fresh)
  }

  return {
    of,
    inside(unit, entity, id, now) {
      if (!stateOf(unit).membersWritten.has(`${entity.table}:${id}`)) return of(entity, id, now)
      return read(db, unit.run, entity, id).then((members) => lasting(unset(members), now))
    },
    written(unit, table, rows) {
      for (const entity of bySideTable.get(table) ?? []) {
        const { row: property } = viaOf(entity) as Via
        for (const id of new Set(rows.map((row) => row[property]))) {
          const key = `${entity.table}:${String(id)}`
          const { membersWritten } = stateOf(unit)
          if (membersWritten.has(key)) continue
          membersWritten.add(key)
          unit.signal(channel, key)
          unit.afterCommit(() => forget(key))
        }
      }
    },
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close() {
      stop()
      forget()
    },
  }
}

/** Whose membership lasts at an instant; the set is made anew only when a membership ends between. */
function lasting(held: Held, now: Date): ReadonlySet<string> {
  const at = now.getTime()
  if (at >= held.from && at < held.to) return held.set
  const ends = [...held.members.values()]
  held.set = heldAt(held.members, at)
  held.from = Math.max(-Infinity, ...ends.filter((until) => until <= at))
  held.to = Math.min(Infinity, ...ends.filter((until) => until > at))
  return held.set
}

const heldAt = (members: Members, at: number): ReadonlySet<string> =>
  new Set([...members].flatMap(([personId, until]) => (until > at ? [personId] : [])))

async function read(db: Database, run: Executor, entity: AnyEntity, id: string): Promise<Members> {
  const { table, row, key, until } = viaOf(entity) as Via
  const end = until === undefined ? sql`null` : sql.ref(snakeCase(until))
  const query = sql`select ${sql.ref(snakeCase(key))} as person, ${end} as until from ${sql.table(table)} where ${sql.ref(snakeCase(row))} = ${id}`
  const { sql: text, parameters } = db.compile(query.toOperationNode())
  const rows = await run.all(text, parameters)
  const members = new Map<string, number>()
  for (const { person, until: ends } of rows) {
    const at = ends === null || ends === undefined ? Infinity : new Date(ends as Date).getTime()
    // somebody may be in twice: the longer membership counts
    members.set(person as string, Math.max(at, members.get(person as string) ?? -Infinity))
  }
  return members
}

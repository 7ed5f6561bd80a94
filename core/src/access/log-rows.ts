import { notFound, type Permission } from '@liaison/sdk'
import type { AnyLog, LogRows, ReadingPosition } from '@liaison/sdk/server'
import { sql } from 'kysely'
import { storable } from './changes.ts'
import type { RowsContext, Values } from './rows-context.ts'
import { admitUnstored, missing } from './scope-check.ts'
import { snakeCase } from './snake-case.ts'
import { selectWhere } from './where.ts'

interface PageOptions {
  readonly before?: number
  readonly after?: number
  readonly limit?: number
  readonly where?: never
}

const largestPage = 200
const noPositions: ReadonlyMap<string, ReadingPosition> = new Map()

/** The rows of one log under one permission: `LogRows` of the SDK, whatever the log. */
export function logRows(context: RowsContext, log: AnyLog, permission: Permission): LogRows<AnyLog> {
  const { table } = log
  const { stream: streamOf, cursor, head } = log.log

  async function append(values: Values): Promise<{ row: Values; fresh: boolean }> {
    const unit = context.writing()
    const row: Values = { ...storable(log, values), createdAt: context.now, updatedAt: context.now, version: 1 }
    await admitUnstored(context, log, permission, row)
    unit.attribute(context.access.personId || null, context.action)
    return unit.append(log, row)
  }

  async function page(stream: string, { before, after, limit = 50, where }: PageOptions = {}): Promise<readonly Values[]> {
    const size = Math.min(Math.max(limit, 1), largestPage)
    let query = selectWhere(log, where).selectAll(table).where(`${table}.${streamOf}`, '=', stream).limit(size)
    if (before !== undefined) query = query.where(`${table}.seq`, '<', before)
    if (after !== undefined) query = query.where(`${table}.seq`, '>', after)
    // what follows a known row is read forwards; without one, the newest
    const forwards = after !== undefined && before === undefined
    const rows = await context.select(query.orderBy(`${table}.seq`, forwards ? 'asc' : 'desc').toOperationNode(), permission)
    return forwards ? rows : rows.toReversed()
  }

  async function read(stream: string, seq: number): Promise<ReadingPosition & { moved: boolean }> {
    if (!cursor) throw new Error(`${table} remembers no reading position`)
    const reached = await positionAt(stream, seq)
    const stored = await storedPosition(stream)
    if (!stored) throw notFound()
    const waiting = unstored(stream).get(context.access.personId)
    const current = waiting && waiting.seq > stored.seq ? waiting : stored
    if (!reached || current.seq >= reached.seq) return { ...current, moved: false }
    const to = { ...reached, at: context.now }
    context.db.advance(log, stream, context.access.personId, to)
    return { ...to, moved: true }
  }

  const unstored = (stream: string): ReadonlyMap<string, ReadingPosition> => context.db.pendingCursors(log, stream) ?? noPositions

  /** The newest row up to `seq`: a position past the end is clamped to it. Undefined in an empty stream. */
  async function positionAt(stream: string, seq: number): Promise<{ seq: number; no: number } | undefined> {
    const query = selectWhere(log)
      .select([`${table}.seq`, `${table}.no`])
      .where(`${table}.${streamOf}`, '=', stream)
      .where(`${table}.seq`, '<=', seq)
    const [row] = await context.select(query.orderBy(`${table}.seq`, 'desc').limit(1).toOperationNode(), log.rule.read)
    if (row) return row as unknown as { seq: number; no: number }
    const parent = context.owned.get(head.table)
    const isSeen =
      parent &&
      (await context.select(selectWhere(parent, { id: stream }).select(`${head.table}.id`).toOperationNode(), log.rule.read)).length > 0
    if (!isSeen) throw parent ? await missing(context, parent, log.rule.read, stream) : notFound()
    return undefined
  }

  async function storedPosition(stream: string): Promise<ReadingPosition | undefined> {
    const side = cursor as NonNullable<typeof cursor>
    const name = (property: string) => sql.ref(snakeCase(property))
    const statement = sql`select ${name(side.seq)} as seq, ${name(side.no)} as no, ${name(side.at)} as at from ${sql.table(side.table)}
      where ${name(side.stream)} = ${stream} and ${name(side.person)} = ${context.access.personId}`
    const { sql: text, parameters } = context.db.compile(statement.toOperationNode())
    const [row] = await context.run.all(text, parameters)
    return row && { seq: Number(row.seq), no: Number(row.no), at: row.at === null ? new Date(0) : new Date(row.at as Date) }
  }

  return { append, page, read, unstored } as unknown as LogRows<AnyLog>
}

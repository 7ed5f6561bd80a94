import type { AnyLog, LogRule } from '@liaison/sdk/server'
import type { RawRow } from './database.ts'
import { type ColumnMap, snakeCase } from './columns.ts'
import { idOfOnce } from './once-id.ts'

/** A log's declaration resolved to columns: what an append needs, worked out once. */
export interface LogPlan {
  readonly log: AnyLog
  readonly map: ColumnMap
  readonly table: string
  readonly stream: string
  readonly author: string
  readonly once: readonly [string, string]
  /** Columns by the properties that the rule names */
  readonly names: { readonly stream: string }
  readonly head: { readonly table: string; readonly seq: string; readonly no: string; readonly at: string }
  readonly cursor: Required<LogRule<RawRow>>['cursor'] | undefined
  counts(row: RawRow): boolean
}

export function planLog(log: AnyLog, map: ColumnMap): LogPlan {
  const rule = log.log
  const nameOf = (property: string): string => {
    const column = map.byProperty.get(property)
    if (!column) throw new Error(`the log ${log.table} names the column ${property}, which it does not have`)
    return column.name
  }
  const { head, cursor } = rule
  for (const property of [rule.author, ...rule.once]) nameOf(property)
  return {
    log,
    map,
    table: log.table,
    stream: rule.stream,
    author: rule.author,
    once: rule.once,
    names: { stream: nameOf(rule.stream) },
    head: { table: head.table, seq: snakeCase(head.seq), no: snakeCase(head.no), at: snakeCase(head.at) },
    cursor: cursor && {
      table: cursor.table,
      stream: snakeCase(cursor.stream),
      person: snakeCase(cursor.person),
      seq: snakeCase(cursor.seq),
      no: snakeCase(cursor.no),
      at: snakeCase(cursor.at),
    },
    counts: (row) => rule.counts(row),
  }
}

/**
 * A whole row from what the appender gave: times and defaults filled in; `seq` and `no` still 0. Its id says what it is, once
 * and for all: the same append again has the same.
 */
export function completeRow(plan: LogPlan, values: RawRow, now: Date): RawRow {
  const row: RawRow = {}
  for (const { property, fallback, nullable } of plan.map.columns) {
    const given = values[property]
    row[property] = given !== undefined ? given : (fallback ?? (nullable ? null : undefined))
  }
  row.id = idOfOnce(String(row[plan.once[0]]), String(row[plan.once[1]]))
  row.createdAt ??= now
  row.updatedAt ??= row.createdAt
  row.version ??= 1
  row.seq = 0
  row.no = 0
  return row
}

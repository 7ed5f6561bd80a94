import { sql, type RawBuilder } from 'kysely'
import type { RollOutStep } from '@liaison/sdk/platform'
import type { Database, RawRow } from '../data/database.ts'
import { asSql, isOneOf } from './conditions.ts'
import type { RollOutRule, Whom } from './roll-out.ts'

/** The rules in force; none for most installations and modules. */
export async function readRules(db: Database): Promise<readonly RollOutRule[]> {
  const rows = await all(db, sql`select rule_key, steps from core_roll_out where steps is not null`)
  return rows.map((row) => ({ key: row.rule_key as string, steps: JSON.parse(row.steps as string) as RollOutStep[] }))
}

/** A person as the rules know him; his departments are read only where a rule names some. */
export async function readWhom(
  db: Database,
  rules: readonly RollOutRule[],
  { id, external, departmentIds }: { readonly id: string; readonly external: boolean; readonly departmentIds: readonly string[] },
): Promise<Whom> {
  const asksForDepartments = rules.some(({ steps }) => steps.some(({ audience }) => audience.kind === 'departments'))
  if (!asksForDepartments || departmentIds.length === 0) return { id, external, departments: none }
  const rows = await all(db, sql`select path from core_department where ${asSql(isOneOf(sql.ref('id'), departmentIds, db.dialect))}`)
  return { id, external, departments: new Set(rows.flatMap(({ path }) => (path as string).split('/').filter((part) => part !== ''))) }
}

function all(db: Database, query: RawBuilder<unknown>): Promise<RawRow[]> {
  const { sql: text, parameters } = db.compile(query.toOperationNode())
  return db.read.all(text, parameters)
}

const none: ReadonlySet<string> = new Set()

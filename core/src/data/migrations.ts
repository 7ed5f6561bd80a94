import type { AnyEntity, Migration } from '@liaison/sdk/server'
import type { Database } from './database.ts'
import { coreDataMigrations } from './core-tables.ts'
import { schemaChange } from './schema-change.ts'

/** A plugin's migrations, to be run after those of the plugins before it. */
export interface MigratedPlugin {
  readonly id: string
  readonly migrations?: readonly Migration[]
  /** Told when one of them fails: the plugin's others are left undone and the next plugin's are run; without it the run ends. */
  failed?(error: unknown): void
}

const lockKey = 7_108_001
const budgetMs = 10 * 60_000

/**
 * Brings the tables of the core and of the plugins up to date: each migration once, in a transaction of its own, also when two
 * processes start together. One that fails leaves nothing half-made and is named in the error.
 * @param plugins - in the order in which they require each other
 * @returns the names of what was run, `plugin.name`
 */
export async function migrate(db: Database, plugins: readonly MigratedPlugin[]): Promise<readonly string[]> {
  await exclusively(db, async (run) => {
    await run(
      'create table if not exists core_migration (plugin text not null, name text not null, at text not null, primary key (plugin, name))',
    )
  })
  const done: string[] = []
  for (const plugin of [{ id: 'core.data', migrations: coreDataMigrations }, ...plugins] as readonly MigratedPlugin[]) {
    try {
      for await (const name of stepsOf(db, plugin)) done.push(name)
    } catch (error) {
      if (plugin.failed === undefined) throw error
      plugin.failed(error)
    }
  }
  return done
}

async function* stepsOf(db: Database, { id, migrations = [] }: MigratedPlugin): AsyncIterable<string> {
  for (const step of migrations) if (await once(db, id, step)) yield `${id}.${step.name}`
}

function exclusively<T>(
  db: Database,
  job: (
    run: (statement: string, parameters?: readonly unknown[]) => Promise<unknown>,
    unit: Parameters<Parameters<Database['write']>[0]>[0],
  ) => Promise<T>,
): Promise<T> {
  return db.write(
    async (unit) => {
      // SQLite's write transaction keeps the other process out by itself
      if (db.dialect === 'postgresql') await unit.run.all('select pg_advisory_xact_lock($1)', [lockKey])
      return job((statement, parameters = []) => unit.run.run(statement, parameters), unit)
    },
    { budgetMs },
  )
}

async function once(db: Database, plugin: string, step: Migration): Promise<boolean> {
  try {
    return await exclusively(db, async (_run, unit) => {
      const [first, second] = db.dialect === 'sqlite' ? ['?', '?'] : ['$1', '$2']
      const known = await unit.run.all(`select 1 as known from core_migration where plugin = ${first} and name = ${second}`, [
        plugin,
        step.name,
      ])
      if (known.length > 0) return false
      await step.up(schemaChange(db.dialect, unit.run))
      await unit.run.run(`insert into core_migration (plugin, name, at) values (${first}, ${second}, cast(current_timestamp as text))`, [
        plugin,
        step.name,
      ])
      return true
    })
  } catch (error) {
    throw new Error(
      `the migration ${plugin}.${step.name} failed; nothing of it was kept: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    )
  }
}

/**
 * Compares what the entities declare with the tables as they are.
 * @throws one error that lists every missing table and column
 */
export async function checkTables(db: Database, entities: readonly AnyEntity[]): Promise<void> {
  const faults: string[] = []
  for (const entity of entities) {
    const present = await columnsOf(db, entity.table)
    if (present.size === 0) {
      faults.push(`there is no table ${entity.table}`)
      continue
    }
    const missing = db.columns(entity).filter((name) => !present.has(name))
    if (missing.length > 0) faults.push(`the table ${entity.table} has no column ${missing.join(', ')}`)
  }
  if (faults.length > 0) throw new Error(`entities and migrations do not agree: ${faults.join('; ')}`)
}

async function columnsOf(db: Database, table: string): Promise<ReadonlySet<string>> {
  const rows =
    db.dialect === 'sqlite'
      ? await db.read.all('select name from pragma_table_info(?)', [table])
      : await db.read.all('select attname as name from pg_attribute where attrelid = to_regclass($1) and attnum > 0 and not attisdropped', [
          table,
        ])
  return new Set(rows.map((row) => String(row.name)))
}

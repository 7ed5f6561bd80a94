import { globSync, readFileSync } from 'node:fs'
import type { Database } from '../data/database.ts'

/**
 * All that somebody has who holds the database: on SQLite the file and its log, byte by byte, with what was overwritten; on
 * PostgreSQL every row of every table as text.
 */
export const dumpOf = (db: Database): Promise<string> => (db.dialect === 'sqlite' ? filesOf(db) : rowsOf(db))

async function filesOf(db: Database): Promise<string> {
  const [main] = await db.read.all('select file from pragma_database_list', [])
  return globSync(`${String(main!['file'])}*`)
    .map((file) => readFileSync(file, 'latin1'))
    .join('')
}

async function rowsOf(db: Database): Promise<string> {
  const tables = await db.read.all("select quote_ident(tablename) as name from pg_tables where schemaname = 'public'", [])
  const texts = await Promise.all(tables.map(({ name }) => db.read.all(`select t::text as row from ${String(name)} t`, [])))
  return texts.flatMap((rows) => rows.map(({ row }) => String(row))).join('\n')
}

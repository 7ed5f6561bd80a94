import type { Database } from './database.ts'
import type { DatabaseOptions } from './open-database.ts'

export async function openPostgresql(_url: string, _options: DatabaseOptions): Promise<Database> {
  throw new Error('PostgreSQL is not there yet')
}

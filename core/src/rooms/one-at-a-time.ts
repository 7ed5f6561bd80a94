import type { Database } from '../data/database.ts'
import { type AnyWork, unitOf } from './unit-of.ts'

/**
 * Until the unit ends, no other unit of the installation that asks for the same name goes on: for what has to be counted or
 * compared before it is written. On SQLite units are one at a time anyway.
 */
export async function oneAtATime(work: AnyWork, db: Database, name: string): Promise<void> {
  if (db.dialect === 'postgresql') await unitOf(work).run.all('select pg_advisory_xact_lock(hashtext($1))', [`liaison.${name}`])
}

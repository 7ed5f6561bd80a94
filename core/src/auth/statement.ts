import type { Dialect } from '../data/database.ts'

/** A statement with `?` for its values, as the database wants them marked. For writes that decide by what they hit. */
export function statement(dialect: Dialect, text: string): string {
  if (dialect === 'sqlite') return text
  let count = 0
  return text.replaceAll('?', () => `$${++count}`)
}

import type { AuditEntry } from '@liaison/sdk/platform'
import type { LocalizeController } from '@liaison/sdk/web'
import { nameIn } from './entry-words.ts'

const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

/** A kept value for people: names instead of ids, dates, yes and no. @param json - as the trail has it */
export function shownValue(entry: AuditEntry, json: string, { text, dates }: LocalizeController): string {
  const value = JSON.parse(json) as unknown
  if (value === null || value === '') return text('audit.nothing')
  if (typeof value === 'boolean') return text(value ? 'audit.yes' : 'audit.no')
  if (typeof value !== 'string') return JSON.stringify(value)
  return nameIn(entry, value) ?? (instant.test(value) ? dates.exact(value) : value)
}

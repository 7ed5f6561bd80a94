import type { AuditFilters, AuditTopic } from '@liaison/sdk/platform'
import { adminPath } from '../admin-area.ts'

export const auditPath = `${adminPath}/audit`
export const topics: readonly AuditTopic[] = ['change', 'sign-in', 'denied', 'export', 'view-as', 'reveal', 'system']
export type Times = 'all' | 'today' | 'week' | 'month' | 'custom'
export const times: readonly Times[] = ['all', 'today', 'week', 'month', 'custom']

/** What the address says about which entries are shown; days are `2026-11-24`, of the device's zone. */
export interface AuditAsk {
  readonly topic: AuditTopic | undefined
  readonly actor: string | undefined
  readonly resource: string | undefined
  readonly action: string | undefined
  readonly times: Times
  readonly from: string | undefined
  readonly to: string | undefined
  readonly entry: number | undefined
}

export function askOf(query: URLSearchParams): AuditAsk {
  const given = (name: string) => query.get(name) || undefined
  const dayOf = (name: string) => (/^\d{4}-\d\d-\d\d$/.test(query.get(name) ?? '') ? query.get(name)! : undefined)
  return {
    topic: topics.find((topic) => topic === query.get('topic')),
    actor: /^[0-9a-f-]{36}$/.test(query.get('actor') ?? '') ? query.get('actor')! : undefined,
    resource: given('resource'),
    action: given('action'),
    times: times.find((one) => one === query.get('times')) ?? 'all',
    from: dayOf('from'),
    to: dayOf('to'),
    entry: /^[1-9]\d{0,14}$/.test(query.get('entry') ?? '') ? Number(query.get('entry')) : undefined,
  }
}

/** The address of the page with something asked otherwise. */
export function addressOf(ask: AuditAsk, part: Partial<AuditAsk>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...ask, ...part }))
    if (value !== undefined && !(name === 'times' && value === 'all')) query.set(name, String(value))
  const text = query.toString()
  return text === '' ? auditPath : `${auditPath}?${text}`
}

/** What the server is asked for. */
export function filtersOf({ topic, actor, resource, action, times: chosen, from, to }: AuditAsk, now = new Date()): AuditFilters {
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate())
  const back = (days: number) => new Date(midnight.getFullYear(), midnight.getMonth(), midnight.getDate() - days)
  const since = {
    all: undefined,
    today: midnight,
    week: back(6),
    month: back(29),
    custom: from === undefined ? undefined : dayStart(from),
  }[chosen]
  const until = chosen === 'custom' && to !== undefined ? dayStart(to, 1) : undefined
  return {
    ...(topic !== undefined && { topic }),
    ...(actor !== undefined && { actor }),
    ...(resource !== undefined && { resource }),
    ...(action !== undefined && { action }),
    ...(since !== undefined && { from: since.toISOString() }),
    ...(until !== undefined && { to: until.toISOString() }),
  }
}

export const isNarrowed = (ask: AuditAsk): boolean =>
  ask.times !== 'all' || [ask.topic, ask.actor, ask.resource, ask.action].some((one) => one !== undefined)

function dayStart(day: string, later = 0): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + later)
}

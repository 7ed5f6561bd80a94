import type { AuditEntry } from '@liaison/sdk/platform'
import type { LocalizeController } from '@liaison/sdk/web'

type Words = Pick<LocalizeController, 'text' | 'locale'> & { has(key: string): boolean }

/** An entry as people read it. */
export interface EntryWords {
  /** Message key of the kind of act */
  readonly topic: string
  readonly title: string
  /** Beside the title, small */
  readonly note: string
  readonly isDenied: boolean
}

/** What is in `detail`, as far as it is shown. */
export interface EntryDetail {
  readonly traceId?: string
  readonly reason?: string
  readonly field?: string
  readonly as?: string
  readonly entries?: number
  readonly problem?: string
  readonly [other: string]: unknown
}

export const detailOf = ({ detail }: AuditEntry): EntryDetail => JSON.parse(detail) as EntryDetail
export const nameIn = ({ names }: AuditEntry, id: unknown): string | undefined => names.find((one) => one.id === id)?.name

/** The operation of an action, and what it did: `directory.changePerson:place-person:update` → that, and `update`. */
export const partsOf = (action: string): { operation: string; did: string } => ({
  operation: action.slice(0, action.indexOf(':')),
  did: action.slice(action.lastIndexOf(':') + 1),
})

/** What is done to rows, one at a time or many at once. */
const acts: Readonly<Record<string, string | undefined>> = {
  ...{ create: 'create', update: 'update', delete: 'delete', append: 'append', share: 'share', unshare: 'unshare' },
  ...{ 'change-all': 'update', 'remove-all': 'delete' },
}

/** What a table or field is called; its own name where nobody gave it another. */
export const kindWord = (kind: string, { has, text }: Words): string => (has(`audit.kind.${kind}`) ? text(`audit.kind.${kind}`) : kind)
export const fieldWord = (field: string, { has, text }: Words): string =>
  has(`audit.field.${field}`) ? text(`audit.field.${field}`) : field

/** Why the platform acted by itself; a plugin's own reason stands as it declared it. */
const reasonWord = (reason: string, { has, text }: Words): string =>
  has(`audit.reason.${reason}`) ? text(`audit.reason.${reason}`) : reason

export function entryWords(entry: AuditEntry, words: Words): EntryWords {
  const { text } = words
  const { operation, did } = partsOf(entry.action)
  const detail = detailOf(entry)
  const name = entry.resource.name ?? ''
  const what = entry.permission?.[words.locale] ?? kindWord(entry.resource.type, words)
  const told = (topic: string, title: string, note = ''): EntryWords => ({ topic, title, note, isDenied: did === 'denied' })

  if (operation === 'auth.login' && did === 'denied')
    return told('sign-in', name === '' ? text('audit.did.sign-in-denied') : text('audit.did.sign-in-denied.of', { name }))
  if (did === 'denied') return told('view', text('audit.did.denied', { what }), name)
  if (did === 'signed-in') return told('sign-in', text('audit.did.signed-in'))
  if (did === 'exported')
    return told(
      'export',
      operation === 'audit.export' ? text('audit.did.exported') : text('audit.did.exported.other', { what }),
      detail.entries === undefined ? '' : text('audit.did.exported.note', { count: detail.entries }),
    )
  if (did === 'revealed')
    return told('reveal', text('audit.did.revealed', { name, field: fieldWord(String(detail.field), words) }), detail.reason)
  if (operation === 'access.startView') return told('view-as', text('audit.did.view-started', { name: viewed(entry) }), reasonIn(entry))
  if (operation === 'access.endView') return told('view-as', text('audit.did.view-ended'))
  if (did === 'viewed') return told('view-as', text('audit.did.viewed', { name: nameIn(entry, detail.as) ?? '', what }), name)
  if (did === 'as-system') return told('system', text('audit.did.as-system'), reasonWord(entry.resource.id, words))
  if (did === 'retention') return told('system', text('audit.did.retention'))
  const act = acts[did]
  if (act !== undefined) {
    const title = text(`audit.did.${act}`, { what: name === '' ? what : `${what} ${name}` })
    const topic = did === 'append' ? 'post' : entry.actor !== null ? 'change' : operation === 'auth.login' ? 'sign-in' : 'system'
    return told(topic, title, act === 'update' ? fieldsOf(entry, words) : '')
  }
  return told(entry.actor === null ? 'system' : 'change', entry.action, name)
}

/** Whoever could not sign in; what nobody in particular did is the platform's. */
export const isStranger = ({ actor, action }: AuditEntry): boolean => actor === null && partsOf(action).did === 'denied'

const valueOf = (entry: AuditEntry, field: string): unknown =>
  JSON.parse(entry.changes.find((change) => change.field === field)?.after ?? 'null') as unknown
const viewed = (entry: AuditEntry): string => nameIn(entry, valueOf(entry, 'personId')) ?? ''
const reasonIn = (entry: AuditEntry): string => String(valueOf(entry, 'reason') ?? '')
const fieldsOf = ({ fields }: AuditEntry, words: Words): string =>
  fields.map((field) => fieldWord(field, words)).join(words.locale === 'en' ? ', ' : '、')

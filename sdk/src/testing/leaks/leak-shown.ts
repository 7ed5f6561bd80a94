import type { AnyOperation } from '../../contract/index.ts'
import type { TestResponse } from '../test-host.ts'
import type { Who } from './leak-cast.ts'
import type { Door } from './leak-doors.ts'
import type { StoredRow } from './leak-model.ts'
import type { DoorNote } from './leak-samples.ts'
import { reaches } from './leak-verdict.ts'
import { type About, rowReason, type Walked } from './walked.ts'

/** Every text of a sample begins with it. */
export const sampleWord = 'sample'
const marks = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|sample \d{5}x/g

/** What a list, a search or a filter showed somebody. */
export interface Shown {
  readonly who: Who
  readonly by: 'list' | 'search' | 'filter'
  readonly items: readonly { readonly id?: string }[]
  readonly ids: ReadonlySet<string>
  readonly texts: ReadonlySet<string>
  /** The row whose children were asked for, or by which was filtered */
  readonly of?: About
  readonly count?: unknown
}

export function contentOf(...answers: readonly TestResponse[]): Pick<Shown, 'items' | 'ids' | 'texts'> {
  const items = answers.flatMap(({ body }) => (body as { items?: readonly { id?: string }[] } | undefined)?.items ?? [])
  const texts = answers.flatMap(({ text }) => text.match(marks) ?? [])
  return { items, ids: new Set(items.flatMap(({ id }) => id ?? [])), texts: new Set(texts) }
}

/** Something that says something: an operation, or a topic. */
export interface Teller {
  readonly id: string
  readonly note: DoorNote
  readonly operation?: AnyOperation
}

/** Whatever it is about: nothing that is said may name a row that its reader does not see, or hold its text. */
export function judgeMentions({ made, model, readOf, report }: Walked, teller: Teller, who: Who, said: string, of?: About): void {
  const permission = teller.operation?.permission
  for (const mark of new Set(said.match(marks) ?? [])) {
    const known = made.get(mark)
    if (known === undefined) continue
    const read = readOf.get(known.table)!
    const about: About = [known.table, known.row]
    const { sees, shows, belongingBy } = teller.note
    const isTold = belongingBy !== undefined && known.table === shows && known.row[belongingBy] === of?.[1].id
    const isSeen = sees
      ? sees(known.row, who)
      : isTold || reaches(model, who, read, about) || (permission !== undefined && reaches(model, who, permission.key, about))
    const place = { who, door: teller.id, about: `${known.table} ${known.row.id}` }
    report.cell('mention', place, {
      expected: isSeen ? 'told' : 'kept back',
      found: 'told',
      why: () => `${who.name} does not reach it under ${read}`,
    })
  }
}

/** Compares lists, searches, filters and counts with what the model says, once it is known what the door shows. */
export function judgeShown(walked: Walked, door: Door, shown: readonly Shown[]): void {
  const { model, report } = walked
  if (door.note.counts) judgeCounts(walked, door, door.note.counts, shown)
  const isText = (door.operation.schema.reply as { type?: string } | undefined)?.type === 'string'
  if ((!door.isList && !isText) || door.note.unjudged !== undefined) return
  if (door.note.shows === null) return
  const table = door.note.shows ?? tableShown(walked, shown)
  if (table === undefined) {
    if (shown.length > 0)
      report.complain(`${door.id} showed nothing to anybody: say in the testing entry what it shows, or why it cannot be judged`)
    return
  }
  const texts = new Map([...walked.made.values()].map(({ row, text }) => [row.id, text]))
  for (const one of shown) {
    const rows = model.rows(table).filter((row) => one.of === undefined || one.by === 'filter' || belongs(walked, table, row, one.of))
    for (const row of rows) {
      const isThere = isAmong(one, row, door.note, isText ? texts.get(row.id) : undefined)
      const isDue = isShown(walked, door, table, one, row)
      // a search may know less than the row, and a filter says fewer: both may leave out, neither may show more
      if (isDue && !isThere && (one.by !== 'list' || (one.by === 'list' && isText && !texts.has(row.id)))) continue
      const place = { who: one.who, door: `${door.id} (${one.by})`, about: `${table} ${row.id}` }
      report.cell(one.by, place, {
        expected: isDue ? 'shown' : 'hidden',
        found: isThere ? 'shown' : 'hidden',
        why: () => rowReason(walked, door, one.who, [table, row]),
      })
    }
  }
  const found = shown.some(({ by, ids, texts: seen }) => by === 'search' && (ids.size > 0 || seen.size > 0))
  if (door.search !== undefined && !found && shown.some(({ by }) => by === 'search'))
    report.complain(`${door.id} found nothing for "${sampleWord}": the text of the sample has to be in a column that is searched`)
}

function isAmong({ items, ids, texts }: Shown, row: StoredRow, { match }: DoorNote, text: string | undefined): boolean {
  if (text !== undefined) return texts.has(text) || texts.has(row.id)
  return match ? items.some((item) => match(item, row)) : ids.has(row.id)
}

function isShown(walked: Walked, door: Door, table: string, { who, by, of }: Shown, row: StoredRow): boolean {
  const { model, readOf } = walked
  const permission = door.operation.permission?.key ?? readOf.get(table)!
  // to filter by something that one does not see would tell what belongs to it
  if (by === 'filter' && of && !reaches(model, who, readOf.get(of[0])!, of)) return false
  if (door.note.belongingBy !== undefined) return row[door.note.belongingBy] === of?.[1].id
  const isReached = door.note.sees ? door.note.sees(row, who) : reaches(model, who, permission, [table, row])
  return isReached && (door.note.only?.(row, who) ?? true)
}

function judgeCounts({ model, report }: Walked, door: Door, counts: NonNullable<DoorNote['counts']>, shown: readonly Shown[]): void {
  const permission = door.operation.permission?.key ?? ''
  for (const { who, by, count } of shown.filter((one) => one.by === 'list')) {
    const due = model
      .rows(counts.table)
      .filter((row) => reaches(model, who, permission, [counts.table, row]) && (door.note.only?.(row, who) ?? true))
    const place = { who, door: `${door.id} (${by})`, about: `the number of ${counts.table}` }
    report.cell('count', place, { expected: String(due.length), found: String(count), why: () => `${permission} reaches so many` })
  }
}

/** Of whose rows the ids are that somebody was shown, or the texts. */
function tableShown({ model, readOf, made }: Walked, shown: readonly Shown[]): string | undefined {
  const ids = new Set(shown.flatMap((one) => [...one.ids]))
  for (const table of readOf.keys()) if (model.rows(table).some(({ id }) => ids.has(id))) return table
  for (const one of shown) for (const text of one.texts) if (made.has(text) && one.ids.size === 0) return made.get(text)!.table
  return undefined
}

function belongs({ parentOf }: Walked, table: string, row: StoredRow, [parentTable, parent]: readonly [string, StoredRow]): boolean {
  const [key, above] = parentOf.get(table) ?? []
  return key === undefined || above !== parentTable || row[key] === parent.id
}

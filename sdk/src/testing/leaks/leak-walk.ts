import type { Topic } from '../../server/index.ts'
import type { TestHost, TestResponse } from '../test-host.ts'
import type { Who } from './leak-cast.ts'
import type { Door } from './leak-doors.ts'
import type { LeakModel, StoredRow } from './leak-model.ts'
import type { LeakReport } from './leak-report.ts'
import type { DoorNote, TopicNote } from './leak-samples.ts'
import { expectedAnswer, givenAnswer, holds, reaches } from './leak-verdict.ts'

export interface Walked {
  readonly host: TestHost
  readonly model: LeakModel
  readonly actors: readonly Who[]
  readonly report: LeakReport
  /** Table, row and text of what the walk has made, by the row's id and by its text */
  readonly made: ReadonlyMap<string, { readonly table: string; readonly row: StoredRow; readonly text: string }>
  /** By table: the permission that makes its rows visible */
  readonly readOf: ReadonlyMap<string, string>
  /** Key columns of children, by table: which row they hang on */
  readonly parentOf: ReadonlyMap<string, readonly [string, string]>
}

const word = 'sample'
const marks = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|sample \d{5}x/g

/** Tries one operation as everybody, about everything. */
export async function tryDoor(walked: Walked, door: Door): Promise<void> {
  const shown: Shown[] = []
  await eachAtOnce(walked.actors, async (who) => {
    if (!(await asksForFunction(walked, door, who)) || door.note.unjudged !== undefined) return
    if (door.path.length > 0) shown.push(...(await asksForRows(walked, door, who)))
    else if (door.operation.method === 'GET') shown.push(...(await asksForLists(walked, door, who)))
  })
  judgeShown(walked, door, shown)
}

/** A few at once, so that waiting for the database costs less. */
async function eachAtOnce<T>(all: readonly T[], job: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all]
  const work = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await job(one)
  }
  await Promise.all([work(), work(), work(), work()])
}

/** What a list, a search or a filter showed somebody. */
interface Shown {
  readonly who: Who
  readonly by: 'list' | 'search' | 'filter'
  readonly items: readonly { readonly id?: string }[]
  readonly ids: ReadonlySet<string>
  readonly texts: ReadonlySet<string>
  /** The row whose children were asked for, or by which was filtered */
  readonly of?: readonly [string, StoredRow]
  readonly count?: unknown
}

async function asksForFunction({ model, report }: Walked, door: Door, who: Who): Promise<boolean> {
  const expected = expectedAnswer(model, who, door.operation)
  const url = addressOf(door, () => crypto.randomUUID())
  const found = givenAnswer(await who.asks(door.operation.method, url, door.operation.method === 'GET' ? undefined : {}), door.operation)
  report.cell(
    'function',
    { who, door: door.id, about: 'nothing in particular' },
    { expected, found, why: () => reasonOf(model, who, door) },
  )
  return expected === 'let in' && found === 'let in'
}

/** Each row of the table that the path names first: is it there for this person, and may he? */
async function asksForRows(walked: Walked, door: Door, who: Who): Promise<readonly Shown[]> {
  const { model, report } = walked
  const [first, ...others] = door.path
  if (first?.table === undefined) return []
  const shown: Shown[] = []
  const { method } = door.operation
  for (const row of model.rows(first.table)) {
    const about = [first.table, row] as const
    const expected = expectedOf(walked, door, who, about)
    // what may be changed is not: the world stays as it is
    if (method !== 'GET' && expected === 'answered') continue
    const url = addressOf(door, (name) => (name === first.name ? row.id : companion(walked, others, name, row)))
    const answer = await who.asks(method, url, door.body)
    const found = expected === 'answered' ? toRow(answer) : refusalOf(answer)
    const place = { who, door: door.id, about: `${first.table} ${row.id}` }
    report.cell('item', place, { expected, found, why: () => rowReason(walked, door, who, about) })
    if (answer.status < 300) {
      judgeMentions(walked, door, who, answer)
      if (door.isList) shown.push({ who, by: 'list', of: about, ...contentOf(answer) })
    }
  }
  return shown
}

const toRow = (answer: TestResponse): string => (answer.status < 300 ? 'answered' : `${answer.status} ${problemOf(answer)}`)
/** A row that the person may not see, or not change, is refused before anything else is said of it. */
const refusalOf = (answer: TestResponse): string => (answer.status < 300 ? 'answered' : String(answer.status))
const problemOf = ({ body }: TestResponse): string => String((body as { type?: string } | undefined)?.type ?? '')

function expectedOf(walked: Walked, door: Door, who: Who, about: readonly [string, StoredRow]): 'answered' | '403' | '404' {
  const { model, readOf } = walked
  const { sees } = door.note
  if (sees) return sees(about[1], who) ? 'answered' : '404'
  const read = readOf.get(about[0])!
  const permission = door.operation.permission?.key ?? read
  if (reaches(model, who, permission, about)) return 'answered'
  return permission !== read && reaches(model, who, read, about) ? '403' : '404'
}

/** Another row that the path names: one that belongs to the first where there is such a table, else any. */
function companion({ model }: Walked, others: Door['path'], name: string, row: StoredRow): string {
  const table = others.find((other) => other.name === name)?.table
  const rows = table === undefined ? [] : model.rows(table)
  return (rows.find((other) => Object.values(other).includes(row.id)) ?? rows[0])?.id ?? crypto.randomUUID()
}

/** The list as it is, by search, and filtered by each row that a member of its query names. */
async function asksForLists(walked: Walked, door: Door, who: Who): Promise<readonly Shown[]> {
  const shown: Shown[] = []
  const ask = async (by: Shown['by'], query: Readonly<Record<string, string>>, of?: Shown['of']): Promise<void> => {
    const answers = await pagesOf(door, who, query)
    for (const answer of answers) {
      if (answer.status >= 300) continue
      judgeMentions(walked, door, who, answer)
      const counts = door.note.counts
      const count = counts && (answer.body as Record<string, unknown>)[counts.member]
      shown.push({ who, by, ...(of && { of }), ...(counts && { count }), ...contentOf(...answers) })
      return
    }
  }
  await ask('list', {})
  if (door.search !== undefined) await ask('search', { [door.search]: word })
  for (const { name, table } of door.filters.filter(({ name: member }) => !door.note.told?.includes(member)))
    for (const row of walked.model.rows(table)) await ask('filter', { [name]: row.id }, [table, row])
  return shown
}

async function pagesOf(door: Door, who: Who, query: Readonly<Record<string, string>>): Promise<readonly TestResponse[]> {
  const answers: TestResponse[] = []
  let cursor: string | undefined
  do {
    const asked = new URLSearchParams({ ...query, ...(door.isList && { limit: '200' }), ...(cursor !== undefined && { cursor }) })
    const answer = await who.asks('GET', `${addressOf(door, () => '')}?${asked.toString()}`, undefined)
    answers.push(answer)
    cursor = (answer.body as { next?: string | null } | undefined)?.next ?? undefined
  } while (cursor !== undefined && door.isList)
  return answers
}

function contentOf(...answers: readonly TestResponse[]): Pick<Shown, 'items' | 'ids' | 'texts'> {
  const items = answers.flatMap(({ body }) => (body as { items?: readonly { id?: string }[] } | undefined)?.items ?? [])
  const texts = answers.flatMap(({ text }) => text.match(marks) ?? [])
  return { items, ids: new Set(items.flatMap(({ id }) => id ?? [])), texts: new Set(texts) }
}

/** Whatever the door is about: nothing that it says may name a row that its reader does not see, or hold its text. */
function judgeMentions({ made, model, readOf, report }: Walked, door: Door, who: Who, answer: TestResponse): void {
  if (door.note.sees) return
  for (const mark of new Set(answer.text.match(marks) ?? [])) {
    const known = made.get(mark)
    if (known === undefined) continue
    const read = readOf.get(known.table)!
    const about: readonly [string, StoredRow] = [known.table, known.row]
    const isSeen =
      reaches(model, who, read, about) ||
      (door.operation.permission !== undefined && reaches(model, who, door.operation.permission.key, about))
    const place = { who, door: door.id, about: `${known.table} ${known.row.id}` }
    report.cell('mention', place, {
      expected: isSeen ? 'told' : 'kept back',
      found: 'told',
      why: () => `${who.name} does not reach it under ${read}`,
    })
  }
}

/** Compares lists, searches, filters and counts with what the model says, once it is known what the door shows. */
function judgeShown(walked: Walked, door: Door, shown: readonly Shown[]): void {
  const { model, report } = walked
  if (door.note.counts) judgeCounts(walked, door, door.note.counts, shown)
  const isText = (door.operation.schema.reply as { type?: string } | undefined)?.type === 'string'
  if ((!door.isList && !isText) || door.note.unjudged !== undefined) return
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
    report.complain(`${door.id} found nothing for "${word}": the text of the sample has to be in a column that is searched`)
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

const addressOf = ({ operation }: Door, valueOf: (name: string) => string): string =>
  `/api${operation.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(valueOf(name)))}`

function reasonOf(model: LeakModel, who: Who, { operation }: Door): string {
  const { permission } = operation
  if (permission === undefined) return `it is for ${operation.access}`
  return `${who.name} ${holds(model, who, permission.key) ? 'holds' : 'does not hold'} ${permission.key}`
}

function rowReason({ model, readOf }: Walked, door: Door, who: Who, about: readonly [string, StoredRow]): string {
  if (door.note.sees) return 'the testing entry says who sees it'
  const read = readOf.get(about[0])!
  const permission = door.operation.permission?.key ?? read
  const say = (key: string) => `${key} ${reaches(model, who, key, about) ? 'reaches' : 'does not reach'} it`
  return permission === read ? say(read) : `${say(read)}, ${say(permission)}`
}

/** Tries to hear of every row by the topics that are about them. */
export async function tryTopic(walked: Walked, topic: Topic, note: TopicNote | undefined): Promise<void> {
  const { model, report, readOf, actors } = walked
  const table = topic.entity?.table ?? note?.about
  if (table === undefined)
    return report.complain(`the topic ${topic.name} decides by a rule of its own: say it in the testing entry (topics)`)
  await eachAtOnce(actors, async (who) => {
    if (who.person === undefined) return
    const socket = await who.person.socket().catch(() => undefined)
    for (const row of model.rows(table)) {
      const isDue = note ? note.sees(row, who, model) : reaches(model, who, readOf.get(table)!, [table, row])
      const expected = isDue && who.id !== undefined ? 'heard' : 'silent'
      const found =
        socket === undefined
          ? 'silent'
          : await socket.subscribe(`${topic.name}:${row.id}`, 0).then(
              () => 'heard',
              () => 'silent',
            )
      const place = { who, door: `topic ${topic.name}`, about: `${table} ${row.id}` }
      report.cell('topic', place, {
        expected,
        found,
        why: () => `${readOf.get(table) ?? 'the rule'} ${isDue ? 'reaches' : 'does not reach'} it`,
      })
    }
    await socket?.close()
  })
}

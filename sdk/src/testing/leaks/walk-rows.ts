import type { TestResponse } from '../test-host.ts'
import type { Who } from './leak-cast.ts'
import { type Door, paramsOf } from './leak-doors.ts'
import type { StoredRow } from './leak-model.ts'
import { contentOf, judgeMentions, type Shown } from './leak-shown.ts'
import { reaches } from './leak-verdict.ts'
import { type About, rowReason, type Walked } from './walked.ts'

/** Each row of the table that the path names first: is it there for this person, and may he? */
export async function asksForRows(walked: Walked, door: Door, who: Who): Promise<readonly Shown[]> {
  const { model, report } = walked
  const [first, ...others] = door.path
  if (first?.table === undefined) return []
  const shown: Shown[] = []
  const { method } = door.operation
  // what the person may not see is answered as what does not exist
  const nothing = await who.asks(door.operation, { params: paramsOf(door, nowhere), body: door.body })
  if (nothing.status === 400) report.complain(`${door.id} does not take what the walk asks: say a body in the testing entry`)
  for (const row of model.rows(first.table)) {
    const about = [first.table, row] as const
    const reach = reachOf(walked, door, who, about)
    const expected = reach === 'hidden' ? refusalOf(nothing) : reach
    // what may be changed is not: the world stays as it is
    if (method !== 'GET' && expected === 'answered') continue
    const params = paramsOf(door, (name) => (name === first.name ? row.id : companion(walked, others, name, row)))
    const answer = await who.asks(door.operation, { params, body: door.body, ...(method === 'GET' && { query: door.query }) })
    if (expected === 'answered' && answer.status === 403 && door.note.refuses !== undefined) continue
    const found = expected === 'answered' ? toRow(answer) : refusalOf(answer)
    const place = { who, door: door.id, about: `${first.table} ${row.id}` }
    report.cell('item', place, { expected, found, why: () => rowReason(walked, door, who, about) })
    if (answer.status < 300) {
      judgeMentions(walked, door, who, answer.text, about)
      if (door.isList) shown.push({ who, by: 'list', of: about, ...contentOf(answer) })
    }
  }
  return shown
}

const toRow = (answer: TestResponse): string => (answer.status < 300 ? 'answered' : `${answer.status} ${problemOf(answer)}`)
/** A row that the person may not see, or not change, is refused before anything else is said of it. */
const refusalOf = (answer: TestResponse): string => (answer.status < 300 ? 'answered' : String(answer.status))
const problemOf = ({ body }: TestResponse): string => String((body as { type?: string } | undefined)?.type ?? '')

const nowhere = (): string => crypto.randomUUID()

function reachOf(walked: Walked, door: Door, who: Who, about: About): 'answered' | '403' | 'hidden' {
  const { model, readOf } = walked
  const { sees } = door.note
  if (sees) return sees(about[1], who) ? 'answered' : 'hidden'
  const read = readOf.get(about[0])!
  const permission = door.operation.permission?.key ?? read
  if (reaches(model, who, permission, about)) return 'answered'
  return permission !== read && reaches(model, who, read, about) ? '403' : 'hidden'
}

/** Another row that the path names: one that belongs to the first where there is such a table, else any. */
function companion({ model }: Walked, others: Door['path'], name: string, row: StoredRow): string {
  const table = others.find((other) => other.name === name)?.table
  const rows = table === undefined ? [] : model.rows(table)
  return (rows.find((other) => Object.values(other).includes(row.id)) ?? rows[0])?.id ?? crypto.randomUUID()
}

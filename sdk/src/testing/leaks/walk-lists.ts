import type { TestResponse } from '../test-host.ts'
import type { Who } from './leak-cast.ts'
import type { Door } from './leak-doors.ts'
import { contentOf, judgeMentions, sampleWord, type Shown } from './leak-shown.ts'
import type { Walked } from './walked.ts'

/** The list as it is, by search, and filtered by each row that a member of its query names. */
export async function asksForLists(walked: Walked, door: Door, who: Who): Promise<readonly Shown[]> {
  const shown: Shown[] = []
  const ask = async (by: Shown['by'], query: Readonly<Record<string, string>>, of?: Shown['of']): Promise<void> => {
    const answers = await pagesOf(door, who, query)
    const [first] = answers
    if (first === undefined || first.status >= 300) return
    for (const answer of answers) judgeMentions(walked, door, who, answer.text)
    const counts = door.note.counts
    const count = counts && (first.body as Record<string, unknown>)[counts.member]
    shown.push({ who, by, ...(of && { of }), ...(counts && { count }), ...contentOf(...answers) })
  }
  await ask('list', {})
  if (door.search !== undefined) await ask('search', { [door.search]: sampleWord })
  for (const { name, table } of door.filters.filter(({ name: member }) => !door.note.told?.includes(member)))
    for (const row of walked.model.rows(table)) await ask('filter', { [name]: row.id }, [table, row])
  return shown
}

async function pagesOf(door: Door, who: Who, query: Readonly<Record<string, string>>): Promise<readonly TestResponse[]> {
  const answers: TestResponse[] = []
  let cursor: string | undefined
  do {
    const answer = await who.asks(door.operation, { query: { ...door.query, ...query, ...(cursor !== undefined && { cursor }) } })
    answers.push(answer)
    cursor = (answer.body as { next?: string | null } | undefined)?.next ?? undefined
  } while (cursor !== undefined && door.isList)
  return answers
}

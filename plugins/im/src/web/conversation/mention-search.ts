import { isProblem, listPeople, type PersonSummary } from '@liaison/sdk'
import type { ApiController } from '@liaison/sdk/web'

/** Names that are offered at once */
export const shownAtOnce = 8

/** What stands behind an `@` right before the caret: what somebody may be looking for. */
export function mentionBefore(text: string, caret: number): { at: number; query: string } | undefined {
  const found = /(^|[^\p{Script=Latin}\p{N}@])@([^\s@]{0,20})$/u.exec(text.slice(0, caret))
  return found === null ? undefined : { at: caret - (found[2] ?? '').length - 1, query: found[2] ?? '' }
}

/** Members whose name holds the query. */
export function membersNamed(members: readonly PersonSummary[], query: string): PersonSummary[] {
  const wanted = query.toLowerCase()
  return members.filter(({ name }) => name.toLowerCase().includes(wanted)).slice(0, shownAtOnce)
}

/** Members found by pinyin or initials, which the directory knows. Nobody when it cannot be asked. */
export async function membersByPinyin(api: ApiController, members: readonly PersonSummary[], query: string): Promise<PersonSummary[]> {
  if (!/^[a-z]+$/i.test(query)) return []
  try {
    const { items } = await api.call(listPeople, { query: { query, limit: 50 } })
    const found = new Set(items.map(({ id }) => id))
    return members.filter(({ id }) => found.has(id)).slice(0, shownAtOnce)
  } catch (error) {
    if (!isProblem(error)) throw error
    return []
  }
}

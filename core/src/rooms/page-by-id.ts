import { invalidInput, type Page } from '@liaison/sdk'

/** A page of what is in memory, by id; the cursor is the last one's id. @throws invalidInput (400) for a cursor of another list */
export function pageById<T extends { readonly id: string }>(
  all: readonly T[],
  { limit = 50, cursor }: { limit?: number; cursor?: string },
): Page<T> {
  if (cursor !== undefined && !/^[0-9a-f-]{36}$/.test(cursor))
    throw invalidInput({ errors: [{ pointer: '/query/cursor', message: 'is no cursor of this list' }] })
  const following = all.filter(({ id }) => cursor === undefined || id > cursor).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const items = following.slice(0, limit)
  return { items, next: following.length > limit ? items.at(-1)!.id : null }
}

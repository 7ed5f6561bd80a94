import { invalidInput, type Page } from '@liaison/sdk'

/** A page of the few things that somebody owns himself, newest first; the cursor is the last one's id. */
export function pageOfOwn<T extends { readonly id: string }>(
  items: readonly T[],
  { limit = 50, cursor }: { limit?: number; cursor?: string },
): Page<T> {
  if (cursor !== undefined && !/^[0-9a-f-]{36}$/.test(cursor))
    throw invalidInput({ errors: [{ pointer: '/query/cursor', message: 'is no cursor of this list' }] })
  const newestFirst = items.filter(({ id }) => cursor === undefined || id < cursor).toSorted((a, b) => (a.id < b.id ? 1 : -1))
  const page = newestFirst.slice(0, limit)
  return { items: page, next: newestFirst.length > limit ? page.at(-1)!.id : null }
}

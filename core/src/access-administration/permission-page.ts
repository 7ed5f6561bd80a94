import { invalidInput, type Page } from '@liaison/sdk'
import type { DeclaredPermission } from '@liaison/sdk/platform'

/** A page by key; the cursor is the last one's key. */
export function pageOfPermissions(
  all: readonly DeclaredPermission[],
  { limit = 50, cursor }: { limit?: number; cursor?: string },
): Page<DeclaredPermission> {
  if (cursor !== undefined && !/^[a-z][\w.-]*$/.test(cursor))
    throw invalidInput({ errors: [{ pointer: '/query/cursor', message: 'is no cursor of this list' }] })
  const following = all.filter(({ key }) => cursor === undefined || key > cursor).toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const page = following.slice(0, limit)
  return { items: page, next: following.length > limit ? page.at(-1)!.key : null }
}

import { listPeople } from '@liaison/sdk'
import { getPerson } from '@liaison/sdk/platform'
import type { Queries } from '@liaison/sdk/web'
import { isProblem } from '@liaison/sdk'

/** Names of some people; those whom one may not see are left out. */
export async function namesOf(queries: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  for (const { id, name } of queries.known(listPeople, { query: { limit: 200 } })?.items ?? []) names.set(id, name)
  const unknown = ids.filter((id) => !names.has(id)).slice(0, 50)
  await Promise.all(
    unknown.map(async (id) => {
      try {
        names.set(id, (await queries.fetch(getPerson, { params: { id } })).name)
      } catch (error) {
        if (!isProblem(error)) throw error
      }
    }),
  )
  return names
}

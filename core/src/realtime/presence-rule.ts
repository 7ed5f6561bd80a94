import type { People } from '@liaison/sdk/server'

/**
 * Whether a person may know that another one is there: inside people know it of everybody, outside people of those in their
 * own projects.
 */
export function mayKnowPresence(people: People, asking: { readonly id: string; readonly external: boolean }, of: string): boolean {
  if (asking.id === of) return true
  if (people.find(of) === undefined) return false
  return !asking.external || people.projectsOf(asking.id).some((projectId) => people.ofProject(projectId).has(of))
}

import { type DirectoryPerson, listPeople, peopleRead } from '@liaison/sdk'
import { type Icon, navigate, personActions, searchSources, type WebServices } from '@liaison/sdk/web'
import { settings2 } from '@liaison/sdk/icons'
import type { Contributions } from '../plugins/contributions.ts'

/** One line of the palette. */
export interface Result {
  readonly id: string
  readonly title: string
  readonly sub?: string
  readonly icon?: Icon
  readonly person?: DirectoryPerson
  /** What choosing it does, in a word */
  readonly hint?: string
  run(): void
}
export interface ResultGroup {
  readonly id: string
  readonly title: string
  readonly results: readonly Result[]
}

const bestFew = 6

/** What is known here: pages and commands whose words contain what was typed. */
export function localResults(query: string, contributions: Contributions, services: WebServices): readonly ResultGroup[] {
  const { localizer } = services
  const text = localizer.text.bind(localizer)
  const matches = (title: string) => title.toLowerCase().includes(query.toLowerCase())
  const pages = [
    ...contributions.navigation.map(({ id, path, icon, label }) => ({ id, title: text(label), icon, run: () => navigate(path) })),
    { id: 'settings', title: text('shell.settings'), icon: settings2, run: () => navigate('/settings') },
  ]
  const commands = contributions.commands.map((command) => ({
    id: command.id,
    title: text(command.title),
    icon: command.icon,
    run: () => void command.run(services),
  }))
  return [
    { id: 'pages', title: text('shell.search.pages'), results: pages.filter(({ title }) => matches(title)) },
    { id: 'commands', title: text('shell.search.commands'), results: commands.filter(({ title }) => matches(title)) },
  ].filter(({ results }) => results.length > 0)
}

/** What has to be asked for: people, and what the modules look through. */
export async function askedResults(query: string, services: WebServices, signal: AbortSignal): Promise<readonly ResultGroup[]> {
  const sources = services.slots.of(searchSources)
  const groups = await Promise.all([
    peopleGroup(query, services, signal),
    ...sources.map(async ({ id, title, icon, search }) => {
      const hits = await search(query, services, signal)
      const results = hits.map(({ title, sub, href }) => ({
        id: href,
        title,
        ...(sub !== undefined && { sub }),
        icon,
        run: () => navigate(href),
      }))
      return { id, title: services.localizer.text(title), results }
    }),
  ])
  return groups.filter(({ results }) => results.length > 0)
}

async function peopleGroup(query: string, services: WebServices, signal: AbortSignal): Promise<ResultGroup> {
  const { api, localizer, session, slots } = services
  const group = { id: 'people', title: localizer.text('shell.search.people') }
  const action = slots.of(personActions).find(({ permission }) => permission === undefined || session.may(permission))
  if (action === undefined || !session.may(peopleRead)) return { ...group, results: [] }
  const { items } = await api.call(listPeople, { query: { query, limit: bestFew } }, { signal })
  const results = items
    .filter(({ disabled }) => !disabled)
    .map((person) => ({
      id: person.id,
      title: person.name,
      person,
      hint: localizer.text(action.title),
      run: () => void action.run(person, services),
    }))
  return { ...group, results }
}

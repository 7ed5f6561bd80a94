import type { AnyOperation, PresetRole, Scope } from '../../contract/index.ts'
import { createApiToken, createRole, changeMatrix, putProjectMember, startView } from '../../platform/index.ts'
import type { TestHost, TestPerson, TestResponse, TestSocket } from '../test-host.ts'
import type { LeakPlaces } from './leak-places.ts'
import { leastInput } from './least-input.ts'

/** What somebody asks of an operation */
export interface Asked {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** Somebody who tries the doors. */
export interface Who {
  readonly name: string
  /** Whom the rules judge; undefined for somebody who has not signed in */
  readonly id: string | undefined
  /** What an API token is narrowed to */
  readonly only: readonly string[] | undefined
  /** Who views as that person: reads what both of them reach, changes nothing */
  readonly viewerId: string | undefined
  asks(operation: AnyOperation, asked: Asked): Promise<TestResponse>
  /** A socket as that same somebody. Rejects for who may open none. */
  opens(): Promise<TestSocket>
}

export interface Cast {
  readonly actors: readonly Who[]
  /** The same people, for whom jobs ask */
  readonly byJobs: readonly Who[]
  /** People to whom rows are given, so that something is somebody's own */
  readonly owners: readonly TestPerson[]
}

const inside: readonly PresetRole[] = [
  ...(['general-manager', 'department-head', 'project-member', 'marketing', 'account-manager', 'supplier-manager'] as const),
  'administrator',
]
const outside: readonly PresetRole[] = ['external-customer', 'external-guest']
const steps: readonly Exclude<Scope, 'none'>[] = ['own', 'project', 'department', 'department-tree', 'all']

/** Everybody who might come to a door: each preset role, each scope, roles held in one place, and those who should find all shut. */
export async function aCast(host: TestHost, places: LeakPlaces): Promise<Cast> {
  const { above, mine, below, elsewhere, project, otherProject } = places
  const named = (name: string) => ({ name: `sample ${name}` })
  const everything = (scope: Scope): Record<string, Scope> =>
    Object.fromEntries(
      host.plugins.flatMap(({ permissions = [] }) =>
        permissions.map((permission) => [permission.key, permission.scopes.findLast((one) => order(one) <= order(scope)) ?? 'none']),
      ),
    )
  const here = { departments: [mine], projects: [project] }
  const people: Record<string, TestPerson> = {}
  for (const role of inside) people[role] = await host.person({ ...named(role), roles: [role], ...here })
  for (const role of outside) {
    people[`${role} of one project`] = await host.person({ ...named(role), external: true, roles: [role], projects: [project] })
    people[`${role} of another project`] = await host.person({ ...named(role), external: true, roles: [role], projects: [otherProject] })
  }
  for (const scope of steps) people[`everything at ${scope}`] = await host.person({ ...named(scope), grants: everything(scope), ...here })
  const more: Readonly<Record<string, Parameters<TestHost['person']>[0]>> = {
    'everything at all, from outside': { external: true, grants: everything('all'), projects: [project] },
    'a head of the tree': { grants: everything('department-tree'), departments: [above] },
    'somebody of two departments': { grants: everything('department'), departments: [below, elsewhere] },
    'a colleague elsewhere': { roles: ['project-member'], departments: [elsewhere], projects: [otherProject] },
    'without a role': here,
    'held in one project': { departments: [mine] },
    'held in one department': { departments: [mine], projects: [project] },
  }
  for (const [name, options] of Object.entries(more)) people[name] = await host.person({ ...named(name), ...options })
  const administrator = people['administrator']!
  await holdInPlaces(host, administrator, people, { permissions: everything('all'), places })
  const leaver = await host.person({ ...named('leaver'), roles: ['general-manager'], ...here })
  await administrator.http('PATCH', `/api/directory/people/${leaver.id}`, { body: { disabled: true } })

  const actors = Object.entries(people).map(([name, person]) => whoIs(name, person))
  const disabled = { ...whoIs('disabled', leaver), id: undefined }
  const byJob = (who: Who, { id }: TestPerson): Who => ({
    ...who,
    name: `${who.name}, by a job`,
    asks: (operation, asked) => host.byJob(id, operation, asked),
  })
  return {
    actors: [...actors, ...(await oddOnes(host, people)), disabled],
    byJobs: [...actors.map((who) => byJob(who, people[who.name]!)), byJob(disabled, leaver)],
    owners: [
      ...['everything at own', 'project-member', 'external-customer of one project', 'external-customer of another project'],
      ...['a colleague elsewhere', 'held in one project', 'everything at all, from outside'],
    ].map((name) => people[name]!),
  }
}

/** A role that is held in one project alone, and one in one department alone. */
async function holdInPlaces(
  host: TestHost,
  administrator: TestPerson,
  people: Readonly<Record<string, TestPerson>>,
  { permissions, places }: { permissions: Readonly<Record<string, Scope>>; places: LeakPlaces },
): Promise<void> {
  const role = await administrator.does(createRole, { body: { name: 'sample role' } })
  const changes = Object.entries(permissions).map(([permission, scope]) => ({ roleId: role.id, permission, scope }))
  await administrator.does(changeMatrix, { body: { changes } })
  const inProject = { id: places.project.id, personId: people['held in one project']!.id }
  await administrator.does(putProjectMember, { params: inProject, body: { roleId: role.id } })
  const personId = people['held in one department']!.id
  await host.store('core_person_role', { personId, roleId: role.id, departmentId: places.elsewhere.id })
}

/** Nobody of flesh and blood: signed out, narrowed tokens, and administrators who view as somebody. */
async function oddOnes(host: TestHost, people: Readonly<Record<string, TestPerson>>): Promise<readonly Who[]> {
  const only = host.plugins.flatMap(({ permissions = [] }) => permissions.map(({ key }) => key)).filter((key) => key.endsWith('.read'))
  const tokens = await Promise.all(
    [['people.read'], only].map(async (keys) => {
      const { token } = await people['everything at all']!.does(createApiToken, { body: { name: 'narrow', permissions: keys } })
      return { keys, authorization: `Bearer ${token}` }
    }),
  )
  const viewed = [
    ['external-customer of one project', people['everything at all']!],
    ['everything at department', people['administrator']!],
    // to whom rows belong that the viewer does not reach
    ['everything at own', people['administrator']!],
  ] as const
  const views = await Promise.all(
    viewed.map(async ([name, viewer]) => {
      const body = { ...(leastInput(startView.schema.body) as object), personId: people[name]!.id }
      const { id } = await viewer.does(startView, { body: body as never })
      return { name: `viewing as ${name}`, id: people[name]!.id, viewer, view: id }
    }),
  )
  return [
    // a change without a sign-in has to come from the same place
    whoever('signed out', undefined, {
      ask: (method, url, more) => host.http(method, url, { ...more, headers: { origin: 'http://localhost:80', host: 'localhost:80' } }),
      opens: () => host.socket(),
    }),
    ...tokens.map(({ keys, authorization }) => ({
      ...whoever(`a token for ${keys.length === 1 ? keys[0]! : 'reading'}`, people['everything at all']!.id, {
        ask: (method, url, more) => host.http(method, url, { ...more, headers: { authorization } }),
        opens: () => host.socket({ headers: { authorization } }),
      }),
      only: keys,
    })),
    ...views.map(({ name, id, viewer, view }) => ({
      ...whoever(name, id, {
        ask: (method, url, more) => viewer.http(method, url, { ...more, headers: { 'view-as': view } }),
        opens: () => viewer.socket(view),
      }),
      viewerId: viewer.id,
    })),
  ]
}

const order = (scope: Scope): number => ['none', ...steps].indexOf(scope)

const whoIs = (name: string, person: TestPerson): Who => whoever(name, person.id, { ask: person.http, opens: () => person.socket() })

interface Ways {
  readonly ask: TestHost['http']
  readonly opens: Who['opens']
}

function whoever(name: string, id: string | undefined, { ask, opens }: Ways): Who {
  return {
    ...{ name, id, only: undefined, viewerId: undefined, opens },
    asks: (operation, { body, ...where }) => ask(operation.method, addressOf(operation, where), body === undefined ? {} : { body }),
  }
}

function addressOf({ path }: AnyOperation, { params = {}, query = {} }: Asked): string {
  const search = new URLSearchParams(query).toString()
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  return `/api${filled}${search === '' ? '' : `?${search}`}`
}

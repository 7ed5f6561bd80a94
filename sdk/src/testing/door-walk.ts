import type { AnyOperation, PresetRole } from '../contract/index.ts'
import { createApiToken, startView } from '../platform/index.ts'
import type { AnyPlugin } from '../server/index.ts'
import type { TestHost, TestResponse } from './test-host.ts'

/** One door that did not answer as the declarations say. */
export interface WrongDoor {
  readonly actor: string
  readonly operation: string
  readonly expected: Verdict
  readonly found: string
}
type Verdict = 'let in' | 'sign in first' | 'no permission' | 'read-only'

export interface DoorWalk {
  /** How many pairs of actor and door were tried */
  readonly cells: number
  /** How many of them had to stay shut */
  readonly refused: number
  readonly wrong: readonly WrongDoor[]
}

interface Actor {
  readonly name: string
  readonly role?: PresetRole
  /** What an API token is narrowed to */
  readonly only?: string
  readonly signedIn: boolean
  readonly readOnly?: boolean
  /** Who views as the actor: a door opens to what both hold */
  readonly viewer?: PresetRole
  asks(method: string, url: string, body: unknown): Promise<TestResponse>
}

const roles: readonly PresetRole[] = [
  ...(['general-manager', 'department-head', 'project-member', 'marketing', 'account-manager', 'supplier-manager'] as const),
  ...(['external-customer', 'external-guest', 'administrator'] as const),
]
const isOutside = (role: PresetRole): boolean => role.startsWith('external-')

/**
 * Tries every operation of the plugins as somebody of each preset role, without a role, disabled, signed out, with a narrowed
 * API token and viewing as an outside person, and compares with the presets as they are declared. It judges functions, not
 * rows: which rows an open door shows is the data scope's business. Use it on a host whose matrix nobody has changed.
 */
export async function walkDoors(host: TestHost, plugins: readonly AnyPlugin[]): Promise<DoorWalk> {
  const operations = plugins.flatMap((plugin) => (plugin.operations ?? []) as readonly AnyOperation[])
  const wrong: WrongDoor[] = []
  let [cells, refused] = [0, 0]
  for (const actor of await actors(host)) {
    for (const operation of operations) {
      if (!host.operations.includes(operation.id)) continue
      const expected = verdict(actor, operation)
      const url = `/api${operation.path.replaceAll(/:\w+/g, () => crypto.randomUUID())}`
      const found = said(await actor.asks(operation.method, url, operation.method === 'GET' ? undefined : {}), operation)
      cells += 1
      if (expected !== 'let in') refused += 1
      if (found !== expected) wrong.push({ actor: actor.name, operation: operation.id, expected, found })
    }
  }
  return { cells, refused, wrong }
}

/** The rule in plain words. */
function verdict({ role, only, signedIn, readOnly = false, viewer }: Actor, { permission, access, method }: AnyOperation): Verdict {
  if (readOnly && method !== 'GET') return 'read-only'
  if (access === 'public') return 'let in'
  if (!signedIn) return 'sign in first'
  if (permission === undefined) return only !== undefined && method !== 'GET' ? 'no permission' : 'let in'
  const preset = (role === undefined ? undefined : permission.presets[role]) ?? 'none'
  const isViewers = viewer === undefined || (permission.presets[viewer] ?? 'none') !== 'none'
  return preset !== 'none' && isViewers && (only === undefined || only === permission.key) ? 'let in' : 'no permission'
}

/** What the answer says about the door; what is behind it may well refuse for reasons of its own. */
function said({ status, body }: TestResponse, { permission, access }: AnyOperation): string {
  const { type = '', permission: missing, reason } = (body ?? {}) as { type?: string; permission?: string; reason?: string }
  if (status >= 500) return `failed with ${status}`
  if (type.endsWith(':view-as-is-read-only')) return 'read-only'
  if (status === 401 && access !== 'public') return 'sign in first'
  const isShut = type.endsWith(':forbidden') && (missing === permission?.key || reason !== undefined)
  return isShut && status === 403 ? 'no permission' : 'let in'
}

async function actors(host: TestHost): Promise<readonly Actor[]> {
  const project = await host.project()
  const holders = await Promise.all(
    roles.map(async (role) => ({
      role,
      person: await host.person({ roles: [role], external: isOutside(role), ...(isOutside(role) && { projects: [project] }) }),
    })),
  )
  const nobodySpecial = await host.person()
  const find = (role: PresetRole) => holders.find((holder) => holder.role === role)!.person
  const administrator = find('administrator')
  const leaver = await host.person({ roles: ['general-manager'] })
  await administrator.http('PATCH', `/api/directory/people/${leaver.id}`, { body: { disabled: true } })
  const only = 'people.read'
  const { token } = await administrator.does(createApiToken, { body: { name: 'narrow', permissions: [only] } })
  const view = await administrator.does(startView, { body: { personId: find('external-customer').id, reason: 'door walk' } })
  const by =
    (ask: TestHost['http'], headers: Readonly<Record<string, string>> = {}): Actor['asks'] =>
    (method, url, body) =>
      ask(method, url, { headers, ...(body !== undefined && { body }) })
  return [
    ...holders.map(({ role, person }): Actor => ({ name: role, role, signedIn: true, asks: by(person.http) })),
    { name: 'without a role', signedIn: true, asks: by(nobodySpecial.http) },
    { name: 'disabled', role: 'general-manager', signedIn: false, asks: by(leaver.http) },
    // a change by cookie or without a sign-in has to come from the same place
    { name: 'signed out', signedIn: false, asks: by(host.http, { origin: 'http://localhost:80', host: 'localhost:80' }) },
    {
      ...{ name: 'a narrowed token', role: 'administrator', only, signedIn: true },
      asks: by(host.http, { authorization: `Bearer ${token}` }),
    },
    {
      ...{ name: 'viewing as a customer', role: 'external-customer', signedIn: true, readOnly: true, viewer: 'administrator' },
      asks: by(administrator.http, { 'view-as': view.id }),
    },
  ]
}

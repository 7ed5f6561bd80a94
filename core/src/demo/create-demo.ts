import { randomBytes } from 'node:crypto'
import { type Input, isProblem, notFound, type Operation, setUp } from '@liaison/sdk'
import {
  createDepartment,
  changeDepartment,
  changeOrganisation,
  createOrganisation,
  createPerson,
  createProject,
  putProjectMember,
} from '@liaison/sdk/platform'
import type { Clock, DemoCompany } from '@liaison/sdk/server'
import { roleMemory } from '../access-administration/role-memory.ts'
import { accounts } from '../auth/accounts.ts'
import { directoryMemory } from '../directory/directory-memory.ts'
import type { Dispatcher } from '../http/dispatcher.ts'
import type { Kernel } from '../kernel/kernel.ts'
import type { CompiledAccess } from '../rooms/floors.ts'
import { type InsidePerson, insidePeople, type OutsidePerson, outsidePeople } from './demo-people.ts'
import { departments, organisations, projects } from './demo-world.ts'

export interface DemoOptions {
  readonly kernel: Kernel
  readonly dispatcher: Dispatcher
  readonly access: CompiledAccess
  readonly clock: Clock
  /** Of every account; undefined: a random one */
  readonly password: string | undefined
  /** Told of a plugin whose content could not be made; the company stands without it. */
  failed(pluginId: string, error: unknown): void
}

/** What somebody needs to look around. */
export interface DemoAccounts {
  readonly password: string
  readonly accounts: readonly { readonly account: string; readonly name: string; readonly role: string; readonly place: string }[]
}

const day = 86_400_000

/**
 * Makes the demo company in an empty installation, through the operations that everybody uses, and lets each plugin add what
 * its module shows.
 * @returns undefined when somebody is there already
 */
export async function createDemo(options: DemoOptions): Promise<DemoAccounts | undefined> {
  if (!options.kernel.get(directoryMemory).isEmpty) return undefined
  try {
    return await new Demo(options).create()
  } catch (error) {
    if (isProblem(error) && error.type === notFound.type) return undefined // another process was first
    throw error
  }
}

class Demo implements DemoCompany {
  readonly today: Date
  readonly #options: DemoOptions
  readonly #ids = new Map<string, string>()
  #administrator = ''

  constructor(options: DemoOptions) {
    this.#options = options
    this.today = options.clock.now()
    this.today.setHours(0, 0, 0, 0)
  }

  async create(): Promise<DemoAccounts> {
    const { kernel, password = randomBytes(9).toString('base64url') } = this.#options
    const hashed = kernel.get(accounts).hash(password) // one for all: hashing is slow on purpose
    await this.#makeCompany()
    await this.#makeProjects()
    await kernel.get(accounts).setPasswords([...this.#peopleIds()], await hashed)
    for (const { definition, enabled } of [...kernel.plugins.values()]) {
      if (!enabled || definition.demo === undefined) continue
      try {
        const { default: content } = await definition.demo()
        await content(this)
      } catch (error) {
        this.#options.failed(definition.id, error)
      }
    }
    return { password, accounts: this.#told() }
  }

  personId(account: string): string {
    return this.#id(`person ${account}`)
  }

  projectId(key: string): string {
    return this.#id(`project ${key}`)
  }

  async call<P, Q, B, R>(account: string, at: Date, operation: Operation<P, Q, B, R>, input: Input<P, Q, B>): Promise<R> {
    const { dispatcher, access, clock } = this.#options
    const now = clock.now()
    // nothing of the demo lies ahead, however early in the day it is made
    return dispatcher.call(operation, { access: await access.get(this.personId(account)), now: at < now ? at : now }, input)
  }

  async #makeCompany(): Promise<void> {
    const founded = new Date(this.today.getTime() - 60 * day)
    const { dispatcher } = this.#options
    const administrator = await dispatcher.call(
      setUp,
      { access: undefined, now: founded },
      { body: { account: 'admin', name: '系统管理员', password: randomBytes(18).toString('base64url') } },
    )
    this.#administrator = administrator.account
    this.#ids.set('person admin', administrator.id)
    for (const { name, parent } of departments) {
      const parentId = parent === undefined ? null : this.#id(`department ${parent}`)
      this.#ids.set(`department ${name}`, (await this.#asAdministrator(founded, createDepartment, { body: { name, parentId } })).id)
    }
    for (const { name, kind } of organisations)
      this.#ids.set(`organisation ${name}`, (await this.#asAdministrator(founded, createOrganisation, { body: { name, kind } })).id)
    for (const person of insidePeople) await this.#makeInside(founded, person)
    for (const person of outsidePeople) await this.#makeOutside(founded, person)
    for (const { name, manager, contact } of organisations) {
      const params = { id: this.#id(`organisation ${name}`) }
      const body = { managerId: this.personId(manager), contactId: this.personId(contact) }
      await this.#asAdministrator(founded, changeOrganisation, { params, body })
    }
  }

  async #makeInside(at: Date, { departments: names, heads, roles, ...person }: InsidePerson): Promise<void> {
    const departmentIds = names.map((name) => this.#id(`department ${name}`))
    const body = {
      ...person,
      kind: 'internal' as const,
      email: `${person.account}@hengchuan.example`,
      departmentIds,
      roleIds: this.#roleIds(roles),
    }
    const { id } = await this.#asAdministrator(at, createPerson, { body })
    this.#ids.set(`person ${person.account}`, id)
    if (heads !== undefined)
      await this.#asAdministrator(at, changeDepartment, { params: { id: this.#id(`department ${heads}`) }, body: { headId: id } })
  }

  async #makeOutside(at: Date, { organisation, roles, ...person }: OutsidePerson): Promise<void> {
    const organisationId = this.#id(`organisation ${organisation}`)
    const body = {
      ...person,
      kind: 'external' as const,
      email: `${person.account}@partner.example`,
      organisationId,
      roleIds: this.#roleIds(roles),
    }
    this.#ids.set(`person ${person.account}`, (await this.#asAdministrator(at, createPerson, { body })).id)
  }

  async #makeProjects(): Promise<void> {
    for (const { department, lead, daysAgo, members, ...project } of projects) {
      const at = new Date(this.today.getTime() - daysAgo * day)
      const { id } = await this.call(lead, at, createProject, { body: { ...project, departmentId: this.#id(`department ${department}`) } })
      this.#ids.set(`project ${project.key}`, id)
      for (const account of members)
        await this.#asAdministrator(at, putProjectMember, { params: { id, personId: this.personId(account) }, body: {} })
    }
  }

  #asAdministrator<P, Q, B, R>(at: Date, operation: Operation<P, Q, B, R>, input: Input<P, Q, B>): Promise<R> {
    return this.call(this.#administrator, at, operation, input)
  }

  #roleIds(keys: readonly string[]): string[] {
    const roles = this.#options.kernel.get(roleMemory)
    return keys.flatMap((key) => roles.byKey(key)?.id ?? [])
  }

  #id(name: string): string {
    const id = this.#ids.get(name)
    if (id === undefined) throw new Error(`the demo company has no ${name}`)
    return id
  }

  *#peopleIds(): Iterable<string> {
    for (const [name, id] of this.#ids) if (name.startsWith('person ')) yield id
  }

  #told(): DemoAccounts['accounts'] {
    const roles = this.#options.kernel.get(roleMemory)
    const nameOf = (key: string | undefined) => (key === undefined ? '' : (roles.byKey(key)?.name ?? key))
    return [
      { account: 'admin', name: '系统管理员', role: nameOf('administrator'), place: '' },
      ...insidePeople.map(({ account, name, roles: [role], departments: [place = ''] }) => ({ account, name, role: nameOf(role), place })),
      ...outsidePeople.map(({ account, name, roles: [role], organisation }) => ({
        account,
        name,
        role: nameOf(role),
        place: organisation,
      })),
    ]
  }
}

import { randomBytes } from 'node:crypto'
import { type Input, type Operation, type Scope, setUp } from '@liaison/sdk'
import { changeMatrix, createDepartment, createPerson, createProject, createRole, listRoles, putProjectMember } from '@liaison/sdk/platform'
import type { TestPersonOptions } from '@liaison/sdk/testing'
import type { Platform } from '../platform.ts'

/** Makes people, departments and projects through the operations of the platform, as its first administrator. */
export class TestWorld {
  readonly #platform: Pick<Platform, 'dispatcher' | 'access'>
  #administrator: Promise<string> | undefined
  #count = 0

  constructor(platform: Pick<Platform, 'dispatcher' | 'access'>) {
    this.#platform = platform
  }

  async person({ name, account, password, roles = [], grants = {}, external = false, departments = [], projects = [] }: TestPersonOptions) {
    const number = ++this.#count
    const roleIds = await this.#roleIds(roles)
    if (Object.keys(grants).length > 0) roleIds.push(await this.#roleWith(grants, number, external))
    const body = {
      account: account ?? `person-${number}`,
      name: name ?? `测试${number}`,
      kind: external ? ('external' as const) : ('internal' as const),
      departmentIds: departments.map(({ id }) => id),
      roleIds,
      ...(password !== undefined && { password }),
    }
    const person = await this.#call(createPerson, { body })
    for (const project of projects) await this.#call(putProjectMember, { params: { id: project.id, personId: person.id }, body: {} })
    return person
  }

  department({ name, parent }: { readonly name?: string; readonly parent?: { readonly id: string } } = {}) {
    return this.#call(createDepartment, { body: { name: name ?? `部门${++this.#count}`, parentId: parent?.id ?? null } })
  }

  project({ name, department }: { readonly name?: string; readonly department?: { readonly id: string } } = {}) {
    return this.#call(createProject, { body: { name: name ?? `项目${++this.#count}`, departmentId: department?.id ?? null } })
  }

  async #roleIds(wanted: readonly string[]): Promise<string[]> {
    if (wanted.length === 0) return []
    const { items } = await this.#call(listRoles, { query: { limit: 200 } })
    return wanted.map((keyOrName) => {
      const role = items.find(({ key, name }) => key === keyOrName || name === keyOrName)
      if (role === undefined) throw new Error(`no role "${keyOrName}"; there are ${items.map(({ key, name }) => key ?? name).join(', ')}`)
      return role.id
    })
  }

  async #roleWith(grants: Readonly<Record<string, Scope>>, number: number, external: boolean): Promise<string> {
    const role = await this.#call(createRole, { body: { name: `测试角色${number}`, external } })
    const changes = Object.entries(grants).map(([permission, scope]) => ({ roleId: role.id, permission, scope }))
    await this.#call(changeMatrix, { body: { changes } })
    return role.id
  }

  async #call<P, Q, B, R>(operation: Operation<P, Q, B, R>, input: Input<P, Q, B>): Promise<R> {
    const { dispatcher, access } = this.#platform
    const administrator = await (this.#administrator ??= this.#setUp())
    return dispatcher.call(operation, { access: await access.get(administrator) }, input)
  }

  async #setUp(): Promise<string> {
    const body = { account: 'admin', name: '系统管理员', password: randomBytes(12).toString('base64url') }
    const { id } = await this.#platform.dispatcher.call(setUp, { access: undefined }, { body })
    return id
  }
}

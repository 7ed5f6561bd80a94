import { type AuditEntry, type AuditTopic, listAudit } from '@liaison/sdk/platform'
import type { TestPerson } from '@liaison/sdk/testing'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type CoreTestHost, startTestHost } from '../src/testing/start-test-host.ts'

const now = '2026-11-24T08:00:00.000Z'
const account = 'moxiaoyu'
const password = 'a good password of hers'

describe.each(['sqlite', 'postgresql'] as const)('what leaves a trace on %s', (database) => {
  let host: CoreTestHost
  let administrator: TestPerson
  let worker: TestPerson
  let viewId: string
  beforeAll(async () => {
    host = await startTestHost([], { database, now })
    administrator = await host.person({ name: '系统', roles: ['administrator'] })
    worker = await host.person({ name: '莫小雨', account, password, roles: ['project-member'] })
  })
  afterAll(() => host.stop())

  const view = async () => {
    const body = { personId: worker.id, reason: '排查' }
    viewId = ((await administrator.http('POST', '/api/access/views', { body })).body as { id: string }).id
  }
  interface Act {
    readonly does: () => Promise<unknown>
    readonly topic: AuditTopic
    readonly action: string
    /** Undefined: nobody who had signed in */
    readonly by: 'administrator' | 'worker' | undefined
    readonly about: Partial<Pick<AuditEntry, 'changes' | 'permission'>> & { readonly resource?: object }
    readonly detail?: object
  }
  const acts: readonly (readonly [string, () => Act])[] = [
    [
      'a change, with before and after',
      () => ({
        does: () =>
          administrator.http('PATCH', `/api/directory/people/${worker.id}`, { body: { title: '市场经理', phone: '13812341234' } }),
        ...{ topic: 'change', action: 'directory.changePerson:update', by: 'administrator' },
        about: {
          resource: { type: 'core_person', id: worker.id, name: '莫小雨' },
          // the phone is named among the fields, and no more
          changes: [{ field: 'title', before: 'null', after: '"市场经理"' }],
        },
      }),
    ],
    [
      'a sign-in',
      () => ({
        does: () => host.http('POST', '/api/auth/login', { body: { account, password } }),
        ...{ topic: 'sign-in', action: 'auth.login:signed-in', by: 'worker', about: { resource: { type: 'core_person', id: worker.id } } },
      }),
    ],
    [
      'a refused sign-in',
      () => ({
        does: () => host.http('POST', '/api/auth/login', { body: { account, password: 'wrong' } }),
        ...{ topic: 'sign-in', action: 'auth.login:denied', by: undefined, about: { resource: { id: worker.id, name: '莫小雨' } } },
      }),
    ],
    [
      'a denied access',
      () => ({
        does: () => worker.http('GET', '/api/audit'),
        ...{ topic: 'denied', action: 'audit.list:denied', by: 'worker' },
        about: { permission: { 'zh-CN': '查看审计记录', en: 'See the audit trail' } },
        detail: { problem: 'forbidden' },
      }),
    ],
    [
      'a thing that is not for him',
      () => ({
        does: () => worker.http('GET', `/api/projects/${crypto.randomUUID()}`),
        ...{ topic: 'denied', action: 'directory.getProject:denied', by: 'worker', about: {}, detail: { problem: 'not-found' } },
      }),
    ],
    [
      'an export',
      () => ({
        does: () => administrator.http('GET', '/api/audit/export?topic=denied'),
        ...{ topic: 'export', action: 'audit.export:exported', by: 'administrator', about: {}, detail: { filters: { topic: 'denied' } } },
      }),
    ],
    [
      'the revelation of what is masked',
      () => ({
        does: () =>
          administrator.http('POST', `/api/directory/people/${worker.id}/revelations`, { body: { field: 'phone', reason: '客户到场' } }),
        ...{ topic: 'reveal', action: 'directory.revealPerson:revealed', by: 'administrator' },
        about: { resource: { id: worker.id, name: '莫小雨' } },
        detail: { field: 'phone', reason: '客户到场' },
      }),
    ],
    [
      'the beginning of viewing as somebody',
      () => ({
        does: view,
        ...{ topic: 'view-as', action: 'access.startView:create', by: 'administrator' },
        about: {
          changes: expect.arrayContaining([
            { field: 'personId', before: null, after: JSON.stringify(worker.id) },
            { field: 'reason', before: null, after: '"排查"' },
          ]) as never,
        },
      }),
    ],
    [
      'what a viewer looks at',
      () => ({
        does: async () => {
          await view()
          await administrator.http('GET', '/api/directory/people', { headers: { 'view-as': viewId } })
        },
        ...{ topic: 'view-as', action: 'directory.listPeople:viewed', by: 'administrator', about: {} },
        detail: { as: worker.id },
      }),
    ],
    [
      'what a viewer is refused',
      () => ({
        does: async () => {
          await view()
          await administrator.http('POST', '/api/projects', { body: { name: '新项目' }, headers: { 'view-as': viewId } })
        },
        ...{
          topic: 'denied',
          action: 'directory.createProject:denied',
          by: 'administrator',
          about: {},
          detail: { problem: 'view-as-is-read-only' },
        },
      }),
    ],
    [
      'the end of viewing as somebody',
      () => ({
        does: async () => {
          await view()
          await administrator.http('DELETE', `/api/access/views/${viewId}`)
        },
        ...{ topic: 'view-as', action: 'access.endView:remove-all', by: 'administrator', about: { resource: { type: 'core_view' } } },
      }),
    ],
    [
      'leaving the scope by a declared reason',
      () => ({
        does: () =>
          administrator.http('POST', '/api/directory/people', { body: { account: `p${Date.now()}`, name: '新人', kind: 'internal' } }),
        ...{ topic: 'system', action: 'directory.createPerson:as-system', by: 'administrator', about: { resource: { type: 'system' } } },
      }),
    ],
  ]

  it.each(acts)('%s', async (_what, act) => {
    const { does, topic, action, by, about, detail = {} } = act()
    await does()
    const actor = by === undefined ? null : { id: by === 'worker' ? worker.id : administrator.id }
    await vi.waitFor(async () => {
      const { items } = await administrator.does(listAudit, { query: { topic, action } })
      expect(items[0]).toMatchObject({ actor, at: now, address: '127.0.0.1', action, ...about })
      expect(JSON.parse(items[0]!.detail)).toMatchObject(detail)
    }, 3_000)
  })
})

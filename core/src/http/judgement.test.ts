import { definePermission, operation } from '@liaison/sdk'
import { bind, definePlugin } from '@liaison/sdk/server'
import { describe, expect, it } from 'vitest'
import type { Access, Grant } from '../access/access.ts'
import type { LoadedPlugin } from '../kernel/kernel.ts'
import { compileOperation } from './compiled-operation.ts'
import { judge } from './judgement.ts'

const title = { 'zh-CN': '便签', en: 'Notes' }
const notesRead = definePermission('notes.read', { title })
const all: Grant = { rank: 5, own: true, projects: [], departments: [] }
const holding = (keys: readonly string[], more: Partial<Access> = {}): Access => ({
  personId: 'lin',
  external: false,
  grants: new Map(keys.map((key) => [key, all])),
  subjects: [],
  off: undefined,
  until: undefined,
  ...more,
})

function aDoor(
  guard: { permission: typeof notesRead } | { access: 'public' | 'signed-in' },
  { enabled = true, method = 'GET' as 'GET' | 'POST' } = {},
) {
  const plugin: LoadedPlugin = {
    definition: definePlugin({ id: 'notes', version: '1.0.0', title }),
    builtIn: false,
    enabled,
    faults: [],
    owned: new Map(),
  }
  const declared = operation({ id: 'notes.list', method, path: '/notes', ...guard } as {
    id: 'notes.list'
    method: 'GET'
    path: '/notes'
    access: 'public'
  })
  return compileOperation({ plugin, binding: bind(declared, () => undefined) })
}
const problem = (type: string) => expect.objectContaining({ type })

describe('judging a caller', () => {
  it('asks whether the module is on, who it is, and whether he may, in this order', () => {
    const off = aDoor({ permission: notesRead }, { enabled: false })
    expect(() => judge(off, { access: undefined })).toThrow(problem('module-not-enabled'))
    const door = aDoor({ permission: notesRead })
    expect(() => judge(door, { access: undefined })).toThrow(problem('sign-in-needed'))
    expect(() => judge(door, { access: holding([], { off: new Set(['notes']) }) })).toThrow(problem('module-not-enabled'))
    expect(() => judge(door, { access: holding([]) })).toThrow(problem('forbidden'))
    expect(judge(door, { access: holding(['notes.read']) }).personId).toBe('lin')
  })

  it('lets everybody through a public door, as nobody where he has not signed in', () => {
    expect(judge(aDoor({ access: 'public' }), { access: undefined })).toMatchObject({ personId: '', external: true })
  })
})

describe('a session under a duty', () => {
  const caller = { access: holding(['notes.read']), duty: 'password' as const }

  it('reaches nothing but what fulfils it, whatever the person may', () => {
    expect(() => judge(aDoor({ permission: notesRead }), caller)).toThrow(problem('auth/password-change-needed'))
    expect(() => judge(aDoor({ access: 'signed-in' }), { ...caller, duty: 'second-factor' })).toThrow(
      problem('auth/second-factor-set-up-needed'),
    )
  })

  it('is a stranger at public doors', () => {
    expect(judge(aDoor({ access: 'public' }), caller)).toMatchObject({ personId: '', external: true })
  })
})

describe('a token that is narrowed to some permissions', () => {
  const access = holding(['notes.read', 'notes.write'])
  const narrowed = (...keys: string[]) => ({ access, tokenPermissions: new Set(keys) })

  it('gives no more than these, and no more than the person holds', () => {
    const door = aDoor({ permission: notesRead })
    expect([...judge(door, narrowed('notes.read', 'tasks.read')).grants.keys()]).toEqual(['notes.read'])
    expect(() => judge(door, narrowed('notes.write'))).toThrow(problem('forbidden'))
  })

  it("reads what everybody signed in may read, and changes nothing of the person's own", () => {
    expect(judge(aDoor({ access: 'signed-in' }), narrowed()).personId).toBe('lin')
    expect(() => judge(aDoor({ access: 'signed-in' }, { method: 'POST' }), narrowed())).toThrow(problem('forbidden'))
  })
})

import type { Scope } from '@liaison/sdk'
import { describe, expect, it } from 'vitest'
import { rankOf } from './access.ts'
import { compile, type Facts, type MatrixAndTree } from './compile.ts'

const matrix = (cells: Readonly<Record<string, Scope>>, offered?: readonly Scope[]): MatrixAndTree => ({
  cells: (roleId) => Object.entries(cells).flatMap(([role, scope]) => (role === roleId ? [{ permission: 'tasks.read', scope }] : [])),
  tree: (id) => [id, `${id}/below`],
  offered: () => offered,
})
const inside: Facts = {
  person: { id: 'lin', external: false },
  roles: [{ roleId: 'clerk' }],
  projectIds: ['a', 'b'],
  departmentIds: ['sales'],
}
const outside: Facts = { ...inside, person: { id: 'shen', external: true } }
const granted = (facts: Facts, cells: Readonly<Record<string, Scope>>, offered?: readonly Scope[]) =>
  compile(facts, matrix(cells, offered)).grants.get('tasks.read')

describe('compiling what a person holds', () => {
  it('leaves out what no role grants', () => {
    expect(granted(inside, { clerk: 'none' })).toBeUndefined()
    expect(granted({ ...inside, roles: [] }, { clerk: 'all' })).toBeUndefined()
  })

  it.each([
    ['own', [], []],
    ['project', ['a', 'b'], []],
    ['department', ['a', 'b'], ['sales']],
    ['department-tree', ['a', 'b'], ['sales', 'sales/below']],
    ['all', ['a', 'b'], []],
  ] as const)('resolves "%s" to ids', (scope, projects, departments) => {
    expect(granted(inside, { clerk: scope })).toEqual({ rank: rankOf(scope), own: true, projects, departments })
  })

  it('unites the roles: the larger scope, and the ids of both', () => {
    const facts = { ...inside, roles: [{ roleId: 'clerk' }, { roleId: 'head', departmentId: 'legal' }] }
    expect(granted(facts, { clerk: 'project', head: 'department' })).toEqual({
      rank: rankOf('department'),
      own: true,
      projects: ['a', 'b'],
      departments: ['legal'],
    })
  })

  it('keeps a role of one project to that project, own rows included', () => {
    const facts = { ...inside, roles: [{ roleId: 'clerk', projectId: 'a' }] }
    expect(granted(facts, { clerk: 'all' })).toEqual({ rank: rankOf('project'), own: ['a'], projects: ['a'], departments: [] })
  })

  it('keeps a role of one department to its tree', () => {
    const facts = { ...inside, roles: [{ roleId: 'clerk', departmentId: 'legal' }] }
    expect(granted(facts, { clerk: 'all' })).toEqual({
      rank: rankOf('department-tree'),
      own: true,
      projects: [],
      departments: ['legal', 'legal/below'],
    })
  })

  it('cuts to what the permission offers, and to nothing when that is for the whole company only', () => {
    const inProject = { ...inside, roles: [{ roleId: 'clerk', projectId: 'a' }] }
    const inDepartment = { ...inside, roles: [{ roleId: 'clerk', departmentId: 'legal' }] }
    for (const facts of [outside, inProject, inDepartment]) expect(granted(facts, { clerk: 'all' }, ['none', 'all'])).toBeUndefined()
    expect(granted(outside, { clerk: 'all' }, ['none', 'own', 'all'])).toMatchObject({ rank: rankOf('own'), projects: [] })
    expect(granted(inside, { clerk: 'all' }, ['none', 'all'])).toMatchObject({ rank: rankOf('all') })
  })

  it('cuts outside people to their projects, and does not count them as inside', () => {
    expect(granted(outside, { clerk: 'all' })).toEqual({ rank: rankOf('project'), own: true, projects: ['a', 'b'], departments: [] })
    expect(compile(outside, matrix({})).subjects).toEqual(['shen', 'a', 'b'])
    expect(compile(inside, matrix({})).subjects).toEqual(['lin', 'a', 'b', 'sales', 'everyone-inside'])
  })
})

import { describe, expect, it } from 'vitest'
import type { Access, Grant } from '../access/access.ts'
import { difference } from './access-difference.ts'

const grant = (patch: Partial<Grant>): Grant => ({ rank: 1, own: true, projects: [], departments: [], ...patch })
const access = (grants: Record<string, Grant>): Access => ({
  personId: 'p',
  external: false,
  grants: new Map(Object.entries(grants)),
  subjects: [],
  off: undefined,
  until: undefined,
})

describe('the difference between two accesses', () => {
  it('is a gain where something is granted, with its scope', () => {
    expect(difference(access({}), access({ 'x.read': grant({ rank: 2 }) }))).toEqual({
      gains: [{ permission: 'x.read', scope: 'project' }],
      loses: [],
    })
  })
  it('is a loss of the former scope where something is narrowed', () => {
    expect(difference(access({ 'x.read': grant({ rank: 5 }) }), access({ 'x.read': grant({ rank: 1 }) }))).toEqual({
      gains: [],
      loses: [{ permission: 'x.read', scope: 'all' }],
    })
  })
  it('is both where one place goes and another comes', () => {
    const before = access({ 'x.read': grant({ rank: 2, own: ['a'], projects: ['a'] }) })
    const after = access({ 'x.read': grant({ rank: 2, own: ['b'], projects: ['b'] }) })
    expect(difference(before, after)).toEqual({
      gains: [{ permission: 'x.read', scope: 'project' }],
      loses: [{ permission: 'x.read', scope: 'project' }],
    })
  })
  it('is nothing where the reach is the same', () => {
    const same = access({ 'x.read': grant({ rank: 3, projects: ['a'], departments: ['d'] }) })
    expect(difference(same, access({ 'x.read': grant({ rank: 3, projects: ['a'], departments: ['d'] }) }))).toEqual({
      gains: [],
      loses: [],
    })
  })
})

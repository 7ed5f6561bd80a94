import type { Department } from '@liaison/sdk/platform'
import { describe, expect, it } from 'vitest'
import { linesOf, mayMoveBelow, mayPlace, pathOf, placeAt, placeBeside, treeOf } from './department-model.ts'

const aDepartment = (id: string, parentId: string | null, position: number, managed = true): Department => ({
  ...{ id, name: id.toUpperCase(), parentId, position, managed },
  ...{ headId: null, head: null, people: 0, peopleBelow: 0, version: 1 },
})
const tree = treeOf([
  aDepartment('c', 'a', 1),
  aDepartment('b', 'a', 0),
  aDepartment('a', null, 0),
  aDepartment('d', 'b', 0),
  aDepartment('z', null, 1),
])
const at = (id: string) => tree.byId.get(id)!
const everywhere = { build: true, everywhere: true }

describe('the tree of departments', () => {
  it('stands in order, whatever the order of the list', () => {
    expect(linesOf(tree.roots, new Set(['a', 'b'])).map(({ department, level }) => `${level}${department.id}`)).toEqual([
      '1a',
      '2b',
      '3d',
      '2c',
      '1z',
    ])
    expect(linesOf(tree.roots, new Set()).map(({ department }) => department.id)).toEqual(['a', 'z'])
    expect(pathOf(at('d'))).toBe('A / B / D')
  })

  it('shows at the top what lies below something that is not told', () => {
    expect(treeOf([aDepartment('x', 'unknown', 4)]).roots.map(({ department }) => department.id)).toEqual(['x'])
  })
})

describe('placing', () => {
  it.each([
    ['c', 'b', 'before', { parentId: 'a', position: 0 }],
    ['b', 'c', 'after', { parentId: 'a', position: 1 }],
    ['b', 'z', 'inside', { parentId: 'z', position: 0 }],
    ['d', 'a', 'inside', { parentId: 'a', position: 2 }],
    ['b', 'z', 'after', { parentId: null, position: 2 }],
    ['b', 'c', 'before', undefined],
    ['a', 'd', 'inside', undefined],
    ['a', 'd', 'after', undefined],
    ['a', 'a', 'inside', undefined],
  ] as const)('of %s against %s, %s', (id, target, where, place) => {
    expect(placeAt(tree, at(id), at(target), where, everywhere)).toEqual(place)
  })

  it('goes one place up or down, and not beyond the ends', () => {
    expect(placeBeside(tree, at('b'), 1, everywhere)).toEqual({ parentId: 'a', position: 1 })
    expect(placeBeside(tree, at('b'), -1, everywhere)).toBeUndefined()
    expect(placeBeside(tree, at('z'), 1, everywhere)).toBeUndefined()
  })
})

describe('somebody who manages a part of the tree', () => {
  const part = treeOf([
    aDepartment('top', null, 0, false),
    aDepartment('own', 'top', 0),
    aDepartment('one', 'own', 0),
    aDepartment('two', 'own', 1),
    aDepartment('far', 'top', 1, false),
  ])
  const its = (id: string) => part.byId.get(id)!
  const rights = { build: true, everywhere: false }

  it('places what lies below his department, not his department', () => {
    expect(['top', 'own', 'one', 'far'].map((id) => mayPlace(its(id), rights))).toEqual([false, false, true, false])
  })
  it('moves inside his part alone', () => {
    const targets = [its('own'), its('two'), its('far'), its('top'), undefined]
    expect(targets.map((target) => mayMoveBelow(its('one'), target, rights))).toEqual([true, true, false, false, false])
  })
  it('places nothing when his role reaches his own department only', () => {
    expect(mayPlace(its('one'), { build: false, everywhere: false })).toBe(false)
  })
})

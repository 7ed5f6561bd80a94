import { expect, it } from 'vitest'
import { headcounts } from './headcounts.ts'

const tree = new Map([
  ['a', { path: '/a/' }],
  ['b', { path: '/a/b/' }],
  ['c', { path: '/a/c/' }],
])

it('counts who is in a department, and each person once in those above', () => {
  const counted = headcounts([{ departmentIds: ['a'] }, { departmentIds: ['b', 'c'] }, { departmentIds: [] }], tree)
  expect(Object.fromEntries(counted)).toEqual({
    a: { people: 1, peopleBelow: 2 },
    b: { people: 1, peopleBelow: 1 },
    c: { people: 1, peopleBelow: 1 },
  })
})

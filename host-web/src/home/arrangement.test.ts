import { describe, expect, it } from 'vitest'
import { arranged, moved } from './arrangement.ts'

const cards = ['unread', 'projects', 'people'].map((id) => ({ id }))
const ids = (order: readonly string[]) => arranged(cards, { order, hidden: [] }).map(({ id }) => id)

describe('the order of home cards', () => {
  it('is that of the modules until somebody changes it', () => {
    expect(ids([])).toEqual(['unread', 'projects', 'people'])
  })
  it('keeps what was arranged, lets new cards follow and forgets those that are gone', () => {
    expect(ids(['people', 'figures'])).toEqual(['people', 'unread', 'projects'])
  })
  it('moves one card among the others, not beyond the ends', () => {
    expect(moved(['a', 'b', 'c'], 'c', 0)).toEqual(['c', 'a', 'b'])
    expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c'])
  })
})

import { describe, expect, it } from 'vitest'
import { DrawnLines } from './drawn-lines.ts'

const columns = { first: 0, end: 10 }
const rowsOf = (drawn: DrawnLines) => drawn.all.map(([row]) => row)

describe('the lines that are drawn', () => {
  it('are those in sight first, and no more than may be filled at once', () => {
    const drawn = new DrawnLines()
    const wanted = { rows: { first: 0, end: 8 }, sight: { first: 3, end: 5 }, columns, cells: 20 }
    expect(drawn.advance(wanted)).toBe(true)
    expect(rowsOf(drawn)).toEqual([3, 4])
    expect(drawn.advance(wanted)).toBe(true)
    expect(rowsOf(drawn)).toEqual([2, 3, 4, 5])
    while (drawn.advance(wanted));
    expect(rowsOf(drawn)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  })

  it('leave when they are far from sight', () => {
    const drawn = new DrawnLines()
    drawn.advance({ rows: { first: 0, end: 4 }, sight: { first: 0, end: 4 }, columns, cells: 100 })
    drawn.advance({ rows: { first: 3, end: 6 }, sight: { first: 3, end: 6 }, columns, cells: 100 })
    expect(rowsOf(drawn)).toEqual([3, 4, 5])
  })

  it('take in only the columns that came, and count those that stay by half', () => {
    const drawn = new DrawnLines()
    const rows = { first: 0, end: 4 }
    drawn.advance({ rows, sight: rows, columns, cells: 100 })
    const wanted = { rows, sight: rows, columns: { first: 2, end: 12 }, cells: 12 }
    expect(drawn.advance(wanted)).toBe(true)
    expect(drawn.all.map(([, { first }]) => first)).toEqual([2, 2, 0, 0])
    expect(drawn.advance(wanted)).toBe(false)
    expect(drawn.all.map(([, { first, end }]) => [first, end])).toEqual(Array.from({ length: 4 }, () => [2, 12]))
  })

  it('always go on by one line at least, however wide it is', () => {
    const drawn = new DrawnLines()
    const rows = { first: 0, end: 2 }
    drawn.advance({ rows, sight: rows, columns: { first: 0, end: 500 }, cells: 64 })
    expect(rowsOf(drawn)).toEqual([0])
  })
})

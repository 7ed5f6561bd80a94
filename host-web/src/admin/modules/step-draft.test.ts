import { describe, expect, it } from 'vitest'
import { draftOf, faultOf, stepOf } from './step-draft.ts'

const now = new Date('2026-11-24T08:00:30.500Z')

describe('a step that is written', () => {
  it('is for departments, from now, at first', () => {
    expect(draftOf(undefined, now)).toMatchObject({ kind: 'departments', departmentIds: [], until: '' })
    expect(faultOf(draftOf(undefined, now))).toBe('empty')
  })
  it('keeps its beginning to the millisecond where nobody touched it', () => {
    const step = { audience: { kind: 'all' as const }, from: now.toISOString(), until: null }
    expect(stepOf(draftOf(step, now), step)).toEqual(step)
    expect(stepOf({ ...draftOf(step, now), from: '2026-12-01T09:00' }, step).from).toBe(new Date('2026-12-01T09:00').toISOString())
  })
  it('is stored with what its kind has alone', () => {
    const draft = { ...draftOf(undefined, now), departmentIds: ['a'], personIds: ['b'], percentage: 30 }
    expect(stepOf(draft, undefined).audience).toEqual({ kind: 'departments', departmentIds: ['a'] })
    expect(stepOf({ ...draft, kind: 'percentage' }, undefined).audience).toEqual({ kind: 'percentage', percentage: 30 })
    expect(stepOf({ ...draft, kind: 'inside' }, undefined).audience).toEqual({ kind: 'inside' })
  })
  it('needs a whole share and an end after its beginning', () => {
    const draft = { ...draftOf(undefined, now), kind: 'percentage' as const }
    expect([0, 101, 2.5, Number.NaN].map((percentage) => faultOf({ ...draft, percentage }))).toEqual(['empty', 'empty', 'empty', 'empty'])
    expect(faultOf({ ...draft, until: draft.from })).toBe('order')
    expect(faultOf(draft)).toBeUndefined()
  })
})

import { describe, expect, it } from 'vitest'
import { uuidSource } from './uuid.ts'

describe('ids', () => {
  it('are UUIDs of version 7 with the time in front', () => {
    const id = uuidSource(() => 0x0123456789ab)()
    expect(id).toMatch(/^01234567-89ab-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('ascend within a millisecond, over many, and when the clock steps back', () => {
    let time = 1_000
    const newId = uuidSource(() => time)
    const ids = Array.from({ length: 10_000 }, () => newId())
    time = 500
    ids.push(newId())
    expect(ids).toEqual(ids.toSorted())
    expect(new Set(ids).size).toBe(ids.length)
  })
})

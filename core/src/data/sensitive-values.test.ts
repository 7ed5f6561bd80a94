import { describe, expect, it } from 'vitest'
import { SensitiveValues } from './sensitive-values.ts'

const [newest, older] = ['a secret of the installation, long', 'the secret before it, long as well'] as const
const phone = '13812341234'

describe('sealing', () => {
  const values = new SensitiveValues([newest])
  const sealed = values.seal('core_person.phone', phone)

  it('opens what it sealed, and shows nothing of it', () => {
    expect(values.open('core_person.phone', sealed)).toBe(phone)
    expect(sealed).not.toContain('1234')
    expect(values.open('core_person.phone', values.seal('core_person.phone', '张伟'))).toBe('张伟')
  })

  it('opens nothing in another place, nor what was changed', () => {
    expect(() => values.open('core_person.email', sealed)).toThrow()
    const at = sealed.length - 3
    const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
    expect(() => values.open('core_person.phone', changed)).toThrow()
  })

  it('is the same for the same value in the same place only', () => {
    expect(values.seal('core_person.phone', phone)).toBe(sealed)
    expect(values.seal('core_person.email', phone)).not.toBe(sealed)
  })

  it('answers what was stored before as it is', () => expect(values.open('core_person.phone', phone)).toBe(phone))
})

describe('a ring of keys', () => {
  const before = new SensitiveValues([older])
  const after = new SensitiveValues([newest, older])

  it('opens what an older key sealed, and seals with the newest', () => {
    const old = before.seal('t.c', phone)
    expect(after.open('t.c', old)).toBe(phone)
    expect(after.isCurrent(old)).toBe(false)
    expect(after.isCurrent(after.seal('t.c', phone))).toBe(true)
    expect(after.candidates('t.c', phone)).toContain(old)
  })

  it('says which key is missing', () => {
    expect(() => before.open('t.c', after.seal('t.c', phone))).toThrow(/t\.c: sealed with a key that is not in the ring/)
  })
})

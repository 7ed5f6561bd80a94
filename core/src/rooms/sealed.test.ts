import { describe, expect, it } from 'vitest'
import { Sealed } from './sealed.ts'

describe('a sealed text', () => {
  const sealed = new Sealed('the secret of the installation', 'letters')

  it('opens again, and looks different each time', () => {
    expect(sealed.open(sealed.seal('唐可 13812345678'))).toBe('唐可 13812345678')
    expect(sealed.seal('same')).not.toBe(sealed.seal('same'))
  })

  it('opens what an older key of the ring sealed, and what was sealed before keys had names', () => {
    const ring = new Sealed(['a newer key', 'the secret of the installation'], 'letters')
    expect(ring.open(sealed.seal('唐可'))).toBe('唐可')
    expect(ring.open(sealed.seal('唐可').split('.')[2]!)).toBe('唐可')
    expect(ring.seal('唐可').split('.')[1]).toBe(ring.keyIds[0])
    expect(() => sealed.open(ring.seal('唐可'))).toThrow(/not in the ring/)
  })

  it('does not open altered, for another purpose, or with another secret', () => {
    const text = sealed.seal('tang@lanqiao.example')
    expect(() => sealed.open(`${text.slice(0, -2)}${text.endsWith('AA') ? 'BB' : 'AA'}`)).toThrow()
    expect(() => new Sealed('the secret of the installation', 'jobs').open(text)).toThrow()
    expect(() => new Sealed('another secret', 'letters').open(text)).toThrow()
  })
})

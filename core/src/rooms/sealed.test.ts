import { describe, expect, it } from 'vitest'
import { Sealed } from './sealed.ts'

describe('a sealed text', () => {
  const sealed = new Sealed('the secret of the installation', 'letters')

  it('opens again, and looks different each time', () => {
    expect(sealed.open(sealed.seal('唐可 13812345678'))).toBe('唐可 13812345678')
    expect(sealed.seal('same')).not.toBe(sealed.seal('same'))
  })

  it('does not open altered, for another purpose, or with another secret', () => {
    const text = sealed.seal('tang@lanqiao.example')
    expect(() => sealed.open(`${text.slice(0, -2)}${text.endsWith('AA') ? 'BB' : 'AA'}`)).toThrow()
    expect(() => new Sealed('the secret of the installation', 'jobs').open(text)).toThrow()
    expect(() => new Sealed('another secret', 'letters').open(text)).toThrow()
  })
})

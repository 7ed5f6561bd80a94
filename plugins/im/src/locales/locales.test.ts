import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import en from './en.ts'
import zh from './zh-CN.ts'

const placesIn = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name as string))].toSorted()
const keys = Object.keys(zh) as (keyof typeof zh)[]

describe('the words of conversations', () => {
  it('are there in both languages', () => expect(Object.keys(en)).toEqual(keys))

  it.each(keys)('%s has the same places in both, and can be formatted', (key) => {
    const names = placesIn(zh[key])
    expect(placesIn(en[key])).toEqual(names)
    const values = Object.fromEntries(names.map((name) => [name, name === 'count' ? 2 : '某']))
    for (const [locale, text] of [
      ['zh-CN', zh[key]],
      ['en', en[key]],
    ] as const)
      expect(String(new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).format(values))).not.toBe('')
  })
})

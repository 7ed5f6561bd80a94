import { Localizer } from '@liaison/sdk/web'
import { describe, expect, it } from 'vitest'
import en from '../locales/en.ts'
import zh from '../locales/zh-CN.ts'

const placesIn = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name as string))].toSorted()
const keys = Object.keys(zh) as (keyof typeof zh)[]
const loaders = { 'zh-CN': () => import('../locales/zh-CN.ts'), en: () => import('../locales/en.ts') }

describe('the words of conversations', () => {
  it('are there in both languages', () => expect(Object.keys(en)).toEqual(keys))

  it.each(keys)('%s has the same places in both', (key) => expect(placesIn(en[key])).toEqual(placesIn(zh[key])))

  it.each(['zh-CN', 'en'] as const)('can be formatted in %s', async (locale) => {
    const localizer = new Localizer(locale)
    await localizer.add('im', loaders)
    for (const key of keys) {
      const values = Object.fromEntries(placesIn(zh[key]).map((name) => [name, name === 'count' ? 2 : '某']))
      expect(localizer.text(key, values)).not.toMatch(/^$|⟦|\{/)
    }
  })
})

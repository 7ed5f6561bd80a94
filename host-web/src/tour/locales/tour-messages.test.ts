import { expect, it } from 'vitest'
import en from './en.ts'
import chinese from './zh-CN.ts'

const valuesOf = (message: string) => [...new Set([...message.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name))].toSorted()

it('says everything in both languages, with the same values', () => {
  expect(Object.keys(en)).toEqual(Object.keys(chinese))
  for (const [key, message] of Object.entries(chinese))
    expect({ key, values: valuesOf(en[key as keyof typeof en]) }).toEqual({ key, values: valuesOf(message) })
})

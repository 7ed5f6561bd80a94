import { describe, expect, it } from 'vitest'
import { mentionBefore } from './mention-search.ts'

describe('a name after @', () => {
  it.each([
    ['@', { at: 0, query: '' }],
    ['请 @周', { at: 2, query: '周' }],
    ['请@zm', { at: 1, query: 'zm' }],
    ['a@example', undefined],
    ['@周敏 好', undefined],
    ['没有', undefined],
  ])('is looked for in %s', (text, found) => {
    expect(mentionBefore(text, text.length)).toEqual(found)
  })
})

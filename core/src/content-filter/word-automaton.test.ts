import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WordAutomaton } from './word-automaton.ts'

const found = (words: readonly string[], text: string): string[] => {
  const automaton = new WordAutomaton(words.map((word, owner) => [word, owner]))
  const hits: string[] = []
  automaton.find(text, ({ from, to }) => void hits.push(text.slice(from, to)))
  return hits
}

describe('words in a text', () => {
  it('are found inside Chinese sentences, each where it stands', () => {
    expect(found(['项目代号', '底价'], '把项目代号和底价发我')).toEqual(['项目代号', '底价'])
  })

  it('are found inside one another', () => {
    expect(found(['机密', '机密文件', '密'], '机密文件')).toEqual(['机密', '密', '机密文件'])
  })

  it.each([
    ['traditional characters', '機密'],
    ['blanks', '机 密'],
    ['a full-width blank', '机　密'],
    ['a star', '请把机*密发来'],
    ['dots', '机·密'],
    ['words around them', '这是他的机 密是吧'],
    ['what is not seen', '请把机​密发来'],
  ])('are found in spite of %s', (_what, text) => {
    expect(found(['机密'], text)).toHaveLength(1)
  })

  it.each([
    ['full width', 'Ｐａｓｓｗｏｒｄ'],
    ['case', 'PASSWORD'],
    ['blanks', 'p a s s w o r d'],
  ])('of the Latin script are found in spite of %s', (_what, text) => {
    expect(found(['password'], text)).toHaveLength(1)
  })

  it.each(['手机 密码', '手机-密码', '有机，密度', '手机\n密码', '手机/密码'])('are not made of two others: %j', (text) => {
    expect(found(['机密'], text)).toEqual([])
  })

  it('of three characters and more are found wherever they are pulled apart', () => {
    expect(found(['项目代号'], '给我项目 代号吧')).toEqual(['项目 代号'])
  })

  it('of the Latin script are whole words', () => {
    expect(found(['ass'], 'class, assess, as soon')).toEqual([])
    expect(found(['ass'], '你这个ass')).toEqual(['ass'])
  })

  it('are nothing when they hold separators only', () => {
    expect(found([' - ', ''], 'a - b')).toEqual([])
  })

  it('are those that a plain search finds', () => {
    const letter = fc.constantFrom('甲', '乙', '丙', '丁')
    const word = fc.string({ unit: letter, minLength: 1, maxLength: 4 })
    const words = fc.uniqueArray(word, { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(words, fc.string({ unit: letter, maxLength: 40 }), (given, text) => {
        const plain = given.flatMap((one) =>
          Array.from({ length: text.length }, (_value, at) => at).flatMap((at) => (text.startsWith(one, at) ? [`${at} ${one}`] : [])),
        )
        const automaton = new WordAutomaton(given.map((one, owner) => [one, owner]))
        const hits: string[] = []
        automaton.find(text, ({ owner, from }) => void hits.push(`${from} ${given[owner]!}`))
        expect(hits.toSorted()).toEqual(plain.toSorted())
      }),
    )
  })
})

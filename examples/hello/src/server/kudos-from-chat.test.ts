import type { PersonSummary } from '@liaison/sdk'
import type { People } from '@liaison/sdk/server'
import { describe, expect, it } from 'vitest'
import { praiseIn, type SaidInChat } from './kudos-from-chat.ts'

const person = (id: string, kind: 'internal' | 'external' = 'internal'): PersonSummary => ({
  id,
  name: id,
  kind,
  affiliation: null,
  disabled: false,
})
const known = new Map([person('lin'), person('zhao'), person('guest', 'external')].map((one) => [one.id, one]))
const people = { find: (id: string) => known.get(id) } as People
const praise = (said: Partial<SaidInChat>) =>
  praiseIn({ senderId: 'lin', text: '#夸夸 @赵启航 通宵修好了产线', mentions: ['zhao'], ...said }, people)

describe('a message in a conversation', () => {
  it('is praise when it carries the sign and mentions one colleague', () => {
    expect(praise({})).toEqual({ fromId: 'lin', toId: 'zhao', words: '通宵修好了产线' })
    expect(praise({ text: '@Zhao saved the day #Kudos' })).toMatchObject({ words: 'saved the day' })
  })

  it.each([
    ['without the sign', { text: '@赵启航 通宵修好了产线' }],
    ['with the sign inside a word', { text: '#夸夸墙 @赵启航 你好' }],
    ['without a mention', { mentions: [] }],
    ['that mentions several', { mentions: ['zhao', 'lin'] }],
    ['that mentions all', { mentions: ['all'] }],
    ['about oneself', { mentions: ['lin'] }],
    ['to somebody outside', { mentions: ['guest'] }],
    ['from somebody outside', { senderId: 'guest' }],
    ['that was recalled', { text: null }],
    ['that says nothing more', { text: '#夸夸 @赵启航' }],
    ['that is longer than the wall takes', { text: `#夸夸 @赵启航 ${'好'.repeat(501)}` }],
  ])('%s is no praise', (_what, said) => {
    expect(praise(said)).toBeUndefined()
  })
})

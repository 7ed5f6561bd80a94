import { describe, expect, it } from 'vitest'
import { defineProblem } from '../../contract/problem.ts'
import type { MessageLoader } from '../web-plugin.ts'
import { Localizer } from './localizer.ts'

const loads =
  (messages: Record<string, string>): MessageLoader =>
  async () => ({ default: messages })
const texts = {
  'zh-CN': loads({ 'wall.title': '夸夸墙', 'wall.count': '{count, plural, other {#条}}', 'wall.by': '{name}说' }),
  en: loads({ 'wall.title': 'Kudos', 'wall.count': '{count, plural, one {# note} other {# notes}}', 'wall.by': '{name} says' }),
}
async function aLocalizer() {
  const localizer = new Localizer('zh-CN')
  await localizer.add('wall', texts)
  return localizer
}

describe('texts', () => {
  it('are found by key, with values', async () => {
    const { text } = await aLocalizer().then((localizer) => ({ text: localizer.text.bind(localizer) }))
    expect([text('wall.title'), text('wall.by', { name: '周敏' }), text('wall.count', { count: 2 })]).toEqual(['夸夸墙', '周敏说', '2条'])
  })

  it('show a key that nobody wrote, so that it is seen', async () => {
    expect((await aLocalizer()).text('wall.nothing')).toBe('⟦wall.nothing⟧')
  })

  it('change with the language, and tell when all are there', async () => {
    const localizer = await aLocalizer()
    const told: string[] = []
    localizer.changes.subscribe((locale) => told.push(`${locale}: ${localizer.text('wall.title')}`))
    await localizer.use('en')
    expect(told).toEqual(['en: Kudos'])
    expect(localizer.text('wall.count', { count: 1 })).toBe('1 note')
  })
})

describe('problems', () => {
  const alreadyDone = defineProblem('tasks/already-done', 409, { 'zh-CN': '任务已完成', en: 'Already done' })

  it('are said in the language in force, once their kind is known', async () => {
    const localizer = await aLocalizer()
    expect(localizer.problem(alreadyDone())).toBe('Already done')
    localizer.learn([alreadyDone])
    expect(localizer.problem(alreadyDone())).toBe('任务已完成')
  })
})

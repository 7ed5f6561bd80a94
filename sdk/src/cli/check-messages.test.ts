import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkMessages } from './check-messages.ts'

function aPlugin(zh: object, en: object, page = ''): string {
  const folder = mkdtempSync(join(tmpdir(), 'liaison-messages-'))
  mkdirSync(join(folder, 'src', 'locales'), { recursive: true })
  mkdirSync(join(folder, 'src', 'web'))
  writeFileSync(join(folder, 'src', 'locales', 'zh-CN.json'), JSON.stringify(zh))
  writeFileSync(join(folder, 'src', 'locales', 'en.json'), JSON.stringify(en))
  writeFileSync(join(folder, 'src', 'web', 'page.ts'), page)
  return folder
}

describe('the texts of a plugin', () => {
  it('are in order when both languages say the same things', async () => {
    const folder = aPlugin(
      { 'wall.count': '{count, plural, other {#条}}' },
      { 'wall.count': '{count, plural, one {# note} other {# notes}}' },
    )
    expect(await checkMessages(folder)).toEqual([])
  })

  it('are incomplete when a language lacks a key', async () => {
    expect(await checkMessages(aPlugin({ 'wall.give': '夸' }, {}))).toEqual(['"wall.give" is missing in en'])
  })

  it('are wrong when the values differ', async () => {
    const faults = await checkMessages(aPlugin({ 'wall.by': '{name}说' }, { 'wall.by': '{person} says' }))
    expect(faults).toEqual(['"wall.by" takes different values: zh-CN {name}, en {person}'])
  })

  it('are wrong when a message cannot be read', async () => {
    const [fault] = await checkMessages(aPlugin({ 'wall.by': '{name' }, { 'wall.by': '{name}' }))
    expect(fault).toMatch(/^"wall\.by" in zh-CN cannot be read/)
  })

  it('are incomplete when a page uses a key that nobody wrote', async () => {
    const faults = await checkMessages(aPlugin({ 'wall.a': '一' }, { 'wall.a': 'One' }, `text('wall.b'); text('ln.close')`))
    expect(faults).toEqual(['"wall.b" is used in src/web/page.ts, but no language has it'])
  })
})

import { accessChanged, defineFeature, defineSlot, describePlatform, type Me, readMe } from '@liaison/sdk'
import { aPage, TestServer } from '@liaison/sdk/testing/web'

import { defineWebPlugin, fill, live } from '@liaison/sdk/web'
import { blocks } from '@liaison/sdk/icons'
import { html } from 'lit'
import { beforeEach, describe, expect, it } from 'vitest'
import { Contributions } from './contributions.ts'
import { followAccess } from './follow-access.ts'

const colours = defineFeature('notes.colours', { title: { 'zh-CN': '彩色便签', en: 'Coloured notes' } })
const actions = defineSlot<string>('notes.actions')
const element = 'ln-notes'
const load = async () => undefined

let said: string[]
const notes = defineWebPlugin({
  id: 'notes',
  pages: [{ path: '/notes', title: 'notes', element, load }],
  navigation: [{ id: 'notes', path: '/notes', icon: blocks, label: 'notes', order: 1, badge: () => live(3) }],
  cards: [{ id: 'notes.card', title: 'notes', element, load, order: 1 }],
  commands: [{ id: 'notes.colour', title: 'notes', icon: blocks, order: 1, feature: colours, run: () => undefined }],
  slots: [fill(actions, 'colour')],
  start: () => {
    said.push('started')
    return () => said.push('ended')
  },
})
const aMe = (more: Partial<Me>): Me => ({
  ...{ id: '019a0000-0000-7000-8000-000000000001', account: 'lin', name: '林志远', kind: 'internal' as const, locale: 'zh-CN' as const },
  ...{ departmentIds: [], roleIds: [], grants: {}, modules: ['notes'], features: [colours.key] },
  ...more,
})

let me: Me
const drawn = async () => {
  const server = new TestServer()
    .on(describePlatform, () => ({
      ...{ name: '恒川智能', version: '1', locales: ['zh-CN' as const], setupNeeded: false, signedIn: true },
      modules: me.modules.map((id) => ({ id, title: { 'zh-CN': id, en: id }, web: null })),
    }))
    .on(readMe, () => me)
  const shown = await aPage(html``, { server, me })
  const contributions = new Contributions(shown.services.session)
  contributions.add(notes, shown.services)
  return { ...shown, contributions }
}
const counts = ({ pages, navigation, cards, commands }: Contributions) => [pages, navigation, cards, commands].map(({ length }) => length)

beforeEach(() => {
  said = []
  me = aMe({})
})

describe('what a module contributes', () => {
  it('leaves with the module, and ends what it began', async () => {
    const { contributions, services } = await drawn()
    expect(counts(contributions)).toEqual([1, 1, 1, 1])
    expect([contributions.unread, services.slots.of(actions)]).toEqual([3, ['colour']])
    contributions.remove('notes')
    expect(counts(contributions)).toEqual([0, 0, 0, 0])
    expect([contributions.unread, services.slots.of(actions), said]).toEqual([0, [], ['started', 'ended']])
  })

  it('of a feature comes and goes with the feature', async () => {
    const { contributions, services } = await drawn()
    services.session.replace(aMe({ features: [] }))
    expect(counts(contributions)).toEqual([1, 1, 1, 0])
    services.session.replace(aMe({}))
    expect(counts(contributions)).toEqual([1, 1, 1, 1])
  })

  it('is taken off the page when the server says that something was switched', async () => {
    const { contributions, services, connection } = await drawn()
    const told: number[] = []
    const stop = followAccess({ services, contributions, changed: ({ modules }) => told.push(modules.length) })
    me = aMe({ modules: [], features: [] })
    connection.emit(`person:${me.id}`, { name: accessChanged.name, data: {} })
    await expect.poll(() => told).toEqual([0])
    expect([counts(contributions), services.session.has(colours)]).toEqual([[0, 0, 0, 0], false])
    stop()
  })
})

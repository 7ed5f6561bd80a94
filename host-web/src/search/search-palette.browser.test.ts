import { listPeople } from '@liaison/sdk'
import { fill, personActions } from '@liaison/sdk/web'
import { messageSquareText, plus } from '@liaison/sdk/icons'
import { aPage, focused, TestServer } from '@liaison/sdk/testing/web'
import { ContextProvider } from '@lit/context'
import axe from 'axe-core'
import { html, type ReactiveElement } from 'lit'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { contributionsContext } from '../contexts.ts'
import { shellMessages } from '../locales/shell-messages.ts'
import { Contributions } from '../plugins/contributions.ts'
import type { LnSearchPalette } from './search-palette.ts'
import './search-palette.ts'

const summary = {
  id: '019a0000-0000-7000-8000-000000000002',
  name: '赵启航',
  kind: 'internal' as const,
  affiliation: '研发部',
  disabled: false,
}
const zhao = {
  ...summary,
  account: 'zhaoqihang',
  title: null,
  email: null,
  phone: null,
  departmentIds: [],
  roleIds: [],
  organisationId: null,
  version: 1,
}
const texts = async () => ({ default: { 'im.title': '消息', 'im.start': '发起会话', 'im.open': '打开会话' } })
const done: string[] = []

let palette: LnSearchPalette
let root: HTMLElement

beforeEach(async () => {
  done.length = 0
  const server = new TestServer().on(listPeople, ({ query }) => ({
    items: 'zhaoqihang'.includes(query.query ?? '') ? [zhao] : [],
    next: null,
  }))
  const open = fill(personActions, { title: 'im.open', icon: messageSquareText, run: ({ name }) => void done.push(name) })
  const locales = { 'zh-CN': texts, en: texts }
  const me = { grants: { 'people.read': 'all' as const } }
  const shown = await aPage(html``, {
    server,
    me,
    plugins: [
      { id: 'shell', locales: shellMessages },
      { id: 'im', locales, slots: [open] },
    ],
  })
  root = shown.root
  const contributions = new Contributions(shown.services.session)
  contributions.add(
    {
      id: 'im',
      navigation: [{ id: 'im', path: '/im', icon: messageSquareText, label: 'im.title', order: 10 }],
      commands: [{ id: 'im.start', title: 'im.start', icon: plus, order: 10, run: () => void done.push('start') }],
    },
    shown.services,
  )
  new ContextProvider(root as ReactiveElement, { context: contributionsContext, initialValue: contributions })
  palette = document.createElement('ln-search-palette') as LnSearchPalette
  root.append(palette)
  palette.open = true
  await vi.waitUntil(() => focused()?.localName === 'input')
})

describe('the search palette', () => {
  it('takes no more than may be asked for', async () => {
    await userEvent.fill(page.getByRole('combobox'), 'w'.repeat(300))
    expect((focused() as HTMLInputElement).value).toHaveLength(100)
    await expect.poll(() => palette.shadowRoot?.querySelector('.ln-empty strong')?.clientWidth).toBeLessThan(innerWidth)
    const dialog = palette.shadowRoot?.querySelector('dialog') as HTMLDialogElement
    expect(dialog.scrollWidth).toBe(dialog.clientWidth)
  })

  it('offers pages and commands before anything is typed', async () => {
    await expect.element(page.getByRole('option', { name: '消息' })).toBeVisible()
    await expect.element(page.getByRole('option', { name: '发起会话' })).toBeVisible()
    expect((await axe.run(root)).violations).toEqual([])
  })

  it('finds people and does with them what the first module offers', async () => {
    await userEvent.keyboard('zqh'.slice(0, 1))
    await expect.element(page.getByRole('option', { name: /赵启航/ })).toBeVisible()
    expect((await axe.run(root)).violations).toEqual([])
    await userEvent.keyboard('{Enter}')
    expect(done).toEqual(['赵启航'])
    expect(palette.open).toBe(false)
  })

  it('goes through the results by arrows', async () => {
    await userEvent.keyboard('{ArrowUp}{Enter}')
    expect(done).toEqual(['start'])
  })

  it('says when nothing was found', async () => {
    await userEvent.keyboard('没有这个')
    await expect.element(page.getByText('没有找到“没有这个”')).toBeVisible()
  })

  it('closes by Esc, also while something is typed', async () => {
    await userEvent.keyboard('z{Escape}')
    await expect.poll(() => palette.open).toBe(false)
  })
})

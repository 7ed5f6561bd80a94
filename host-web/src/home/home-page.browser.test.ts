import { listPeople } from '@liaison/sdk'
import { listProjects } from '@liaison/sdk/platform'
import { aPage, TestServer } from '@liaison/sdk/testing/web'
import { ContextProvider } from '@lit/context'
import axe from 'axe-core'
import { html, type ReactiveElement } from 'lit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { contributionsContext } from '../contexts.ts'
import { shellMessages } from '../locales/shell-messages.ts'
import { Contributions } from '../plugins/contributions.ts'
import './home-page.ts'

const nobody = { items: [], next: null }
let root: HTMLElement

async function open(grants: Partial<Record<'people.manage' | 'projects.manage', 'all'>> = {}) {
  const server = new TestServer().on(listPeople, () => nobody).on(listProjects, () => nobody)
  const me = { grants: { 'people.read': 'all' as const, 'projects.read': 'all' as const, ...grants } }
  const shown = await aPage(html``, { server, me, plugins: [{ id: 'shell', locales: shellMessages }] })
  root = shown.root
  const contributions = new Contributions(shown.services.session)
  contributions.complete()
  new ContextProvider(root as ReactiveElement, { context: contributionsContext, initialValue: contributions })
  root.append(document.createElement('ln-home-page'))
  await expect.element(page.getByRole('heading', { name: '一起工作的人' })).toBeVisible()
}
const titles = () =>
  page
    .getByRole('heading', { level: 2 })
    .elements()
    .map(({ textContent }) => textContent)

/** Colours change in a few frames; axe judges what stays. */
const settled = () => Promise.all(document.getAnimations().map(({ finished }) => finished))

beforeEach(() => open())
afterEach(() => localStorage.clear())

describe('the home page', () => {
  it('has the cards of the shell before any module', async () => {
    expect(titles()).toEqual(['项目', '一起工作的人'])
    expect((await axe.run(root)).violations).toEqual([])
  })

  it('offers the first steps to those who may take them', async () => {
    expect(page.getByRole('link').elements()).toEqual([])
    root.remove()
    await open({ 'people.manage': 'all', 'projects.manage': 'all' })
    await expect.element(page.getByRole('link', { name: '添加人员' })).toHaveAttribute('href', '/admin/people')
    await expect.element(page.getByRole('link', { name: '创建项目' })).toHaveAttribute('href', '/admin/projects')
    expect((await axe.run(root)).violations).toEqual([])
  })

  it('is arranged by keyboard, and stays so', async () => {
    await page.getByRole('button', { name: '调整布局' }).click()
    await page.getByRole('button', { name: '完成' }).hover()
    await settled()
    expect((await axe.run(root)).violations).toEqual([])
    await page.getByRole('button', { name: '一起工作的人往前移' }).click()
    expect(titles()).toEqual(['一起工作的人', '项目'])
    await userEvent.keyboard('{Enter}')
    await expect.poll(titles).toEqual(['项目', '一起工作的人'])
    await page.getByRole('button', { name: '不显示项目' }).click()
    await page.getByRole('button', { name: '完成' }).click()
    expect(titles()).toEqual(['一起工作的人'])
    await open()
    expect(titles()).toEqual(['一起工作的人'])
  })
})

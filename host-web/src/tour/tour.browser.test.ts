import { aPage, focused } from '@liaison/sdk/testing/web'
import axe from 'axe-core'
import { html } from 'lit'
import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { tourMessages } from './locales/tour-messages.ts'
import { type TourStep, tourSteps } from './tour-steps.ts'
import './tour.ts'

const say = (key: string, values: Record<string, string> = {}) => `${key} ${Object.values(values).join()}`.trim()

let ended: number
async function drawn(locale: 'zh-CN' | 'en' = 'zh-CN') {
  const steps: readonly TourStep[] = [
    { title: '每天从这里开始', text: '工作台', target: () => document.querySelector('#first') },
    { title: '消息', text: '都在这里', target: () => document.querySelector('#nowhere') },
    { title: '帮助', text: '再看一遍', target: () => document.querySelector('#first') },
  ]
  const { root } = await aPage(
    html`<main>
      <h1>工作台</h1>
      <button id="first" type="button">首页</button>
      <ln-tour .steps=${steps} @ln-tour-ended=${() => ended++}></ln-tour>
    </main>`,
    { locale, plugins: [{ id: 'tour', locales: tourMessages }] },
  )
  return root
}

beforeEach(async () => {
  ended = 0
  await page.viewport(1400, 900)
})

describe('the tour', () => {
  it.each(['zh-CN', 'en'] as const)('has no barrier in %s, and holds the focus', async (locale) => {
    const root = await drawn(locale)
    await expect.element(page.getByRole('heading', { name: '每天从这里开始' })).toBeVisible()
    await expect.poll(async () => (await axe.run(root)).violations).toEqual([])
  })

  it('goes from one to the next by keyboard, also where there is nothing to point at, and ends', async () => {
    await drawn()
    await expect.poll(() => focused()?.textContent.trim()).toBe('下一步：消息')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('heading', { name: '消息' })).toBeVisible()
    await userEvent.keyboard('{ArrowRight}')
    await expect.element(page.getByRole('heading', { name: '帮助' })).toBeVisible()
    await userEvent.keyboard('{ArrowLeft}{ArrowRight}')
    await page.getByRole('button', { name: '开始使用' }).click()
    expect(ended).toBe(1)
  })

  it.each([
    ['跳过引导', () => page.getByRole('button', { name: '跳过引导' }).click()],
    ['Esc', () => userEvent.keyboard('{Escape}')],
  ])('is left out by %s', async (_name, leave) => {
    await drawn()
    await expect.element(page.getByRole('heading', { name: '每天从这里开始' })).toBeVisible()
    await leave()
    await expect.poll(() => ended).toBe(1)
  })
})

describe('the steps', () => {
  const parts = { rail: null, bar: null, topBar: null, keys: 'Ctrl K', say, module: { label: '消息', path: '/im' } }
  it('are five, fewer without a module or on a phone', () => {
    const titles = (more: object) => tourSteps({ ...parts, isPhone: false, ...more }).map(({ title }) => title)
    expect(titles({})).toEqual(['tour.home', 'tour.module 消息', 'tour.search Ctrl K', 'tour.help', 'tour.me'])
    expect(titles({ module: undefined })).toHaveLength(4)
    expect(titles({ isPhone: true })).toEqual(['tour.home', 'tour.module 消息', 'tour.more'])
  })
})

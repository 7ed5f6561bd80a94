import axe from 'axe-core'
import { html } from 'lit'
import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { aPage, focused } from '../testing/index.ts'
import './secret.ts'

const link = 'https://liaison.example/password/4Jf9sKq2'
const clipboard = Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard') as PropertyDescriptor
/** @param writeText - undefined: a page without TLS, which has no clipboard */
const withClipboard = (writeText: ((text: string) => Promise<void>) | undefined) =>
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: writeText && { writeText } })
afterEach(() => Object.defineProperty(navigator, 'clipboard', { ...clipboard, configurable: true }))

const drawn = (locale: 'zh-CN' | 'en' = 'zh-CN') => aPage(html`<main><ln-secret label="链接" value=${link}></ln-secret></main>`, { locale })

describe('something that is shown this once', () => {
  it.each(['zh-CN', 'en'] as const)('has no barrier in %s', async (locale) => {
    const { root } = await drawn(locale)
    await expect.element(page.getByRole('textbox', { name: '链接' })).toHaveValue(link)
    expect((await axe.run(root)).violations).toEqual([])
  })

  it('is copied by keyboard, and says so', async () => {
    const copied: string[] = []
    withClipboard(async (text) => void copied.push(text))
    const { root } = await drawn()
    root.querySelector<HTMLElement>('ln-secret')?.focus()
    await userEvent.keyboard('{Tab}{Enter}')
    await expect.element(page.getByRole('status')).toHaveTextContent('已复制')
    expect(copied).toEqual([link])
  })

  it('is selected where there is no clipboard, and says what to do', async () => {
    withClipboard(undefined)
    await drawn()
    await page.getByRole('button', { name: '复制' }).click()
    await expect.poll(() => page.getByRole('status').element().textContent).toContain('内容已选中')
    const field = focused() as HTMLInputElement
    expect(field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)).toBe(link)
  })
})

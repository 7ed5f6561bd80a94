import { define, type WebCard } from '@liaison/sdk/web'
import { aPage } from '@liaison/sdk/testing/web'
import { html, LitElement } from 'lit'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import './home-card.ts'

class LnGoodCard extends LitElement {
  override render() {
    return html`<p>一切正常</p>`
  }
}
define('ln-good-card', LnGoodCard)
let isBroken = true
class LnBadCard extends LitElement {
  override render() {
    if (isBroken) throw new Error('broken')
    return html`<p>又好了</p>`
  }
}
define('ln-bad-card', LnBadCard)

const card = (element: WebCard['element'], load: WebCard['load'] = async () => undefined): WebCard => ({
  id: element,
  element,
  load,
  title: 'x',
  order: 1,
})
/** Faults are reported to the page, which is where monitoring hears of them. */
const reported = vi.fn((event: ErrorEvent) => event.preventDefault())

beforeEach(() => {
  isBroken = true
  reported.mockClear()
  addEventListener('error', reported)
})
afterEach(() => removeEventListener('error', reported))

describe('a home card', () => {
  it('shows the card of a module', async () => {
    await aPage(html`<ln-home-card .card=${card('ln-good-card')}></ln-home-card>`)
    await expect.element(page.getByText('一切正常')).toBeVisible()
  })

  it('keeps a card that fails in its place, and the others go on', async () => {
    await aPage(html`<ln-home-card .card=${card('ln-bad-card')}></ln-home-card><ln-home-card .card=${card('ln-good-card')}></ln-home-card>`)
    await expect.element(page.getByText(/服务器出现问题/)).toBeVisible()
    await expect.element(page.getByText('一切正常')).toBeVisible()
    expect(reported).toHaveBeenCalled()
  })

  it('tries again when asked to', async () => {
    await aPage(html`<ln-home-card .card=${card('ln-bad-card')}></ln-home-card>`)
    await expect.element(page.getByRole('alert')).toBeVisible()
    isBroken = false
    await page.getByRole('button', { name: '重试' }).click()
    await expect.element(page.getByText('又好了')).toBeVisible()
  })

  it('says so when the card cannot be loaded', async () => {
    const load = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'))
    await aPage(html`<ln-home-card .card=${card('ln-good-card', load)}></ln-home-card>`)
    await expect.element(page.getByRole('alert')).toBeVisible()
  })
})

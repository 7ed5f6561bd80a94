import { endTour } from '@liaison/sdk/platform'
import { aPage, focused, TestServer } from '@liaison/sdk/testing/web'
import { define, partsStyles } from '@liaison/sdk/web'
import { html, LitElement } from 'lit'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { focusHeading } from '../shell/focus-heading.ts'
import { TourController } from './tour-controller.ts'

class LnTestToured extends LitElement {
  static override styles = partsStyles
  tour = new TourController(this, { navigation: () => [], focusPage: () => focusHeading(this) })
  override render() {
    return html`<h1>工作台</h1>
      <button @click=${this.tour.show}>新手引导</button>
      ${this.tour.shown()}`
  }
}
define('ln-test-toured', LnTestToured)

let toured: LnTestToured
beforeEach(async () => {
  const { root } = await aPage(html`<main><ln-test-toured></ln-test-toured></main>`, {
    server: new TestServer().on(endTour, () => undefined as never),
  })
  toured = root.querySelector('ln-test-toured') as LnTestToured
})

const isShown = () => vi.waitUntil(() => focused()?.closest('dialog')?.open === true)
const words = () => focused()?.textContent

describe('after the tour', () => {
  it('that came by itself, the keyboard goes on from the heading of the page', async () => {
    await toured.tour.show()
    await isShown()
    await userEvent.keyboard('{Escape}')
    await expect.poll(words).toBe('工作台')
  })

  it('that was asked for, it goes on from where it was asked', async () => {
    ;(page.getByRole('button', { name: '新手引导' }).element() as HTMLElement).focus()
    await userEvent.keyboard('{Enter}')
    await isShown()
    await userEvent.keyboard('{Escape}')
    await expect.poll(words).toBe('新手引导')
  })
})

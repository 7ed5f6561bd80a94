import type { Route } from '@liaison/sdk/web'
import { aPage, focused } from '@liaison/sdk/testing/web'
import { define, partsStyles } from '@liaison/sdk/web'
import { html, LitElement, nothing } from 'lit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { detailHeading } from './detail-heading.ts'
import { PaneFocusController } from './pane-focus-controller.ts'

class LnTestPanes extends LitElement {
  static override properties = { route: { attribute: false }, rows: { attribute: false } }
  static override styles = partsStyles
  declare route: Route | undefined
  declare rows: readonly string[]

  constructor() {
    super()
    this.rows = ['a', 'b']
    new PaneFocusController(this)
  }
  override render() {
    const chosen = this.route?.query.get('row') ?? undefined
    return html`<div class="ln-panes" data-pane=${chosen === undefined ? 'content' : 'detail'}>
      <section class="ln-content">
        <h1>People</h1>
        ${this.rows.map((row) => html`<a href="/people?row=${row}">row ${row}</a>`)}
      </section>
      ${
        chosen === undefined
          ? nothing
          : html`<section class="ln-detail">
              ${detailHeading('People', chosen)}<input aria-label="title" /><a href="/people">close</a>
            </section>`
      }
    </div>`
  }
}
define('ln-test-panes', LnTestPanes)

const drawn = () => aPage(html`<main><ln-test-panes></ln-test-panes></main>`)
const panes = () => document.querySelector('ln-test-panes') as LnTestPanes
const follow = (event: NavigateEvent) => {
  const { pathname, searchParams } = new URL(event.destination.url)
  event.intercept({
    focusReset: 'manual',
    handler: async () => void (panes().route = { path: pathname, params: {}, query: searchParams }),
  })
}
const press = async (name: string) => {
  ;(page.getByRole('link', { name }).element() as HTMLElement).focus()
  await userEvent.keyboard('{Enter}')
}
const words = () => focused()?.textContent

describe('a pane beside a list', () => {
  beforeAll(() => navigation.addEventListener('navigate', follow))
  afterAll(() => navigation.removeEventListener('navigate', follow))

  it('gives the focus back to what opened it', async () => {
    await page.viewport(1200, 700)
    await drawn()
    await press('row a')
    await expect.element(page.getByRole('textbox')).toBeVisible()
    expect(words()).toBe('row a')
    await press('row b')
    await expect.element(page.getByRole('heading', { name: 'b', exact: true })).toBeVisible()
    await press('close')
    await expect.poll(words).toBe('row b')
  })

  it('takes the focus where it stands alone, and gives it back', async () => {
    await page.viewport(390, 700)
    await drawn()
    await press('row b')
    await expect.poll(() => focused()?.localName).toBe('h1')
    expect(focused()?.closest('.ln-detail')).not.toBe(null)
    await press('close')
    await expect.poll(words).toBe('row b')
  })

  it('gives it to the heading when what opened it is gone', async () => {
    await page.viewport(1200, 700)
    await drawn()
    await press('row a')
    await expect.element(page.getByRole('textbox')).toBeVisible()
    panes().rows = []
    await press('close')
    await expect.poll(words).toBe('People')
  })
})

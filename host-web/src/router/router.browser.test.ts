import { aPage } from '@liaison/sdk/testing/web'
import { define, LeaveController, partsStyles, type Route } from '@liaison/sdk/web'
import axe from 'axe-core'
import { html, LitElement } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { TypedController } from '../admin/typed-controller.ts'
import { shellMessages } from '../locales/shell-messages.ts'
import { LeaveQuestion } from '../shell/leave-question.ts'
import { Router } from './router.ts'

class LnTestForm extends LitElement {
  constructor() {
    super()
    new TypedController(this)
  }
  override render() {
    return html`<input aria-label="title" />`
  }
}
define('ln-test-form', LnTestForm)

/** A page with a list and a form, and the shell around it. */
class LnTestShell extends LitElement {
  static override properties = { route: { attribute: false } }
  static override styles = partsStyles
  declare route: Pick<Route, 'path' | 'query'>
  pending = false

  #leave = new LeaveQuestion(this)
  #router = new Router({
    show: async ({ pathname, searchParams }) => {
      this.route = { path: pathname, query: searchParams }
      await this.updateComplete
    },
    focusHeading: () => {},
    confirmLeave: this.#leave.ask,
  })
  constructor() {
    super()
    this.route = { path: location.pathname, query: new URLSearchParams() }
    new LeaveController(this, () => this.pending)
  }
  override connectedCallback() {
    super.connectedCallback()
    this.#router.start()
  }
  override disconnectedCallback() {
    super.disconnectedCallback()
    this.#router.stop()
  }
  override render() {
    const { path, query } = this.route
    const row = query.get('row')
    return html`<h1>${path} ${row}</h1>
      <a href="/people?row=a">row a</a> <a href="/people?row=b">row b</a>
      <a href="/elsewhere">elsewhere</a> ${keyed(row, html`<ln-test-form></ln-test-form>`)} ${this.#leave.shown()}`
  }
}
define('ln-test-shell', LnTestShell)

const heading = () => page.getByRole('heading', { level: 1 }).element().textContent
const question = page.getByRole('heading', { name: '放弃修改？' })
const title = () => page.getByRole('textbox').element() as HTMLInputElement
let here: string
let root: HTMLElement

beforeEach(async () => {
  here = location.href
  const shown = await aPage(html`<main><ln-test-shell></ln-test-shell></main>`, { plugins: [{ id: 'shell', locales: shellMessages }] })
  root = shown.root
  await page.getByRole('link', { name: 'row a' }).click()
  await vi.waitUntil(() => heading() === '/people a')
})
afterEach(() => {
  document.body.replaceChildren()
  history.replaceState(null, '', here)
})

describe('another one of the same list, while something is typed', () => {
  beforeEach(async () => {
    await page.getByRole('textbox').fill('工程师')
    await page.getByRole('link', { name: 'row b' }).click()
    await vi.waitUntil(() => question.elements().length === 1)
  })

  it('is not shown when the person goes on editing', async () => {
    expect((await axe.run(root)).violations).toEqual([])
    await userEvent.keyboard('{Enter}')
    await expect.element(question).not.toBeInTheDocument()
    expect(heading()).toBe('/people a')
    expect(title().value).toBe('工程师')
    expect(location.search).toBe('?row=a')
  })

  it('is shown when the person gives it up', async () => {
    await page.getByRole('button', { name: '放弃修改' }).click()
    await expect.poll(heading).toBe('/people b')
    expect(title().value).toBe('')
  })

  it('is not shown by Esc', async () => {
    await userEvent.keyboard('{Escape}')
    await expect.element(question).not.toBeInTheDocument()
    expect(title().value).toBe('工程师')
  })
})

describe('leaving', () => {
  it('is not asked about when nothing is typed', async () => {
    await page.getByRole('link', { name: 'row b' }).click()
    await expect.poll(heading).toBe('/people b')
  })

  it('is asked about for another page only where the same page keeps what is unsaved', async () => {
    ;(document.querySelector('ln-test-shell') as LnTestShell).pending = true
    await page.getByRole('link', { name: 'row b' }).click()
    await expect.poll(heading).toBe('/people b')
    await page.getByRole('link', { name: 'elsewhere' }).click()
    await page.getByRole('button', { name: '放弃修改' }).click()
    await expect.poll(heading).toBe('/elsewhere ')
  })
})

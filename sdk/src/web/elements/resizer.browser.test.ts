import axe from 'axe-core'
import { html, render } from 'lit'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { aPage } from '../testing/index.ts'
import './resizer.ts'

const edgeOf = html`<ln-resizer name="test.list" min="200" max="300"></ln-resizer>`
let root: HTMLElement

const width = () => root.getBoundingClientRect().width
const edge = () => root.querySelector('ln-resizer')?.shadowRoot?.querySelector<HTMLElement>('[role=separator]')

async function show() {
  root = (await aPage(html``)).root
  root.style.cssText = 'display: block; position: relative; width: 240px; height: 100px'
  render(edgeOf, root)
  await vi.waitUntil(() => edge()?.ariaValueNow === String(width()))
  edge()?.focus()
}

beforeEach(async () => {
  // Phones show one pane, and no edge.
  await page.viewport(1024, 600)
  localStorage.removeItem('liaison.width.test.list')
  await show()
})

describe('the edge of a pane', () => {
  it('has a name and no barrier', async () => {
    expect(edge()?.ariaLabel).toBe('调整宽度')
    expect((await axe.run(root)).violations).toEqual([])
  })

  it('moves by arrow keys, within its bounds', async () => {
    await userEvent.keyboard('{ArrowRight}')
    expect(width()).toBe(256)
    await userEvent.keyboard('{End}{ArrowRight}')
    expect(width()).toBe(300)
    await expect.poll(() => edge()?.ariaValueNow).toBe('300')
  })

  it('is where it was when the page is shown again', async () => {
    await userEvent.keyboard('{Home}')
    expect(width()).toBe(200)
    await show()
    await expect.poll(width).toBe(200)
  })
})

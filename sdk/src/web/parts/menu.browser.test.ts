import axe from 'axe-core'
import { css, html, LitElement } from 'lit'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { define } from '../define.ts'
import { partsStyles } from '../styles/parts.styles.ts'
import { aPage, focused } from '../testing/index.ts'
import { menu } from './menu.ts'

const chosen: string[] = []
let root: HTMLElement
const focusedWord = () => focused()?.textContent.trim()

class LnMenuExample extends LitElement {
  static override styles = [
    ...partsStyles,
    css`
      :host {
        display: block;
      }
    `,
  ]
  override render() {
    return html`<button class="ln-button" popovertarget="more" aria-haspopup="menu">更多</button> ${menu({
        id: 'more',
        label: '更多',
        items: [
          { label: 'Edit', run: () => chosen.push('edit') },
          { label: 'Copy', run: () => chosen.push('copy') },
          { label: 'Recall', danger: true, separated: true, run: () => chosen.push('recall') },
          { label: 'Move', run: () => this.renderRoot.querySelector('dialog')?.showModal() },
        ],
      })} <dialog aria-label="Move"><button>Here</button></dialog>`
  }
}
define('ln-menu-example', LnMenuExample)

beforeEach(async () => {
  chosen.length = 0
  const shown = await aPage(html`<ln-menu-example></ln-menu-example>`)
  root = shown.root
  await page.getByRole('button', { name: '更多' }).click()
  await vi.waitUntil(() => focusedWord() === 'Edit')
})

describe('an open menu', () => {
  it('has no barrier and begins at its first item', async () => {
    expect((await axe.run(root)).violations).toEqual([])
  })

  it('moves by arrows, round and round', async () => {
    await userEvent.keyboard('{ArrowDown}')
    await expect.poll(focusedWord).toBe('Copy')
    await userEvent.keyboard('{ArrowUp}{ArrowUp}')
    await expect.poll(focusedWord).toBe('Move')
  })

  it('finds an item by its first letter', async () => {
    await userEvent.keyboard('r')
    await expect.poll(focusedWord).toBe('Recall')
  })

  it('does what is chosen by Enter, and closes', async () => {
    await userEvent.keyboard('{ArrowDown}{Enter}')
    expect(chosen).toEqual(['copy'])
    await expect.element(page.getByRole('menuitem', { name: 'Copy' })).not.toBeInTheDocument()
  })

  it('closes by Esc and gives the focus back', async () => {
    await userEvent.keyboard('{Escape}')
    await expect.poll(focusedWord).toBe('更多')
    expect(chosen).toEqual([])
  })

  it('gets the focus back to its button from a dialog that it opened', async () => {
    await userEvent.keyboard('m{Enter}')
    await expect.poll(focusedWord).toBe('Here')
    await userEvent.keyboard('{Escape}')
    await expect.poll(focusedWord).toBe('更多')
  })
})

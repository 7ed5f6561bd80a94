import axe from 'axe-core'
import { html } from 'lit'
import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { aPage } from '../testing/index.ts'
import type { LnDialog } from './dialog.ts'
import './dialog.ts'

let dialog: LnDialog
let closed: number

beforeEach(async () => {
  closed = 0
  const { root } = await aPage(html`
    <button>打开</button>
    <ln-dialog heading="发起会话" @ln-dialog-closed=${() => closed++}>
      <label>名称 <input class="ln-input" autofocus /></label>
      <button slot="foot" class="ln-button is-primary">发起</button>
    </ln-dialog>
  `)
  dialog = root.querySelector('ln-dialog') as LnDialog
  await page.getByRole('button', { name: '打开' }).click()
  dialog.open = true
  await dialog.updateComplete
})

describe('an open dialog', () => {
  it('is named by its heading and has no barrier', async () => {
    await expect.element(page.getByRole('dialog', { name: '发起会话' })).toBeVisible()
    expect((await axe.run(dialog)).violations).toEqual([])
  })

  it('takes the focus to what asks for it', async () => {
    await expect.element(page.getByLabelText('名称')).toHaveFocus()
  })

  it('closes by Esc, says so, and gives the focus back', async () => {
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('button', { name: '打开' })).toHaveFocus()
    expect([dialog.open, closed]).toEqual([false, 1])
  })

  it('closes by its cross', async () => {
    await page.getByRole('button', { name: '关闭' }).click()
    expect([dialog.open, closed]).toEqual([false, 1])
  })
})

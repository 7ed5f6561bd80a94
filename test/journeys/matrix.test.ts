import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, Person } from './person.ts'
import { Product } from './product.ts'

describe('somebody who has never seen the matrix', () => {
  let product: Product
  let browser: Browser
  beforeAll(async () => {
    ;[product, browser] = await Promise.all([Product.start(), openBrowser()])
  }, 120_000)
  afterAll(async () => {
    await browser.close()
    await product.stop()
  })

  it('gives the marketing role a right in six clicks, sees who gains before, and nothing else changes', async () => {
    const admin = await Person.at(browser, product.url)
    await admin.signIn('admin')
    interface Cells {
      readonly columns: readonly { readonly id: string; readonly name: string }[]
      readonly cells: Readonly<Record<string, Readonly<Record<string, string>>>>
    }
    const ofMarketing = async () => {
      const { columns, cells } = (await admin.calls('GET', '/access/matrix')).body as Cells
      return cells[columns.find(({ name }) => name === '市场专员')?.id ?? ''] ?? {}
    }
    const before = await ofMarketing()
    expect(before['projects.manage']).not.toBe('project')

    const { page } = admin
    let clicks = 0
    const click = async (target: ReturnType<typeof page.locator>) => {
      clicks++
      await target.click()
    }
    await click(page.getByRole('link', { name: '管理', exact: true }))
    await click(page.getByRole('link', { name: '权限矩阵' }))
    await click(page.getByRole('searchbox', { name: '筛选权限或角色' }))
    await page.keyboard.type('市场专员 管理项目')
    await click(page.getByRole('gridcell'))
    await click(page.getByRole('menuitemradio', { name: /^项目/ }))
    await page.getByText(/\+\d+人获得/).waitFor()
    await click(page.getByRole('button', { name: '应用更改' }))
    await expect.poll(ofMarketing).toEqual({ ...before, 'projects.manage': 'project' })
    expect(clicks).toBe(6)
    expect(admin.faults).toEqual([])
  })
})

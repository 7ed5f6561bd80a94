import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, Person } from './person.ts'
import { Product } from './product.ts'

const patience = 60_000

describe('a company that asks for consent', () => {
  let product: Product
  let browser: Browser
  let admin: Person
  let guchen: Person

  beforeAll(async () => {
    ;[product, browser] = await Promise.all([Product.start(), openBrowser()])
    ;[admin, guchen] = await Promise.all([Person.at(browser, product.url), Person.at(browser, product.url)])
    await admin.signIn('admin')
  }, patience)
  afterAll(async () => {
    await browser.close()
    await product.stop()
  })

  it(
    'publishes its notice, and whoever comes in agrees to it, is shown around, and is left alone from then on',
    async () => {
      await admin.opens('/admin/privacy')
      await admin.page.getByRole('button', { name: '写新版本' }).click()
      await admin.page.getByLabel('更新说明').fill('首次要求同意')
      await admin.page.getByRole('button', { name: 'English' }).click()
      await admin.page.getByLabel('更新说明').fill('Consent is asked for')
      await admin.page.getByRole('checkbox').check()
      await admin.page.getByRole('button', { name: '发布', exact: true }).click()
      await admin.page.getByRole('button', { name: '发布', exact: true }).last().click()
      // he, too, has to agree before anything else
      await admin.page.getByRole('button', { name: '同意并继续' }).waitFor()

      await guchen.page.getByLabel('账号').fill('guchen')
      await guchen.page.getByRole('textbox', { name: '密码' }).fill('journeys-of-people')
      await guchen.page.keyboard.press('Enter')
      await guchen.page.getByRole('heading', { name: '开始之前，请了解公司怎样使用你的个人信息' }).waitFor()
      expect(await guchen.violations()).toEqual([])
      await guchen.page.getByRole('button', { name: '同意并继续' }).click()
      await guchen.page.getByRole('heading', { name: '每天从这里开始' }).waitFor()
      expect(await guchen.violations()).toEqual([])
      for (const next of ['下一步：消息', /^下一步：找人/, /^下一步：需要时/, /^下一步：你的账号/, '开始使用'])
        await guchen.page.getByRole('button', { name: next }).click()
      await guchen.page.getByRole('heading', { level: 1 }).waitFor()

      await guchen.page.reload()
      await guchen.page.locator('ln-rail').waitFor({ state: 'attached' })
      expect(await guchen.page.locator('ln-tour').count()).toBe(0)
      await guchen.opens('/settings/privacy')
      await guchen.page.getByText(/你在.+同意了.+版/).waitFor()
      expect([...admin.faults, ...guchen.faults]).toEqual([])
    },
    patience,
  )
})

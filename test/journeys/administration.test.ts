import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, Person } from './person.ts'
import { Product } from './product.ts'

const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const
const inside = ['people', 'departments', 'organisations', 'projects', 'invitations', 'roles', 'matrix', 'explain', 'security'] as const
const around = ['content-filter', 'modules', 'privacy', 'audit', 'jobs'] as const

describe('every page of the administration', () => {
  let product: Product
  let browser: Browser
  let admin: Person

  beforeAll(async () => {
    ;[product, browser] = await Promise.all([Product.start(), openBrowser()])
    admin = await Person.at(browser, product.url)
    await admin.signIn('admin')
  }, 120_000)
  afterAll(async () => {
    await browser.close()
    await product.stop()
  })

  describe.each(['zh-CN', 'en'])('in %s', (locale) => {
    it('is chosen by the administrator', async () => {
      expect(await admin.calls('PATCH', '/me', { locale })).toMatchObject({ status: 200 })
    })

    describe.each(Object.entries(sizes))('on a %s', (_device, size) => {
      it.each([...inside, ...around])('has %s without a violation, a missing text or sideways scrolling', async (id) => {
        await admin.page.setViewportSize(size)
        await admin.opens(`/admin/${id}`)
        await expect.poll(() => admin.page.locator('[aria-busy="true"]').count()).toBe(0)
        expect(await admin.page.getByText('⟦').count()).toBe(0)
        expect(await admin.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
        for (const colorScheme of ['light', 'dark'] as const) {
          await admin.prefers(colorScheme)
          expect(await admin.violations()).toEqual([])
        }
      })
    })
  })

  it.each(['modules?module=im', 'content-filter?rule=new', 'audit?entry=5', 'people?person=new', 'departments?department=new'])(
    'has %s without a violation where the pane beside the list is all there is',
    async (address) => {
      await admin.page.setViewportSize(sizes.phone)
      await admin.opens(`/admin/${address}`)
      await expect.poll(() => admin.page.locator('[aria-busy="true"]').count()).toBe(0)
      expect(await admin.violations()).toEqual([])
    },
  )

  it('names in the audit trail what was changed, never a table', async () => {
    await admin.page.setViewportSize(sizes.desk)
    await admin.opens('/admin/audit')
    const trail = admin.page.getByRole('table')
    await trail
      .getByText(/^(新建上线设置|Created: roll-out)$/)
      .first()
      .waitFor()
    expect(await trail.getByText(/\b(core|im)_[a-z_]+/).count()).toBe(0)
  })

  it('looks like nothing to whoever may not have it, beside those that he may have', async () => {
    const mo = await Person.at(browser, product.url)
    await mo.signIn('moxiaoyu')
    await mo.opens('/admin/people')
    await mo.page.getByRole('heading', { level: 1, name: '这里什么也没有' }).waitFor({ state: 'attached' })
    expect(await mo.page.getByRole('navigation', { name: '管理页面' }).getByRole('link').allTextContents()).toHaveLength(2)
    expect(await mo.violations()).toEqual([])
    expect(mo.faults).toEqual([])
  })

  it('makes no script error and does nothing that the policies refuse', () => {
    expect(admin.faults).toEqual([])
  })
})

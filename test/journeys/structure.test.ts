import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, Person } from './person.ts'
import { Product } from './product.ts'

interface Listed {
  readonly items: readonly { readonly id: string; readonly name: string; readonly key?: string | null; readonly parentId?: string | null }[]
}
const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const

describe('the structure of the company', () => {
  let product: Product
  let browser: Browser
  let admin: Person
  let manager: Person
  let head: Person
  let pages: Record<string, string>

  const listed = async (path: string) => (await admin.calls('GET', `${path}?limit=200`)).body as Listed
  const idOf = async (path: string, name: string) => (await listed(path)).items.find((one) => one.name === name || one.key === name)!.id

  beforeAll(async () => {
    ;[product, browser] = await Promise.all([Product.start(), openBrowser()])
    ;[admin, manager, head] = (await Promise.all([1, 2, 3].map(() => Person.at(browser, product.url)))) as [Person, Person, Person]
    await admin.signIn('admin')
    await manager.signIn('chensiqi')
    await head.signIn('yaoqian')
    const { body: me } = await manager.calls('GET', '/me')
    await admin.calls('PUT', `/access/roles/${await idOf('/access/roles', 'administrator')}/holders/${(me as { id: string }).id}`)
    pages = {
      departments: `/admin/departments?department=${await idOf('/directory/departments', '服务中心')}`,
      companies: `/admin/organisations?organisation=${await idOf('/directory/organisations', '远航物流装备')}`,
      projects: `/admin/projects?project=${await idOf('/projects', 'C-17')}`,
      roles: `/admin/roles?role=${await idOf('/access/roles', 'administrator')}`,
    }
  }, 120_000)
  afterAll(async () => {
    await browser.close()
    await product.stop()
  })

  describe.each(['zh-CN', 'en'])('in %s', (locale) => {
    it.each(['departments', 'companies', 'projects', 'roles'])(
      'shows %s without a violation, a missing text or sideways scrolling',
      async (name) => {
        await manager.calls('PATCH', '/me', { locale })
        for (const size of Object.values(sizes)) {
          await manager.page.setViewportSize(size)
          for (const path of size === sizes.phone ? [pages[name]!, pages[name]!.split('?')[0]!] : [pages[name]!]) {
            await manager.opens(path)
            await expect.poll(() => manager.page.locator('[aria-busy="true"]').count()).toBe(0)
            expect(await manager.page.getByText('⟦').count()).toBe(0)
            expect(await manager.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
            for (const colorScheme of ['light', 'dark'] as const) {
              await manager.prefers(colorScheme)
              expect(await manager.violations()).toEqual([])
            }
          }
        }
      },
      120_000,
    )
  })

  it('is managed in part by a department head, with the keyboard alone', async () => {
    const roleId = await idOf('/access/roles', 'department-head')
    const changes = [{ roleId, permission: 'people.manage', scope: 'department-tree' }]
    expect(await admin.calls('PATCH', '/access/matrix', { changes })).toMatchObject({ status: 200 })

    await head.opens('/admin/departments')
    const line = (name: string) => head.page.getByRole('treeitem', { name: new RegExp(`^${name} `) })
    await line('现场服务组').focus()
    await head.page.keyboard.press('Control+X')
    await line('研发部').focus()
    await head.page.keyboard.press('Control+V')
    await line('客户成功组').focus()
    await head.page.keyboard.press('Control+V')
    await head.page.getByText('已移动部门“现场服务组”').waitFor()
    const parentOf = async () => (await listed('/directory/departments')).items.find(({ name }) => name === '现场服务组')!.parentId
    expect(await parentOf()).toBe(await idOf('/directory/departments', '客户成功组'))
    await head.page.getByRole('button', { name: '撤销' }).press('Enter')
    await head.page.getByText('已将“现场服务组”移回原处').waitFor()
    expect(await parentOf()).toBe(await idOf('/directory/departments', '服务中心'))

    await head.opens('/admin/people')
    await head.page.getByRole('cell', { name: '谭力' }).waitFor()
    expect(await head.page.getByRole('cell', { name: '赵启航' }).count()).toBe(0)
  })

  it('makes no script error and does nothing that the policies refuse', () => {
    expect([...admin.faults, ...manager.faults, ...head.faults]).toEqual([])
  })
})

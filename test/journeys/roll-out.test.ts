import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, Person } from './person.ts'
import { Product } from './product.ts'

describe('conversations are piloted in one department', () => {
  let product: Product
  let browser: Browser
  let admin: Person
  let chen: Person
  let lin: Person

  beforeAll(async () => {
    ;[product, browser] = await Promise.all([Product.start(), openBrowser()])
    ;[admin, chen, lin] = (await Promise.all([1, 2, 3].map(() => Person.at(browser, product.url)))) as [Person, Person, Person]
    await admin.signIn('admin')
    await chen.signIn('chensiqi')
    await lin.signIn('linzhiyuan')
  }, 120_000)
  afterAll(async () => {
    await browser.close()
    await product.stop()
  })

  const conversations = (person: Person) => person.page.locator('ln-rail').getByRole('link', { name: /消息/ })
  const departmentOf = async (person: Person): Promise<string> => {
    const { body } = await person.calls('GET', '/directory/departments?limit=200')
    const { body: me } = await person.calls('GET', '/me')
    const ids = (me as { departmentIds: string[] }).departmentIds
    return (body as { items: { id: string; name: string }[] }).items.find(({ id }) => ids.includes(id))!.name
  }

  it('by the administrator, who sees for how many before he saves', async () => {
    const pilot = await departmentOf(chen)
    expect(await departmentOf(lin)).not.toBe(pilot)
    await lin.opens('/im')
    await chen.opens('/im')
    await admin.opens('/admin/modules')
    await admin.page.getByRole('link', { name: '即时通讯' }).click()
    await admin.page.getByRole('button', { name: '添加步骤' }).click()
    await admin.page.getByRole('checkbox', { name: pilot, exact: true }).check()
    await admin.page.getByText(/人不再能用/).waitFor()
    await admin.page.getByRole('button', { name: '保存' }).click()
    await admin.page.getByRole('button', { name: `修改步骤：${pilot}` }).waitFor()
  })

  it('whoever is in it keeps them', async () => {
    expect(await conversations(chen).count()).toBe(1)
    expect(await chen.calls('GET', '/im/channels')).toMatchObject({ status: 200 })
  })

  it('somebody else loses them on the open page: rail, page and interface', async () => {
    await conversations(lin).waitFor({ state: 'detached' })
    await lin.page.getByRole('heading', { level: 1, name: '这里什么也没有' }).waitFor({ state: 'attached' })
    expect(await lin.calls('GET', '/im/channels')).toMatchObject({ status: 404 })
  })

  it('and gets them back without a reload when they are opened to all', async () => {
    await admin.page.getByRole('button', { name: '对所有人开放' }).click()
    await conversations(lin).waitFor()
    await lin.page.locator('ln-im-page').waitFor()
    expect([...lin.faults, ...chen.faults, ...admin.faults]).toEqual([])
  })
})

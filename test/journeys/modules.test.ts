import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, Person } from './person.ts'
import { Product } from './product.ts'

describe('modules come and go with the configuration', () => {
  let product: Product
  let browser: Browser
  let admin: Person
  let chen: Person
  let said: unknown

  beforeAll(async () => {
    ;[product, browser] = await Promise.all([Product.start(), openBrowser()])
    ;[admin, chen] = await Promise.all([Person.at(browser, product.url), Person.at(browser, product.url)])
    await admin.signIn('admin')
    await chen.signIn('chensiqi')
    said = await conversations()
  }, 120_000)
  afterAll(async () => {
    await browser.close()
    await product.stop()
  })

  /** What lasts of them: who is online does not. */
  const conversations = async () => {
    const { body } = await chen.calls('GET', '/im/channels?limit=200')
    const { items } = body as { items: { id: string; name: string; lastSeq: number; readSeq: number; lastMessage: unknown }[] }
    return items.map(({ id, name, lastSeq, readSeq, lastMessage }) => ({ id, name, lastSeq, readSeq, lastMessage }))
  }
  const rail = (person: Person) => person.page.locator('ln-rail')
  const permissions = async () => {
    const { body } = await admin.calls('GET', '/access/permissions?limit=200')
    return (body as { items: { key: string }[] }).items.map(({ key }) => key)
  }

  it('without conversations: nothing in the rail, their addresses are 404, the rest works', async () => {
    await product.restart({ plugins: 'none' })
    await chen.opens('/')
    await expect.poll(() => rail(chen).getByText('工作台').count()).toBe(1)
    expect(await rail(chen).getByText('消息').count()).toBe(0)
    expect(await chen.calls('GET', '/im/channels')).toMatchObject({ status: 404 })
    expect(await permissions()).not.toContain('im.read')
  })

  it('with them again: everything is there as it was', async () => {
    await product.restart({ plugins: '@liaison/plugin-im' })
    expect(await conversations()).toEqual(said)
  })

  it("with a stranger's plugin by its folder: its page, card and permissions are there", async () => {
    await product.restart({ plugins: '@liaison/plugin-im,./examples/hello' })
    await chen.opens('/')
    await chen.page.getByRole('heading', { name: '夸夸墙' }).waitFor()
    await rail(chen).getByRole('link', { name: '夸夸' }).click()
    await chen.page.getByRole('heading', { level: 1, name: '夸夸墙' }).waitFor()
    expect(await permissions()).toEqual(expect.arrayContaining(['kudos.read', 'kudos.give', 'im.read']))
  })

  it('takes praise from a conversation to the wall', async () => {
    const { body } = await chen.calls('GET', '/directory/people?query=zhaoqihang')
    const zhao = (body as { items: { id: string }[] }).items[0]?.id ?? ''
    const channel = await chen.calls('POST', '/im/channels', { kind: 'direct', memberIds: [zhao] })
    const { id } = channel.body as { id: string }
    const message = { clientId: crypto.randomUUID(), text: '#夸夸 @赵启航 模具问题当天就闭环了', mentions: [zhao] }
    expect(await chen.calls('POST', `/im/channels/${id}/messages`, message)).toMatchObject({ status: 201 })
    await expect
      .poll(async () => ((await chen.calls('GET', '/kudos')).body as { items: { words: string }[] }).items.map(({ words }) => words))
      .toContain('模具问题当天就闭环了')
  })

  it('with a folder that is no plugin: it does not start, and says why', async () => {
    await expect(product.restart({ plugins: './docs' })).rejects.toThrow('docs')
    await product.restart({ plugins: '@liaison/plugin-im' })
  })

  it('makes no script error and does nothing that the policies refuse', () => {
    expect([...admin.faults, ...chen.faults]).toEqual([])
  })
})

describe('an empty installation', () => {
  it('lets the first administrator set it up, once', async () => {
    const [product, browser] = await Promise.all([Product.start({ demo: false }), openBrowser()])
    try {
      const first = await Person.at(browser, product.url)
      await first.page.getByRole('button', { name: 'English' }).click()
      await first.page.getByLabel('Name', { exact: true }).fill('王晓燕')
      await first.page.getByLabel('Account').fill('wangxiaoyan')
      await first.page.getByRole('textbox', { name: /^Password/ }).fill('first-administrator')
      expect(await first.violations()).toEqual([])
      await first.page.keyboard.press('Enter')
      await first.page.getByRole('heading', { name: 'Every day begins here' }).waitFor()
      await first.page.keyboard.press('Escape')
      // the language of the set-up stays
      expect((await first.calls('GET', '/me')).body).toMatchObject({ name: '王晓燕', kind: 'internal', locale: 'en' })
      const again = { account: 'second', name: '又一位', password: 'another-password' }
      expect(await first.calls('POST', '/setup', again)).toMatchObject({ status: 404 })
      expect(first.faults).toEqual([])
    } finally {
      await browser.close()
      await product.stop()
    }
  }, 60_000)
})

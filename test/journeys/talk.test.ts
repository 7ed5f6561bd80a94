import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Line } from './line.ts'
import { openBrowser, Person } from './person.ts'
import { Product } from './product.ts'

describe('two people talk', () => {
  let product: Product
  let browser: Browser
  let line: Line
  let chen: Person
  let zhou: Person

  beforeAll(async () => {
    ;[product, browser] = await Promise.all([Product.start(), openBrowser()])
    line = await Line.to(product.port)
    ;[chen, zhou] = await Promise.all([Person.at(browser, line.url), Person.at(browser, product.url)])
    await chen.signIn('chensiqi')
    await zhou.signIn('zhoumin')
  }, 120_000)
  afterAll(async () => {
    await browser.close()
    line.close()
    await product.stop()
  })

  const log = (person: Person) => person.page.getByRole('log', { name: '消息记录' }).or(person.page.getByLabel('消息记录')).first()
  const said = (person: Person, text: string) => log(person).getByText(text, { exact: true })
  const expectOnce = async (person: Person, text: string) => {
    await expect.poll(() => said(person, text).count(), { timeout: 15_000 }).toBe(1)
  }
  const row = (person: Person, title: string) =>
    person.page
      .locator('a[href^="/im/"]')
      .filter({ has: person.page.getByText(title, { exact: true }) })
      .first()

  async function goesInto(person: Person, title: string) {
    await person.opens('/im')
    await row(person, title).click()
    await person.page.getByRole('textbox', { name: '消息', exact: true }).waitFor()
  }
  async function says(person: Person, text: string) {
    await person.page.getByRole('textbox', { name: '消息', exact: true }).focus()
    await person.composes(text)
    await person.page.keyboard.press('Enter')
  }

  it('in Chinese, composed by an input method, and it appears on the other side without a reload', async () => {
    await goesInto(chen, '周敏')
    await goesInto(zhou, '陈思齐')
    await says(chen, '包装盒的刀版今天能定吗？')
    await expectOnce(zhou, '包装盒的刀版今天能定吗？')
    await says(zhou, '能，下班前发你')
    await expectOnce(chen, '能，下班前发你')
    await expectOnce(chen, '包装盒的刀版今天能定吗？')
  })

  it('keeps what was said through a reload and a restart', async () => {
    await zhou.page.reload()
    await expectOnce(zhou, '能，下班前发你')
    await product.restart()
    await says(zhou, '刀版文件已经上传')
    await expectOnce(chen, '刀版文件已经上传')
    await expectOnce(chen, '能，下班前发你')
  })

  it('sends what was written without a network once, when it returns', async () => {
    line.cut()
    await says(chen, '地铁里没信号，先记下：周三评审')
    await chen.page
      .getByText(/发送中|未发送/)
      .first()
      .waitFor()
    expect(await said(zhou, '地铁里没信号，先记下：周三评审').count()).toBe(0)
    line.mend()
    await expectOnce(zhou, '地铁里没信号，先记下：周三评审')
    await expect.poll(() => chen.page.getByText(/发送中|未发送/).count(), { timeout: 15_000 }).toBe(0)
    await expectOnce(chen, '地铁里没信号，先记下：周三评审')
  })

  it('keeps what was written without a network through a reload', async () => {
    line.cut()
    await says(chen, '还是没信号：评审改到三点')
    await chen.page
      .getByText(/发送中|未发送/)
      .first()
      .waitFor()
    line.mend()
    await chen.page.reload()
    await expectOnce(zhou, '还是没信号：评审改到三点')
    await expectOnce(chen, '还是没信号：评审改到三点')
  })

  it('keeps the place and what was not sent when the session ends in the middle', async () => {
    const place = chen.page.url()
    line.cut()
    await says(chen, '还没发出去，会话就结束了')
    await chen.page
      .getByText(/发送中|未发送/)
      .first()
      .waitFor()
    await chen.page.getByRole('textbox', { name: '消息', exact: true }).fill('写了一半的话')
    const cookies = (await chen.page.context().cookies(line.url)).map(({ name, value }) => `${name}=${value}`).join('; ')
    expect((await fetch(`${product.url}/api/auth/logout`, { method: 'POST', headers: { cookie: cookies } })).status).toBe(204)
    line.mend()
    await chen.page.getByRole('heading', { name: '登录', exact: true }).waitFor()
    expect(chen.page.url()).toBe(place)
    await chen.signIn('chensiqi')
    await expectOnce(zhou, '还没发出去，会话就结束了')
    const box = chen.page.getByRole('textbox', { name: '消息', exact: true })
    await expect.poll(() => box.inputValue()).toBe('写了一半的话')
    await box.fill('')
  })

  it('counts what is unread and tells who has read', async () => {
    const { body } = await chen.calls('POST', '/im/channels', {
      kind: 'group',
      name: '样机联调',
      memberIds: await idsOf(['zhoumin', 'zhaoqihang']),
    })
    const { id } = body as { id: string }
    await zhou.opens('/im')
    await chen.opens(`/im/${id}`)
    await says(chen, '今天下午两点联调')
    await says(chen, '地点在三号车间')
    await expect.poll(() => row(zhou, '样机联调').getByText('2条未读').count(), { timeout: 15_000 }).toBe(1)
    await expect.poll(() => chen.page.getByRole('button', { name: /已读 0.*未读 2/s }).count(), { timeout: 15_000 }).toBeGreaterThan(0)

    await row(zhou, '样机联调').click()
    await expectOnce(zhou, '地点在三号车间')
    await expect
      .poll(() =>
        row(zhou, '样机联调')
          .getByText(/条未读/)
          .count(),
      )
      .toBe(0)
    const receipt = chen.page.getByRole('button', { name: /已读 1.*未读 1/s }).last()
    await receipt.click({ timeout: 15_000 })
    const lists = chen.page.locator('[popover]:popover-open')
    await expect.poll(() => lists.getByText('周敏').count()).toBe(1)
    expect(await lists.getByText('赵启航').count()).toBe(1)
  })

  it('resumes by itself after the server died', async () => {
    await goesInto(chen, '周敏')
    await goesInto(zhou, '陈思齐')
    await product.kill()
    await says(chen, '服务器断电时写的')
    await product.restart()
    await expectOnce(zhou, '服务器断电时写的')
    await expectOnce(chen, '服务器断电时写的')
  })

  it('shows outside people their own conversations only', async () => {
    const ding = await Person.at(browser, product.url)
    await ding.signIn('dingwen')
    await ding.opens('/im')
    await row(ding, '客户投诉 C-17').waitFor()
    expect(await row(ding, '供应商合同 S-08（内部）').count()).toBe(0)
    const mine = (await chen.calls('GET', '/im/channels')).body as { items: { id: string; name: string | null }[] }
    const inside = mine.items.find(({ name }) => name === '产品中心例会')
    for (const path of [`/im/channels/${inside?.id}`, `/im/channels/${inside?.id}/messages`, `/im/channels/${inside?.id}/members`]) {
      expect(await ding.calls('GET', path)).toMatchObject({ status: 404 })
    }
    await ding.leaves()
  })

  it('with no script error and nothing that the policies refuse', () => {
    expect([...chen.faults, ...zhou.faults]).toEqual([])
  })

  async function idsOf(accounts: readonly string[]): Promise<string[]> {
    const { body } = await chen.calls('GET', '/directory/people?limit=200')
    const { items } = body as { items: { id: string; account: string }[] }
    return accounts.map((account) => items.find((person) => person.account === account)?.id ?? '')
  }
})

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, stepAt } from '../../core/src/auth/second-factor/one-time-code.ts'
import { openBrowser, Person } from './person.ts'
import { demoPassword, Product } from './product.ts'

/** What the device of this page would do: a passkey with a fingerprint that is always right. */
async function withDevice(person: Person): Promise<Person> {
  const device = await person.page.context().newCDPSession(person.page)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
  return person
}
const givesPassword = async ({ page }: Person, account: string, password = demoPassword) => {
  await page.getByLabel('账号', { exact: true }).fill(account)
  await page.getByRole('textbox', { name: '密码', exact: true }).fill(password)
  await page.keyboard.press('Enter')
}
/** Elsewhere: the page notices, and goes back to the beginning by itself. */
const signsOut = async ({ page, url }: Person) => {
  await page.request.post(`${url}/api/auth/logout`)
  await page.getByRole('heading', { name: '登录', exact: true }).waitFor()
}
const isIn = ({ page }: Person) => page.locator('ln-rail').waitFor({ state: 'attached' })

describe('signing in with more than a password', () => {
  let browser: Browser
  let product: Product
  beforeAll(async () => {
    ;[browser, product] = await Promise.all([openBrowser(), Product.start()])
  })
  afterAll(async () => {
    await browser.close()
    await product.stop()
  })
  const atDevice = async () => withDevice(await Person.at(browser, product.url))

  it('sets up an app and a passkey, and uses each of them', async () => {
    const chen = await atDevice()
    const { page } = chen
    await chen.signIn('chensiqi')
    await chen.opens('/settings/security')
    await page.getByRole('button', { name: '设置', exact: true }).click()
    await page.locator('ln-dialog').getByLabel('当前密码', { exact: true }).fill(demoPassword)
    await page.keyboard.press('Enter')
    await page.getByText('不能扫码').click()
    const secret = (await page.locator('.secret code').innerText()).replaceAll(' ', '')
    await page.getByLabel('App 显示的6位验证码').fill(codeOf(secret, stepAt(new Date())))
    await page.getByText('只显示这一次').waitFor()
    const codes = await page.locator('.codes li').allInnerTexts()
    expect(codes).toHaveLength(10)
    await page.getByRole('button', { name: '已保存' }).click()

    await page.getByRole('button', { name: '添加', exact: true }).click()
    await page.locator('ln-dialog').getByLabel('当前密码', { exact: true }).fill(demoPassword)
    await page.keyboard.press('Enter')
    await page.getByText('添加时间').waitFor()
    expect(await chen.violations()).toEqual([])

    await signsOut(chen)
    await page.getByRole('button', { name: '使用通行密钥登录' }).click()
    await isIn(chen)
    await signsOut(chen)
    await givesPassword(chen, 'chensiqi')
    await page.getByRole('button', { name: '使用通行密钥' }).click()
    await isIn(chen)

    const elsewhere = await Person.at(browser, product.url)
    await givesPassword(elsewhere, 'chensiqi')
    await elsewhere.page.getByRole('button', { name: '使用恢复代码' }).click()
    await elsewhere.page.getByLabel('恢复代码').fill(codes[0]!)
    await elsewhere.page.keyboard.press('Enter')
    await isIn(elsewhere)
    expect([...chen.faults, ...elsewhere.faults]).toEqual([])
  })

  it('begins with a new password after a reset, and then with a second factor where the company asks for one', async () => {
    const administrator = await Person.at(browser, product.url)
    await administrator.signIn('admin')
    const roles = (await administrator.calls('GET', '/access/roles?limit=200')).body as { items: { id: string; name: string }[] }
    const people = (await administrator.calls('GET', '/directory/people?query=xuting')).body as { items: { id: string }[] }
    await administrator.opens('/admin/security')
    await administrator.page.getByRole('radio', { name: '部分角色必须使用' }).check()
    await administrator.page.getByRole('checkbox', { name: '项目组员' }).check()
    await administrator.page.getByRole('button', { name: '保存' }).click()
    await administrator.page.getByText('登录安全策略已保存').waitFor()
    const policy = (await administrator.calls('GET', '/auth/policy')).body as { secondFactor: object }
    const member = roles.items.find(({ name }) => name === '项目组员')!.id
    expect(policy.secondFactor).toEqual({ required: 'roles', roleIds: [member], from: null })

    await administrator.opens(`/admin/people?person=${people.items[0]!.id}`)
    await administrator.page.getByRole('button', { name: '重置密码' }).click()
    await administrator.page.getByRole('button', { name: '重置', exact: true }).click()
    const once = await administrator.page.locator('ln-secret input').inputValue()

    const xu = await atDevice()
    const { page } = xu
    await givesPassword(xu, 'xuting', once)
    await page.getByRole('heading', { name: '请设置新密码' }).waitFor()
    expect(await xu.calls('GET', '/directory/people')).toMatchObject({ status: 403 })
    expect(await xu.violations()).toEqual([])
    await page.getByLabel('当前密码', { exact: true }).fill(once)
    await page.getByLabel('新密码', { exact: true }).fill('correct horse battery')
    await page.getByLabel('再次输入新密码', { exact: true }).fill('correct horse battery')
    await page.keyboard.press('Enter')

    await page.getByRole('heading', { name: '请设置两步验证' }).waitFor()
    expect(await xu.calls('GET', '/directory/people')).toMatchObject({ status: 403 })
    expect(await xu.violations()).toEqual([])
    await page.getByRole('button', { name: /通行密钥/ }).click()
    await page.getByLabel('当前密码', { exact: true }).fill('correct horse battery')
    await page.keyboard.press('Enter')
    await page.getByText('只显示这一次').waitFor()
    await page.getByRole('button', { name: '已保存' }).click()
    await isIn(xu)
    expect([...administrator.faults, ...xu.faults]).toEqual([])
  })

  it('sets a new password by a link, whoever is signed in there', async () => {
    const administrator = await Person.at(browser, product.url)
    await administrator.signIn('admin')
    const people = (await administrator.calls('GET', '/directory/people?query=guchen')).body as { items: { id: string }[] }
    const reset = await administrator.calls('POST', `/directory/people/${people.items[0]!.id}/password-reset`, { way: 'link' })
    const { page } = administrator
    await page.goto(product.url + (reset.body as { url: string }).url)
    await page.getByRole('heading', { name: '设置新密码' }).waitFor()
    expect(await administrator.violations()).toEqual([])
    await page.getByLabel('新密码', { exact: true }).fill('staple battery horse')
    await page.getByLabel('再次输入新密码', { exact: true }).fill('staple battery horse')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '新密码已设置' }).waitFor()
    expect(administrator.faults).toEqual([])
  })
})

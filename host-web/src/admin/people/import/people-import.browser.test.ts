import { type ImportedPerson, type ImportOutcome, importPeople } from '@liaison/sdk/platform'
import { aPage, TestServer } from '@liaison/sdk/testing/web'
import axe from 'axe-core'
import { html } from 'lit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { adminMessages } from '../../locales/admin-messages.ts'
import './people-import.ts'

const person: ImportedPerson = { line: 2, account: 'mo', name: '莫小雨', act: 'create', changed: [], personId: null, password: null }
const good: ImportOutcome = { applied: false, people: [person], faults: [] }
const faulty: ImportOutcome = { ...good, faults: [{ line: 2, column: 'phone', fault: 'phone', value: '12' }] }

let sent: { dryRun?: boolean; passwords?: boolean; header: { cells: readonly string[] } }[]
let preview: ImportOutcome
let server: TestServer
const drawn = (locale: 'zh-CN' | 'en' = 'zh-CN') =>
  aPage(html`<main><ln-people-import></ln-people-import></main>`, {
    server,
    locale,
    me: { grants: { 'people.manage': 'all' } },
    plugins: [{ id: 'admin', locales: adminMessages }],
  })
/** 账号,姓名 / mo,莫小雨, as Excel saves it on a Chinese Windows */
const bytes = [0xd5, 0xcb, 0xba, 0xc5, 0x2c, 0xd0, 0xd5, 0xc3, 0xfb, 0x0d, 0x0a, 0x6d, 0x6f, 0x2c, 0xc4, 0xaa, 0xd0, 0xa1, 0xd3, 0xea]
const choose = () => {
  const files = new DataTransfer()
  files.items.add(new File([new Uint8Array(bytes)], '新员工.csv'))
  const input = page
    .getByLabelText('选择文件')
    .elements()
    .find((one) => one instanceof HTMLInputElement) as HTMLInputElement
  input.files = files.files
  input.dispatchEvent(new Event('change'))
}

// There is no shell to follow the page's links.
const stay = (event: NavigateEvent) => event.intercept()
beforeAll(() => navigation.addEventListener('navigate', stay))
afterAll(() => navigation.removeEventListener('navigate', stay))

beforeEach(async () => {
  await page.viewport(1400, 900)
  sent = []
  preview = good
  server = new TestServer().on(importPeople, ({ body }) => {
    sent.push(body)
    return body.dryRun === true
      ? { ...preview, people: [...preview.people].map((one) => ({ ...one, changed: [...one.changed] })), faults: [...preview.faults] }
      : {
          applied: true,
          faults: [],
          people: [{ ...person, changed: [], password: body.passwords === true ? 'abcd-efgh-jkmn-pqrs' : null }],
        }
  })
})

describe('importing people', () => {
  it.each(['zh-CN', 'en'] as const)('is clean for assistive technology in %s', async (locale) => {
    const { root } = await drawn(locale)
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect.poll(async () => (await axe.run(root)).violations).toEqual([])
  })

  it('shows what would become of a file, and nothing is stored by that', async () => {
    const { root } = await drawn()
    choose()
    await expect.element(page.getByRole('cell', { name: '莫小雨' })).toBeVisible()
    await expect.element(page.getByText('新建1人')).toBeVisible()
    expect(sent).toMatchObject([{ dryRun: true, header: { cells: ['账号', '姓名'] } }])
    await expect.poll(async () => (await axe.run(root)).violations).toEqual([])
  })

  it('names the line and the column of a fault, and imports nothing', async () => {
    preview = faulty
    await drawn()
    choose()
    await expect.element(page.getByText('手机：手机号格式不正确，现为“12”')).toBeVisible()
    await expect.element(page.getByRole('button', { name: '导入1人' })).toBeDisabled()
  })

  it('shows the first passwords once', async () => {
    const { root } = await drawn()
    choose()
    await page.getByRole('button', { name: '导入1人' }).click()
    await expect.element(page.getByText('abcd-efgh-jkmn-pqrs')).toBeVisible()
    expect(sent.at(-1)).toMatchObject({ passwords: true })
    await expect.poll(async () => (await axe.run(root)).violations).toEqual([])
  })

  it('makes no passwords when nobody wants them', async () => {
    await drawn()
    choose()
    await page.getByRole('checkbox').click()
    await page.getByRole('button', { name: '导入1人' }).click()
    await expect.element(page.getByRole('heading', { name: '导入完成：新建1人，更新0人' })).toBeVisible()
    expect(sent.at(-1)).toMatchObject({ passwords: false })
  })
})

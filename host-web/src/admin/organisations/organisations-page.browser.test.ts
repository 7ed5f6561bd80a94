import { type DirectoryPerson, listPeople } from '@liaison/sdk'
import {
  changeOrganisation,
  changePerson,
  createOrganisation,
  listOrganisations,
  type Organisation,
  revealPerson,
} from '@liaison/sdk/platform'
import { aPage, TestServer } from '@liaison/sdk/testing/web'
import { isAnythingUnsaved } from '@liaison/sdk/web'
import axe from 'axe-core'
import { html } from 'lit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { adminMessages } from '../locales/admin-messages.ts'
import type { LnOrganisationForm } from './organisation-form.ts'
import type { LnAdminOrganisations } from './organisations-page.ts'
import './organisations-page.ts'

const idOf = (number: number) => `019a0000-0000-7000-8000-${String(number).padStart(12, '0')}`
const aPerson = (number: number, name: string, given: Partial<DirectoryPerson> = {}): DirectoryPerson => ({
  ...{ id: idOf(number), name, kind: 'external', affiliation: '远航物流装备', disabled: false, account: `person${number}`, title: null },
  ...{ email: null, phone: null, departmentIds: [], roleIds: [], organisationId: null, version: 1, ...given },
})
const ding = aPerson(21, '丁雯', { phone: '138****1234', email: 'd***@yuanhang.example', title: '采购经理', organisationId: idOf(1) })
const fang = aPerson(22, '方圆', { affiliation: null })
const he = aPerson(23, '何佳怡', { kind: 'internal', affiliation: '客户成功组' })
const aCompany = (number: number, name: string, kind: Organisation['kind'], given: Partial<Organisation> = {}): Organisation => ({
  ...{ id: idOf(number), name, kind, contact: null, manager: null, people: 0, version: 1, ...given },
})

let companies: Organisation[]
let sent: unknown[]
let server: TestServer
let stop: AbortController
interface Drawn {
  readonly locale?: 'zh-CN' | 'en'
  readonly scope?: 'all' | 'department-tree'
  readonly reveals?: boolean
}
const drawn = async (query = '', { locale = 'zh-CN', scope = 'all', reveals = true }: Drawn = {}) => {
  const route = (words: string) => ({ path: '/admin/organisations', params: {}, query: new URLSearchParams(words) })
  const drawing = await aPage(html`<main><ln-admin-organisations .route=${route(query)}></ln-admin-organisations></main>`, {
    server,
    locale,
    me: { grants: { 'people.manage': scope, 'people.read': 'all', ...(reveals && { 'people.reveal': 'all' as const }) } },
    plugins: [{ id: 'admin', locales: adminMessages }],
  })
  // there is no shell that follows the page's links
  const element = drawing.root.querySelector<LnAdminOrganisations>('ln-admin-organisations')!
  stop = new AbortController()
  navigation.addEventListener(
    'navigate',
    (event) => {
      event.intercept()
      element.route = route(new URL(event.destination.url).search)
    },
    { signal: stop.signal },
  )
  return drawing
}

afterEach(() => stop.abort())
beforeEach(async () => {
  await page.viewport(1400, 900)
  sent = []
  companies = [aCompany(1, '远航物流装备', 'customer', { people: 1 }), aCompany(2, '瑞丰电子', 'supplier')]
  server = new TestServer()
    .on(listOrganisations, () => ({ items: companies, next: null }))
    .on(listPeople, ({ query }) => ({
      items: query.query === undefined ? [ding] : query.kind === 'internal' ? [he] : query.kind === 'external' ? [fang] : [ding],
      next: null,
    }))
    .on(createOrganisation, ({ body }) => {
      sent.push(body)
      const made = aCompany(9, body.name, body.kind)
      companies = [...companies, made]
      return made
    })
    .on(changeOrganisation, ({ params, body }) => {
      sent.push({ id: params.id, ...body })
      return companies[0]!
    })
    .on(changePerson, ({ params, body }) => {
      sent.push({ person: params.id, ...body })
      return fang
    })
    .on(revealPerson, ({ params, body }) => {
      sent.push({ person: params.id, ...body })
      return { value: '13812341234' }
    })
})

describe('the page of outside companies', () => {
  it('keeps what is typed when somebody else changes the company meanwhile, and sends that alone', async () => {
    const { root } = await drawn(`organisation=${idOf(1)}`)
    await page.getByRole('textbox', { name: /名称/ }).fill('远航物流装备（集团）')
    const pane = root.querySelector('ln-admin-organisations')!.shadowRoot!
    const form = pane.querySelector<LnOrganisationForm>('ln-organisation-form')!
    form.organisation = aCompany(1, '远航装备', 'partner', { version: 2 })
    await form.updateComplete
    await expect.element(page.getByRole('textbox', { name: /名称/ })).toHaveValue('远航物流装备（集团）')
    expect(isAnythingUnsaved({ samePage: true })).toBe(true)
    await page.getByRole('button', { name: '保存' }).click()
    await expect.poll(() => sent).toEqual([{ id: idOf(1), name: '远航物流装备（集团）' }])
  })

  it.each(['zh-CN', 'en'] as const)('is clean for assistive technology in %s', async (locale) => {
    const { root } = await drawn(`organisation=${idOf(1)}`, { locale })
    await expect.element(page.getByRole('link', { name: '丁雯' })).toBeVisible()
    expect((await axe.run(root)).violations).toEqual([])
  })

  it('shows those of a kind, or of a name', async () => {
    await drawn()
    await page.getByRole('button', { name: '供应商' }).click()
    await expect.poll(() => page.getByRole('row').elements().length).toBe(2)
    await page.getByRole('button', { name: '全部' }).click()
    await page.getByRole('searchbox', { name: '按名称查找单位' }).fill('远航')
    await expect.element(page.getByRole('row', { name: /远航物流装备 客户/ })).toBeVisible()
    await page.getByRole('searchbox', { name: '按名称查找单位' }).fill('没有')
    await expect.element(page.getByText('没有符合条件的单位')).toBeVisible()
  })

  it('makes one, with somebody in charge', async () => {
    await drawn('organisation=new')
    await page.getByRole('textbox', { name: /^单位名称/ }).fill('蓝桥品牌')
    await page.getByRole('group', { name: '类别' }).getByRole('button', { name: '合作伙伴' }).last().click()
    await page.getByRole('combobox', { name: '查找负责人' }).fill('he')
    await page.getByRole('option', { name: /何佳怡/ }).click()
    await page.getByRole('button', { name: '创建' }).click()
    await expect.poll(() => sent).toEqual([{ name: '蓝桥品牌', kind: 'partner', managerId: he.id }])
    await expect.element(page.getByRole('heading', { name: '蓝桥品牌' })).toBeVisible()
  })

  it('gives one a contact among its people', async () => {
    await drawn(`organisation=${idOf(1)}`)
    await page.getByRole('combobox', { name: '从该单位人员中选择' }).fill('ding')
    await page.getByRole('option', { name: /丁雯/ }).click()
    await page.getByRole('button', { name: '保存' }).click()
    await expect.poll(() => sent).toEqual([{ id: idOf(1), contactId: ding.id }])
  })

  it('takes somebody from outside in, with a way back', async () => {
    const { services } = await drawn(`organisation=${idOf(1)}`)
    await page.getByRole('combobox', { name: '添加外部人员' }).fill('fang')
    await page.getByRole('option', { name: /方圆/ }).click()
    await expect.poll(() => sent).toEqual([{ person: fang.id, organisationId: idOf(1) }])
    await expect.poll(() => services.toasts.shown.value.length).toBe(1)
    services.toasts.shown.value[0]!.action!.run()
    await expect.poll(() => sent.at(-1)).toEqual({ person: fang.id, organisationId: null })
  })

  it('shows nothing to change to whoever manages a part of the company', async () => {
    await drawn(`organisation=${idOf(1)}`, { scope: 'department-tree' })
    await expect.element(page.getByRole('textbox', { name: /^单位名称/ })).toHaveAttribute('readonly')
    await expect.element(page.getByRole('button', { name: '保存' })).not.toBeInTheDocument()
    await expect.element(page.getByRole('link', { name: '新建单位' })).not.toBeInTheDocument()
  })
})

describe('a number that is masked', () => {
  it('is shown whole after a reason was given', async () => {
    await drawn(`organisation=${idOf(1)}`)
    await page.getByRole('button', { name: '查看丁雯的手机号' }).click()
    const asking = page.getByRole('dialog', { name: '查看丁雯的手机号' })
    await asking.getByRole('radio', { name: '其他原因' }).click()
    await asking.getByRole('button', { name: '查看', exact: true }).click()
    expect(sent).toEqual([])
    await asking.getByRole('textbox', { name: '补充说明' }).fill('C-17')
    await asking.getByRole('button', { name: '查看', exact: true }).click()
    await expect.poll(() => sent).toEqual([{ person: ding.id, field: 'phone', reason: 'C-17' }])
    await expect.element(page.getByText('13812341234')).toBeVisible()
  })

  it('stays masked for whoever may not', async () => {
    await drawn(`organisation=${idOf(1)}`, { reveals: false })
    await expect.element(page.getByText('138****1234')).toBeVisible()
    await expect.element(page.getByRole('button', { name: '查看丁雯的手机号' })).not.toBeInTheDocument()
  })
})

it('says what goes here while there is nothing', async () => {
  companies = []
  await drawn()
  await expect.element(page.getByText('还没有外部单位')).toBeVisible()
})

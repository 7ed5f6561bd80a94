import type { DirectoryPerson } from '@liaison/sdk'
import { revealPerson } from '@liaison/sdk/platform'
import { aPage, TestServer } from '@liaison/sdk/testing/web'
import axe from 'axe-core'
import { html } from 'lit'
import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { adminMessages } from '../locales/admin-messages.ts'
import './person-private.ts'

const zhao: DirectoryPerson = {
  ...{ id: '019a0000-0000-7000-8000-000000000002', name: '赵启航', kind: 'internal', affiliation: '研发部', disabled: false },
  ...{ account: 'zhaoqihang', title: null, email: 'z****@hengchuan.example', phone: '138****1234', idNumber: '1101**********002X' },
  ...{ departmentIds: [], roleIds: [], organisationId: null, version: 3 },
}
let asked: unknown[]
const drawn = (grants: Record<string, 'all'>) =>
  aPage(html`<main><ln-person-private .person=${zhao}></ln-person-private></main>`, {
    server: new TestServer().on(revealPerson, ({ body }) => {
      asked.push(body)
      return { value: '11010519491231002X' }
    }),
    me: { grants },
    plugins: [{ id: 'admin', locales: adminMessages }],
  })
beforeEach(() => {
  asked = []
})

describe('what is private of a person', () => {
  it('is masked, and nothing can be shown by those who may not', async () => {
    const { root } = await drawn({})
    await expect.element(page.getByText('138****1234')).toBeVisible()
    expect(page.getByRole('button').elements()).toEqual([])
    await expect.poll(async () => (await axe.run(root)).violations, { timeout: 15_000 }).toEqual([])
  })

  it('is shown whole after a reason was given, and can be hidden again', async () => {
    const { root } = await drawn({ 'people.reveal': 'all' })
    await page.getByRole('button', { name: '查看完整的身份证号' }).click()
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('请填写原因')).toBeVisible()
    expect(asked).toEqual([])
    await expect.poll(async () => (await axe.run(root)).violations, { timeout: 15_000 }).toEqual([])
    await userEvent.keyboard('核对入厂证件{Enter}')
    await expect.element(page.getByText('11010519491231002X')).toBeVisible()
    expect(asked).toEqual([{ field: 'idNumber', reason: '核对入厂证件' }])
    await page.getByRole('button', { name: '遮盖身份证号' }).click()
    await expect.element(page.getByText('1101**********002X')).toBeVisible()
  })
})

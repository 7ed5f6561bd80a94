import { forbidden } from '@liaison/sdk'
import { explainAccess } from '@liaison/sdk/platform'
import { aPage, TestServer } from '@liaison/sdk/testing/web'
import axe from 'axe-core'
import { html } from 'lit'
import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import './why-dialog.ts'

const question = {
  person: { id: '019a0000-0000-7000-8000-000000000002', name: '林一诺' },
  permission: 'im.read',
  resource: { type: 'im.channel', id: '019a0000-0000-7000-8000-000000000003', name: '新品上市' },
}
const because = [
  { kind: 'cell', holds: true, text: { 'zh-CN': '担任“项目组员”', en: 'Holds the role' } },
  { kind: 'row', holds: true, text: { 'zh-CN': '是成员', en: 'Is a member' } },
]

it('says step by step why somebody may, and leads on to the page', async () => {
  let asked: unknown
  const server = new TestServer().on(explainAccess, ({ body }) => {
    asked = body
    return { allowed: true, scope: 'project', because }
  })
  const { root } = await aPage(html`<ln-why-dialog .question=${question}></ln-why-dialog>`, { server })
  await expect.element(page.getByText(/是成员/)).toBeVisible()
  await expect.element(page.getByText(/新品上市/)).toBeVisible()
  expect(asked).toEqual({ personId: question.person.id, permission: 'im.read', resource: { type: 'im.channel', id: question.resource.id } })
  await expect
    .element(page.getByRole('link', { name: '在“解释判定”中打开' }))
    .toHaveAttribute('href', `/admin/explain?person=${question.person.id}&permission=im.read&type=im.channel&id=${question.resource.id}`)
  await expect.poll(async () => (await axe.run(root)).violations).toEqual([])
})

it('says what went wrong, in English', async () => {
  const server = new TestServer().on(explainAccess, () => {
    throw forbidden()
  })
  await aPage(html`<ln-why-dialog .question=${question}></ln-why-dialog>`, { server, locale: 'en' })
  await expect.element(page.getByText(/Not allowed/)).toBeVisible()
})

import axe from 'axe-core'
import { html } from 'lit'
import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { aPage } from '../testing/index.ts'
import type { WhyAskedEvent } from './why-asked.event.ts'
import './why.ts'

const question = {
  person: { id: '019a0000-0000-7000-8000-000000000002', name: '林一诺' },
  permission: 'im.read',
  resource: { type: 'im.channel', id: '019a0000-0000-7000-8000-000000000003' },
}

it('asks the shell why somebody may, for those who manage access', async () => {
  const { root } = await aPage(html`<ln-why .question=${question}></ln-why>`, { me: { grants: { 'access.manage': 'all' } } })
  const asked = new Promise((resolve) => root.addEventListener('ln-why-asked', (event) => resolve((event as WhyAskedEvent).question)))
  await page.getByRole('button', { name: '为什么林一诺能看到？' }).click()
  expect(await asked).toEqual(question)
  await expect.poll(async () => (await axe.run(root)).violations).toEqual([])
})

it('speaks of oneself, small, in English', async () => {
  const own = { ...question, person: { id: '019a0000-0000-7000-8000-000000000001', name: '陈思齐' } }
  await aPage(html`<ln-why small .question=${own}></ln-why>`, { locale: 'en', me: { grants: { 'access.manage': 'all' } } })
  await expect.element(page.getByRole('button', { name: 'Why can I see this?' })).toBeVisible()
})

it('is not there for anybody else', async () => {
  const { root } = await aPage(html`<ln-why .question=${question}></ln-why>`)
  expect(root.querySelector('ln-why')!.shadowRoot!.querySelector('button')).toBeNull()
})

import { deleteJob, type Job, listJobs, readJobState, restartJob } from '@liaison/sdk/platform'
import { aPage, TestServer } from '@liaison/sdk/testing/web'
import axe from 'axe-core'
import { html } from 'lit'
import { beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { adminMessages } from '../locales/admin-messages.ts'
import './jobs-page.ts'

const aJob = (last: number, given: Partial<Job>): Job => ({
  id: `019a0000-0000-7000-8000-00000000000${last}`,
  kind: 'mail.send',
  state: 'dead',
  runAt: '2026-11-24T02:06:41.382Z',
  attempts: 13,
  error: 'Error ECONNREFUSED',
  createdAt: '2026-11-24T01:06:41.382Z',
  ...given,
})

let jobs: Job[]
let did: string[]
const drawn = (query = '', locale: 'zh-CN' | 'en' = 'zh-CN') => {
  const route = { path: '/admin/jobs', params: {}, query: new URLSearchParams(query) }
  const server = new TestServer()
    .on(listJobs, ({ query: { state } }) => ({ items: jobs.filter((job) => job.state === state), next: null }))
    .on(readJobState, () => ({
      ...{ waiting: 1, running: 0, dead: jobs.filter(({ state }) => state === 'dead').length },
      schedules: [{ kind: 'invitations.sweep', pattern: '7 * * * *', timeZone: 'Asia/Shanghai', nextAt: '2026-11-24T03:07:00.000Z' }],
    }))
    .on(restartJob, ({ params: { id } }) => {
      did.push(`restart ${id.at(-1)!}`)
      jobs = jobs.filter((job) => job.id !== id)
      return aJob(1, { state: 'waiting' })
    })
    .on(deleteJob, ({ params: { id } }) => {
      did.push(`delete ${id.at(-1)!}`)
      jobs = jobs.filter((job) => job.id !== id)
      return undefined as never
    })
  return aPage(html`<main><ln-admin-jobs .route=${route}></ln-admin-jobs></main>`, {
    server,
    locale,
    plugins: [{ id: 'admin', locales: adminMessages }],
  })
}

beforeEach(async () => {
  await page.viewport(1200, 800)
  did = []
  jobs = [aJob(1, {}), aJob(2, { kind: 'crm.pull' }), aJob(3, { state: 'waiting', attempts: 2 })]
})

describe('the page of background jobs', () => {
  it.each([
    ['zh-CN', 'state=dead'],
    ['en', 'state=schedules'],
  ] as const)('is clean for assistive technology in %s', async (locale, query) => {
    const { root } = await drawn(query, locale)
    await expect.element(page.getByRole('table')).toBeVisible()
    await expect.poll(async () => (await axe.run(root)).violations, { timeout: 15_000 }).toEqual([])
  })

  it('shows what failed, with the kind of fault, and starts it again', async () => {
    await drawn()
    await expect.element(page.getByRole('row', { name: /发送邮件.*已失败.*13次.*Error ECONNREFUSED/ })).toBeVisible()
    await expect.element(page.getByRole('link', { name: '失败 2' })).toBeVisible()
    await page.getByRole('button', { name: '重新执行：发送邮件' }).click()
    await expect.poll(() => did).toEqual(['restart 1'])
    await expect.element(page.getByRole('link', { name: '失败 1' })).toBeVisible()
  })

  it('asks before a job is given up', async () => {
    await drawn()
    await page.getByRole('button', { name: '放弃：crm.pull' }).click()
    await page.getByRole('button', { name: '取消' }).click()
    expect(did).toEqual([])
    await page.getByRole('button', { name: '放弃：crm.pull' }).click()
    await page.getByRole('button', { name: '放弃任务' }).click()
    await expect.poll(() => did).toEqual(['delete 2'])
  })

  it('tells what waits to be tried again, and what runs by the clock', async () => {
    await drawn('state=waiting')
    await expect.element(page.getByRole('row', { name: /发送邮件.*等待重试.*2次/ })).toBeVisible()
    await drawn('state=schedules')
    await expect.element(page.getByRole('row', { name: /检查已到期的邀请.*7 \* \* \* \*.*Asia\/Shanghai/ })).toBeVisible()
  })
})

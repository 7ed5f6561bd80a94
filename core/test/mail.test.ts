import { changePerson, createPerson, resetPassword } from '@liaison/sdk/platform'
import { definePlugin, type Mail, mail as mailToken } from '@liaison/sdk/server'
import { afterEach, describe, expect, it } from 'vitest'
import { jobRunner } from '../src/jobs/job-runner.ts'
import { type CoreTestHost, startTestHost } from '../src/testing/start-test-host.ts'
import { startMailServer } from './mail-server.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** A mail server that is closed after the test. */
async function mailServer(port?: number) {
  const server = await startMailServer(port)
  closing.push(() => server.close())
  return server
}

const letter = { to: 'tang@lanqiao.example', subject: '邀请你加入「新品上市」', text: '唐老师，你好。' }

async function hostWith(url?: string) {
  let mail: Mail | undefined
  let send: (given: typeof letter) => Promise<void> = () => Promise.reject(new Error('not set up'))
  const host: CoreTestHost = await startTestHost(
    [
      definePlugin({
        id: 'sender',
        version: '1.0.0',
        title: { 'zh-CN': '寄信', en: 'Sender' },
        systemReasons: { test: 'nobody sends it' },
        setup({ get, asSystem }) {
          mail = get(mailToken)
          send = (given) => asSystem('test', (work) => mail!.send(work, given))
        },
      }),
    ],
    {
      now: '2026-03-02T08:00:00.000Z',
      ...(url !== undefined && { rooms: { mail: { url, from: '恒川智能 <liaison@hengchuan.example>' } } }),
    },
  )
  closing.push(() => host.stop())
  return { host, mail: mail!, send, settled: () => host.platform.kernel.get(jobRunner).settled() }
}

describe('mail', () => {
  it('says that there is no server', async () => {
    const { mail, send } = await hostWith()
    expect(mail.isConfigured).toBe(false)
    await expect(send(letter)).rejects.toThrow('no mail server')
  })

  it('arrives at the server, in Chinese', async () => {
    const { port, letters } = await mailServer()
    const { mail, send, settled } = await hostWith(`smtp://127.0.0.1:${port}`)
    expect(mail.isConfigured).toBe(true)
    await send(letter)
    await settled()
    expect(letters).toEqual([expect.objectContaining({ to: 'tang@lanqiao.example' })])
    expect(letters[0]?.source).toContain('liaison@hengchuan.example')
    expect(letters[0]?.text).toContain('唐老师，你好。')
  })

  it('tells the former address when somebody gets another, and lets no link in that went there', async () => {
    const { port, letters } = await mailServer()
    const { host, settled } = await hostWith(`smtp://127.0.0.1:${port}`)
    const administrator = await host.person({ roles: ['administrator'] })
    const body = { account: 'tang', name: '唐老师', kind: 'internal' as const, email: 'tang@lanqiao.example' }
    const { id } = await administrator.does(createPerson, { body })
    const { url } = await administrator.does(resetPassword, { params: { id }, body: { way: 'link' } })
    await settled()
    letters.length = 0
    await administrator.does(changePerson, { params: { id }, body: { title: '顾问', email: 'tang@lanqiao.example' } })
    await settled()
    expect(letters).toEqual([])
    await administrator.does(changePerson, { params: { id }, body: { email: 'eve@evil.example' } })
    await settled()
    expect(letters.map(({ to }) => to)).toEqual(['tang@lanqiao.example'])
    expect((await host.http('GET', `/api/auth/password-resets/${url!.slice(url!.lastIndexOf('/') + 1)}`)).status).toBe(410)
  })

  it('has one receiver, whatever stands in the address', async () => {
    const { port, letters } = await mailServer()
    const { send, settled } = await hostWith(`smtp://127.0.0.1:${port}`)
    await send({ ...letter, to: 'tang@lanqiao.example, eve@evil.example' })
    await settled()
    expect(letters.map(({ to }) => to)).not.toContain('eve@evil.example')
  })

  it('goes when the server is back', async () => {
    const { port } = await mailServer()
    await closing.pop()!()
    const { host, send, settled } = await hostWith(`smtp://127.0.0.1:${port}`)
    await send(letter)
    await settled()
    const { letters } = await mailServer(port)
    host.clock.advance(60_000)
    await settled()
    expect(letters).toHaveLength(1)
  })
})

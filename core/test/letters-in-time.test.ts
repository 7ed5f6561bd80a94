import { createInvitation, listRoles, renewInvitation, resetPassword, withdrawInvitation } from '@liaison/sdk/platform'
import type { TestPerson } from '@liaison/sdk/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { jobRunner } from '../src/jobs/job-runner.ts'
import { type CoreTestHost, startTestHost } from '../src/testing/start-test-host.ts'
import { type MailServer, startMailServer } from './mail-server.ts'

const began = '2026-03-02T08:00:00.000Z'
const day = 86_400_000
const site = 'https://work.hengchuan.example'

/** Between the wish for a letter and its way there is time: what counts is who may read it when it goes. */
describe.each(['sqlite', 'postgresql'] as const)('letters, by the rights of the moment, on %s', (database) => {
  let host: CoreTestHost
  let server: MailServer
  let administrator: TestPerson
  let roleId: string
  let count = 0

  beforeAll(async () => {
    server = await startMailServer()
    host = await startTestHost([], {
      ...{ database, now: began, publicUrl: site },
      rooms: { mail: { url: `smtp://127.0.0.1:${server.port}` } },
    })
    administrator = await host.person({ roles: ['administrator'] })
    const { items } = await administrator.does(listRoles, { query: { limit: 200 } })
    roleId = items.find(({ key }) => key === 'external-guest')!.id
  })
  beforeEach(() => void (server.letters.length = 0))
  afterAll(async () => {
    await host.stop()
    await server.close()
  })

  const settled = () => host.platform.kernel.get(jobRunner).settled()
  const receivers = () => server.letters.map(({ to }) => to)
  const change = (person: TestPerson, body: object) => administrator.http('PATCH', `/api/directory/people/${person.id}`, { body })
  async function aSponsor() {
    const email = `sponsor-${++count}@hengchuan.example`
    const sponsor = await host.person({ name: '周敏', roles: ['general-manager'] })
    expect((await change(sponsor, { email })).status).toBe(200)
    await settled()
    server.letters.length = 0
    return { sponsor, email }
  }
  const invite = async (sponsor: TestPerson, days = 30) => {
    const project = await host.project({ name: '新品上市' })
    const expiresAt = new Date(host.clock.now().getTime() + days * day).toISOString()
    return sponsor.does(createInvitation, { body: { email: `guest-${++count}@lanqiao.example`, projectId: project.id, roleId, expiresAt } })
  }
  /** Somebody comes in by the sponsor's invitation, and the time of the reminder comes. */
  async function aGuestOf(sponsor: TestPerson) {
    const { url } = await invite(sponsor)
    const code = url.slice(url.lastIndexOf('/') + 1)
    const body = { account: `guest-${++count}`, name: '唐可', password: 'correct horse battery', consentVersion: '2026-11' }
    expect((await host.http('POST', `/api/invitations/${code}/acceptance`, { body })).status).toBe(201)
    await settled()
    server.letters.length = 0
    return {
      async nearTheEnd() {
        host.clock.advance(24 * day)
        await settled()
      },
    }
  }

  describe('that remind a sponsor', () => {
    it('name the guest and the project to a sponsor who decides about them', async () => {
      const { sponsor, email } = await aSponsor()
      const guest = await aGuestOf(sponsor)
      await guest.nearTheEnd()
      expect(receivers()).toEqual([email])
      expect(server.letters[0]?.text).toContain('唐可')
      expect(server.letters[0]?.text).toContain('新品上市')
    })

    it('are not written to a sponsor who may not any more', async () => {
      const { sponsor } = await aSponsor()
      const guest = await aGuestOf(sponsor)
      await change(sponsor, { roleIds: [] })
      await guest.nearTheEnd()
      expect(receivers()).toEqual([])
    })

    it('are not written to a sponsor who is disabled', async () => {
      const { sponsor } = await aSponsor()
      const guest = await aGuestOf(sponsor)
      await change(sponsor, { disabled: true })
      await guest.nearTheEnd()
      expect(receivers()).toEqual([])
    })
  })

  it('about the sign-in of somebody who is disabled meanwhile do not go', async () => {
    const { sponsor, email } = await aSponsor()
    await administrator.does(resetPassword, { params: { id: sponsor.id }, body: { way: 'mail' } })
    await settled()
    expect(receivers()).toEqual([email])
    server.letters.length = 0
    // the mail server is away, and the letter waits
    const { port } = server
    await server.close()
    await administrator.does(resetPassword, { params: { id: sponsor.id }, body: { way: 'mail' } })
    await settled()
    await change(sponsor, { disabled: true })
    server = await startMailServer(port)
    host.clock.advance(day)
    await settled()
    expect(receivers()).toEqual([])
  })

  it('with a link that died before they went do not go', async () => {
    const { sponsor } = await aSponsor()
    const { port } = server
    await server.close()
    const withdrawn = await invite(sponsor)
    const renewed = await invite(sponsor)
    await settled()
    await sponsor.does(withdrawInvitation, { params: { id: withdrawn.id } })
    const { url } = await sponsor.does(renewInvitation, { params: { id: renewed.id } })
    await settled()
    server = await startMailServer(port)
    host.clock.advance(day / 24)
    await settled()
    expect(server.letters).toHaveLength(1)
    expect(server.letters[0]?.text).toContain(url)
  })
})

import fc from 'fast-check'
import { listPeople } from '@liaison/sdk'
import {
  changePerson,
  createInvitation,
  createOrganisation,
  createPerson,
  listAudit,
  listJobs,
  listRoles,
  revealPerson,
} from '@liaison/sdk/platform'
import type { TestPerson } from '@liaison/sdk/testing'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isIdNumber } from '../src/directory/id-number.ts'
import { jobRunner } from '../src/jobs/job-runner.ts'
import { dumpOf } from '../src/testing/dump.ts'
import { type CoreTestHost, startTestHost } from '../src/testing/start-test-host.ts'

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''))
const aDay = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2005-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''))
const anIdNumber = fc.tuple(fc.constantFrom('110105', '310101', '440524', '320506'), aDay, digits(3)).map((parts) =>
  '0123456789X'
    .split('')
    .map((check) => parts.join('') + check)
    .find(isIdNumber)!,
)
const aContact = fc.record({
  account: digits(8).map((number) => `p${number}`),
  phone: fc.oneof(
    digits(9).map((number) => `13${number}`),
    digits(8).map((number) => `021 ${number.slice(0, 4)}-${number.slice(4)}`),
  ),
  email: digits(7).map((number) => `q${number}x@geheim.example`),
  idNumber: anIdNumber,
})
const contacts = fc.sample(fc.uniqueArray(aContact, { minLength: 40, maxLength: 40, selector: ({ account }) => account }), {
  seed: 20_261_124,
  numRuns: 1,
})[0]!

describe.each(['sqlite', 'postgresql'] as const)('a dump of %s', (database) => {
  let host: CoreTestHost
  let administrator: TestPerson
  let refusing: SMTPServer
  beforeAll(async () => {
    // it repeats the address that it refuses, as mail servers do
    refusing = new SMTPServer({
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo: ({ address }, _session, done) => done(new Error(`no mailbox ${address}`)),
    })
    refusing.on('error', () => undefined)
    await new Promise<void>((resolve) => void refusing.listen(0, '127.0.0.1', resolve))
    const { port } = refusing.server.address() as { port: number }
    host = await startTestHost([], { database, rooms: { mail: { url: `smtp://127.0.0.1:${port}` } }, publicUrl: 'https://liaison.example' })
    administrator = await host.person({ name: '系统', roles: ['administrator', 'general-manager'] })
  })
  afterAll(async () => {
    await host.stop()
    await new Promise<void>((resolve) => refusing.close(() => resolve()))
  })

  it('tells no phone number, mail address or ID number', async () => {
    const project = await host.project({ name: '联合研发' })
    const { id: organisationId } = await administrator.does(createOrganisation, { body: { name: '远航', kind: 'customer' } })
    const { items } = await administrator.does(listRoles, { query: { limit: 200 } })
    const roleId = items.find(({ key }) => key === 'external-customer')!.id
    for (const [index, { account, phone, email, idNumber }] of contacts.entries()) {
      if (index % 4 === 3) await administrator.does(createInvitation, { body: { email, projectId: project.id, roleId } })
      else {
        const { id } = await administrator.does(createPerson, {
          body: {
            account,
            name: '周敏',
            kind: index % 2 === 0 ? 'internal' : 'external',
            organisationId: index % 2 === 0 ? null : organisationId,
            phone,
            email,
            idNumber,
          },
        })
        const other = contacts[(index + 1) % contacts.length]!
        await administrator.does(changePerson, { params: { id }, body: { phone: other.phone, email: other.email } })
        await administrator.does(revealPerson, { params: { id }, body: { field: 'idNumber', reason: '核对证件' } })
        await administrator.does(listPeople, { query: { query: other.phone } })
      }
    }
    // letters that are refused leave their fault in the table of jobs
    await host.platform.kernel.get(jobRunner).settled()
    await host.settled()
    const { items: jobs } = await administrator.does(listJobs, { query: { state: 'waiting', limit: 200 } })
    // the invitations, and a notice to each former address
    expect(jobs.filter(({ error }) => error !== null)).toHaveLength(40)
    const { items: revealed } = await administrator.does(listAudit, { query: { topic: 'reveal', limit: 200 } })
    expect(revealed).toHaveLength(30)

    const dump = await dumpOf(host.platform.db)
    expect(dump).toContain(contacts[0]!.account)
    const secrets = contacts.flatMap(({ phone, email, idNumber }) => [phone, phone.replaceAll(/[ -]/g, ''), email, idNumber])
    expect(secrets.filter((secret) => dump.includes(secret))).toEqual([])
    expect(dump).not.toContain('geheim.example')
  })
})

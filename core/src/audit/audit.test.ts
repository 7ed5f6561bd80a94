import { changePerson, createDepartment, exportAudit, listAudit, verifyAudit } from '@liaison/sdk/platform'
import type { TestPerson } from '@liaison/sdk/testing'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { removeOldAudit } from '../data/audit-retention.ts'
import { verifyAudit as walkTrail } from '../data/audit-verification.ts'
import { database as databaseToken, installation } from '../rooms/floors.ts'
import { type CoreTestHost, startTestHost } from '../testing/index.ts'

describe.each(['sqlite', 'postgresql'] as const)('the audit trail on %s', (database) => {
  let host: CoreTestHost
  let auditor: TestPerson
  let worker: TestPerson
  beforeAll(async () => {
    host = await startTestHost([], { database })
    auditor = await host.person({ name: '审计', roles: ['administrator'] })
    worker = await host.person({ name: '莫小雨', account: 'moxiaoyu', password: 'a good password', roles: ['marketing'] })
  })
  afterAll(() => host.stop())

  const found = (query: Record<string, string>) => auditor.does(listAudit, { query })
  const soon = (query: Record<string, string>, entry: object) =>
    vi.waitFor(async () => expect((await found(query)).items[0]).toMatchObject(entry), 3_000)

  it('tells who changed what, from where, before and after', async () => {
    await auditor.http('PATCH', `/api/directory/people/${worker.id}`, { body: { title: '市场经理', phone: '13812341234' } })
    const { items } = await found({ resource: `core_person:${worker.id}`, action: 'directory.changePerson' })
    expect(items[0]).toMatchObject({
      actor: { id: auditor.id, name: '审计' },
      action: 'directory.changePerson:update',
      address: '127.0.0.1',
      changes: [{ field: 'title', before: 'null', after: '"市场经理"' }],
    })
    expect(items[0]!.fields.toSorted()).toEqual(['phone', 'title'])
  })

  it('never holds a phone number or a password', async () => {
    const trail = JSON.stringify(await host.platform.kernel.get(databaseToken).read.all('select detail from core_audit', []))
    expect(trail).not.toContain('13812341234')
    expect(trail).not.toContain('argon2')
  })

  it('knows who signed in, and who could not', async () => {
    const body = { account: 'moxiaoyu', password: 'a good password' }
    expect((await host.http('POST', '/api/auth/login', { body })).status).toBe(200)
    await soon({ action: 'signed-in' }, { actor: { id: worker.id }, address: '127.0.0.1' })
    expect((await host.http('POST', '/api/auth/login', { body: { ...body, password: 'wrong' } })).status).toBe(401)
    await soon(
      { action: 'auth.login:denied' },
      { actor: null, resource: { type: 'core_person', id: worker.id, name: '莫小雨' }, address: '127.0.0.1' },
    )
  })

  it('knows who was refused, and is closed to those without the permission', async () => {
    await expect(worker.does(listAudit, { query: {} })).rejects.toMatchObject({ status: 403 })
    expect((await worker.http('GET', '/api/audit/export')).status).toBe(403)
    await soon({ actor: worker.id, action: 'denied' }, { action: 'audit.export:denied' })
  })

  it('is read in pages, the newest first, each entry once', async () => {
    for (const name of ['甲部', '乙部', '丙部']) await auditor.does(createDepartment, { body: { name } })
    const query = { action: 'directory.createDepartment:create', resource: 'core_department' }
    const first = await auditor.does(listAudit, { query: { ...query, limit: 2 } })
    const second = await auditor.does(listAudit, { query: { ...query, limit: 2, cursor: first.next! } })
    const ids = [...first.items, ...second.items].map(({ id }) => id)
    expect(ids).toHaveLength(3)
    expect(ids).toEqual(ids.toSorted((a, b) => b - a))
    expect(second.next).toBeNull()
    await expect(auditor.does(listAudit, { query: { cursor: 'x' } })).rejects.toMatchObject({ status: 400 })
  })

  it('takes a text with wildcards as it is, and times as they are', async () => {
    expect((await found({ action: 'directory%Department' })).items).toEqual([])
    expect((await found({ to: '2020-01-01T00:00:00Z' })).items).toEqual([])
    expect((await found({ from: '2020-01-01T00:00:00Z' })).items).not.toEqual([])
  })

  it('leaves as a file that a spreadsheet opens, and says that it left', async () => {
    await auditor.does(changePerson, { params: { id: worker.id }, body: { title: '=1+1' } })
    const { headers, text } = await auditor.http('GET', '/api/audit/export?action=directory.')
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(headers['content-disposition']).toMatch(/^attachment; filename="audit-\d{4}-\d\d-\d\d\.csv"$/)
    expect(text.startsWith('\uFEFF"id","at"')).toBe(true)
    expect(text).toContain('directory.createDepartment:create')
    await soon({ action: 'audit.export:exported' }, { actor: { id: auditor.id } })
    await auditor.does(exportAudit, { query: {} })
  })

  it('verifies, also after old entries were removed, and names what was changed after that', async () => {
    const db = host.platform.kernel.get(databaseToken)
    const { secret } = host.platform.kernel.get(installation)
    const sealed = () =>
      vi.waitFor(async () => expect(await db.read.all('select id from core_audit where hash is null', [])).toEqual([]), 5_000)
    await sealed()
    const before = await auditor.does(verifyAudit)
    expect(before.ok).toBe(true)
    expect(await removeOldAudit(db, secret, new Date(0))).toBe(0)
    expect(await removeOldAudit(db, secret, new Date(Date.now() + 60_000))).toBeGreaterThan(5)
    await sealed()
    const after = await walkTrail(db, secret)
    expect(after.ok).toBe(true)
    expect(after.entries).toBeLessThan(before.entries)
    expect((await found({ action: 'core.audit:retention' })).items).toHaveLength(1)

    const run = (statement: string) => db.write((unit) => unit.run.run(statement, []))
    const [{ id } = {}] = await db.read.all(`select max(id) as id from core_audit`, [])
    await run(`update core_audit set actor_id = 'nobody' where id = ${String(id)}`)
    expect(await walkTrail(db, secret)).toMatchObject({ ok: false, firstBadId: Number(id) })
    await run('delete from core_audit_checkpoint')
    expect((await walkTrail(db, secret)).ok).toBe(false)
  })
})

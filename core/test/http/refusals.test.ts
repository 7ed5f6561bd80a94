import { startTestHost } from '../../src/testing/index.ts'
import { afterAll, describe, expect, it } from 'vitest'
import { notesPlugin, writeNote } from './notes-plugin.ts'

describe.each(['sqlite', 'postgresql'] as const)('the trail of refusals, on %s', async (database) => {
  const host = await startTestHost([notesPlugin().plugin], { database })
  afterAll(() => host.stop())
  const entries = async (personId: string) => {
    const { db } = host.platform
    const rows = await db.read.all(
      `select action, kind, row_id, detail from core_audit where actor_id = ${db.dialect === 'sqlite' ? '?' : '$1'} order by id`,
      [personId],
    )
    return rows.filter(({ action }) => String(action).includes('denied'))
  }

  it('has an entry when somebody lacks the permission', async () => {
    const person = await host.person()
    await person.http('POST', '/api/notes', { body: { text: 'a' } })
    await expect.poll(() => entries(person.id)).toMatchObject([{ action: 'notes.write:denied', kind: 'notes.write' }])
  })

  it('has an entry when somebody asks for what he may not see, naming it', async () => {
    const writer = await host.person({ grants: { 'notes.read': 'own', 'notes.write': 'own' } })
    const { id } = await writer.does(writeNote, { body: { text: 'a secret' } })
    const other = await host.person({ grants: { 'notes.read': 'own' } })
    await other.http('GET', `/api/notes/${id}`)
    await expect.poll(() => entries(other.id)).toMatchObject([{ action: 'notes.read:denied', kind: 'notes.read', row_id: id }])
    expect(JSON.stringify(await entries(other.id))).not.toContain('a secret')
  })

  it('has none for somebody who has not signed in: there is nobody to name', async () => {
    await host.http('GET', '/api/notes')
    expect(await entries('')).toEqual([])
  })
})

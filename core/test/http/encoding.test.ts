import { afterAll, describe, expect, it } from 'vitest'
import { startTestHost } from '../../src/testing/index.ts'
import { bearerOf } from '../../src/testing/test-sessions.ts'
import { notesPlugin } from './notes-plugin.ts'

describe('a body that is no UTF-8', async () => {
  const host = await startTestHost([notesPlugin().plugin])
  afterAll(() => host.stop())

  it.each([
    ['GBK, whatever the header says', [0xc4, 0xe3, 0xba, 0xc3]],
    ['a half character', [0xe4, 0xbd]],
    ['a lone surrogate', [0xed, 0xa0, 0x80]],
  ])('is refused, since it could not be stored as it was sent: %s', async (_what, bytes) => {
    const writer = await host.person({ grants: { 'notes.read': 'own', 'notes.write': 'own' } })
    const headers = { authorization: `Bearer ${bearerOf(writer.id)}`, 'content-type': 'application/json; charset=gbk' }
    const payload = Buffer.concat([Buffer.from('{"text":"'), Buffer.from(bytes), Buffer.from('"}')])
    const answer = await host.platform.app.inject({ method: 'POST', url: '/api/notes', headers, payload })
    expect(answer.json()).toMatchObject({ type: 'urn:liaison:problem:bad-request', status: 400 })
    expect((await writer.http('GET', '/api/notes')).body).toMatchObject({ items: [] })
  })
})

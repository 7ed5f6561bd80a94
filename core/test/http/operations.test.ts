import { definePlugin } from '@liaison/sdk/server'
import { aHost, type TestHost, type TestPerson } from '@liaison/sdk/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countAll, notesPlugin, readNote, writeNote, writeTwice, writing } from './notes-plugin.ts'

const unknownId = '01890000-0000-7000-8000-000000000000'

describe.each(['sqlite', 'postgresql'] as const)('operations over HTTP, on %s', (database) => {
  const { plugin, heard } = notesPlugin()
  const filter = definePlugin({
    id: 'filter',
    version: '1.0.0',
    title: plugin.title,
    requires: { plugins: { notes: '^1.0.0' } },
    setup: ({ tap }) => tap(writing, (text) => text.replace('secret', '******')),
  })
  let host: TestHost
  let writer: TestPerson
  let reader: TestPerson
  let stranger: TestPerson
  beforeAll(async () => {
    host = await aHost([plugin, filter], { database })
    writer = await host.person({ grants: { 'notes.read': 'own', 'notes.write': 'own' } })
    reader = await host.person({ grants: { 'notes.read': 'all' } })
    stranger = await host.person()
  })
  afterAll(() => host.stop())

  describe('who may', () => {
    it('is judged before the body is read: signed in, permitted, then the input', async () => {
      const body = '{"broken'
      expect(await host.http('POST', '/api/notes', { body })).toMatchObject({
        status: 401,
        body: { type: 'urn:liaison:problem:sign-in-needed' },
      })
      expect(await stranger.http('POST', '/api/notes', { body })).toMatchObject({
        status: 403,
        body: { type: 'urn:liaison:problem:forbidden', permission: 'notes.write' },
      })
      expect(await writer.http('POST', '/api/notes', { body })).toMatchObject({ status: 400 })
    })

    it('is everybody where an operation is public, and everybody signed in where it says so', async () => {
      expect(await host.http('GET', '/api/notes/hello')).toMatchObject({ status: 200, body: { hello: 'world' } })
      expect(await host.http('GET', '/api/notes/me')).toMatchObject({ status: 401 })
      expect(await stranger.http('GET', '/api/notes/me')).toMatchObject({ status: 200, body: { id: stranger.id } })
    })

    it('is nobody while the module is switched off, and its addresses say so', async () => {
      host.enable('notes', false)
      expect(await host.http('GET', '/api/notes/hello')).toMatchObject({
        status: 404,
        body: { type: 'urn:liaison:problem:module-not-enabled', module: 'notes' },
      })
      await expect(writer.does(readNote, { params: { id: unknownId } })).rejects.toMatchObject({ type: 'module-not-enabled' })
      host.enable('notes', true)
      expect(await host.http('GET', '/api/notes/hello')).toMatchObject({ status: 200 })
    })
  })

  describe('input', () => {
    const note = { text: '你好' }

    it.each([
      ['an unknown member', { ...note, colour: 'red' }, '/body/colour'],
      ['an unknown member deep inside', { ...note, place: { room: 'A', floor: 3 } }, '/body/place/floor'],
      ['a missing member', {}, '/body/text'],
      ['blank text', { text: ' \n' }, '/body/text'],
      ['a control character', { text: 'a\u0007' }, '/body/text'],
      ['NUL in any string', { ...note, place: { room: '\u0000' } }, '/body/place/room'],
      ['text that is too long', { text: 'x'.repeat(201) }, '/body/text'],
      ['a day that does not exist', { ...note, dueAt: '2026-02-30T00:00:00Z' }, '/body/dueAt'],
      ['a number for text: a body is not coerced', { text: 7 }, '/body/text'],
      ['a list for an object', [], '/body'],
    ])('that has %s is refused, with the place', async (_what, body, pointer) => {
      const { status, body: problem, headers } = await writer.http('POST', '/api/notes', { body })
      expect(status).toBe(400)
      expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
      expect(problem).toMatchObject({
        type: 'urn:liaison:problem:invalid-input',
        status: 400,
        errors: [{ pointer, message: expect.any(String) }],
        traceId: expect.any(String),
      })
    })

    it.each([
      ['an unknown parameter', '/api/notes?colour=red', '/query/colour'],
      ['a doubled parameter', '/api/notes?limit=1&limit=2', '/query/limit'],
      ['a number out of range', '/api/notes?limit=201', '/query/limit'],
      ['no number', '/api/notes?limit=many', '/query/limit'],
      ['a wrong id', '/api/notes/7', '/params/id'],
    ])('in the address with %s is refused', async (_what, url, pointer) => {
      expect(await writer.http('GET', url)).toMatchObject({ status: 400, body: { errors: [{ pointer }] } })
    })

    it('in the address is read as numbers, booleans and lists', async () => {
      expect(await writer.http('GET', '/api/notes?limit=1&done=true&tag=a')).toMatchObject({ status: 200 })
      expect(await writer.http('GET', '/api/notes?tag=a&tag=b')).toMatchObject({ status: 200 })
    })

    it('where none is expected is refused', async () => {
      expect(await writer.http('DELETE', `/api/notes/${unknownId}`, { body: { reason: 'x' } })).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: '/body/reason' }] },
      })
    })

    it('that is no JSON, too large, or of another type is refused as a problem', async () => {
      expect(await writer.http('POST', '/api/notes', { body: '{"text":' })).toMatchObject({
        status: 400,
        body: { type: 'urn:liaison:problem:bad-request' },
      })
      expect(await writer.http('POST', '/api/notes', { body: '{"text":"a","__proto__":{"x":1}}' })).toMatchObject({ status: 400 })
      expect(await writer.http('POST', '/api/notes', { body: { text: 'x'.repeat(300_000) } })).toMatchObject({
        status: 413,
        body: { type: 'urn:liaison:problem:too-large' },
      })
      expect(
        await writer.http('POST', '/api/notes', { body: 'text=a', headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
      ).toMatchObject({ status: 415, body: { type: 'urn:liaison:problem:unsupported-media-type' } })
    })

    it('is stored exactly as sent', async () => {
      const text = ' \t两端的空格留着 e\u0301 👩‍👩‍👧\r\n'
      const { body } = await writer.http('POST', '/api/notes', { body: { text } })
      expect(await writer.http('GET', `/api/notes/${(body as { id: string }).id}`)).toMatchObject({ body: { text } })
    })
  })

  describe('replies', () => {
    it('hold what the schema names and nothing else', async () => {
      const { status, body } = await writer.http('POST', '/api/notes', { body: { text: 'a', dueAt: '2026-03-01T08:00:00+08:00' } })
      expect(status).toBe(201)
      expect(body).toEqual({ id: expect.any(String), text: 'a', dueAt: '2026-03-01T00:00:00.000Z', version: 1 })
    })

    it('may carry headers, and are kept by nobody on the way', async () => {
      const { headers, text } = await host.http('GET', '/api/notes/hello')
      expect(headers).toMatchObject({
        'x-greeting': 'hello',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      })
      expect(text).toBe('{"hello":"world"}')
    })

    it('without a body are 204', async () => {
      const note = await writer.does(writeNote, { body: { text: 'a' } })
      expect(await writer.http('DELETE', `/api/notes/${note.id}`)).toMatchObject({ status: 204, text: '' })
    })
  })

  describe('problems', () => {
    it("speak the caller's language", async () => {
      const title = async (language: string) =>
        ((await host.http('GET', '/api/notes/me', { headers: { 'accept-language': language } })).body as { title: string }).title
      expect(await title('en-GB,en;q=0.9')).toBe('Sign in first')
      expect(await title('zh-CN')).toBe('请先登录')
      expect(await title('fr')).toBe('请先登录')
    })

    it('that a plugin declares have their own type', async () => {
      expect(await writer.http('POST', '/api/notes', { body: { text: 'full' } })).toMatchObject({
        status: 409,
        body: { type: 'urn:liaison:problem:notes/full', title: '写满了' },
      })
    })

    it('that are faults of ours tell a trace id and nothing else', async () => {
      const { status, text, body } = await host.http('POST', '/api/notes/break-down')
      expect(status).toBe(500)
      expect(text).not.toContain('secret')
      expect(body).toEqual({
        type: 'urn:liaison:problem:internal',
        title: '服务器出错了，请稍后再试',
        status: 500,
        traceId: expect.any(String),
      })
    })

    it('tell that an address is nothing, whatever the method', async () => {
      for (const method of ['GET', 'POST', 'DELETE'])
        expect(await host.http(method, '/api/nothing')).toMatchObject({ status: 404, body: { type: 'urn:liaison:problem:not-found' } })
      expect(await host.http('GET', '/api/notes/%zz')).toMatchObject({ status: 400, body: { type: 'urn:liaison:problem:bad-request' } })
    })
  })

  describe('the data scope', () => {
    it('hides what lies outside: 404, and 403 for what may be seen but not changed', async () => {
      const { id } = await writer.does(writeNote, { body: { text: 'mine' } })
      const other = await host.person({ grants: { 'notes.read': 'own', 'notes.write': 'own' } })
      expect(await other.http('GET', `/api/notes/${id}`)).toMatchObject({ status: 404 })
      expect(await other.http('PATCH', `/api/notes/${id}`, { body: { text: 'x' } })).toMatchObject({ status: 404 })
      const guest = await host.person({ grants: { 'notes.read': 'all', 'notes.write': 'own' } })
      expect(await guest.http('PATCH', `/api/notes/${id}`, { body: { text: 'x' } })).toMatchObject({ status: 403 })
    })

    it('is left for declared reasons only', async () => {
      await writer.does(writeNote, { body: { text: 'counted' } })
      const { all } = await stranger.does(countAll).catch(() => ({ all: -1 }))
      expect(all).toBe(-1)
      expect((await reader.does(countAll)).all).toBeGreaterThan(0)
    })
  })

  describe('a unit of work', () => {
    it('stores all or nothing, operations that it calls included', async () => {
      const before = await reader.does(countAll)
      await expect(writer.does(writeTwice, { body: { first: 'a', second: 'full' } })).rejects.toMatchObject({ type: 'notes/full' })
      expect(await reader.does(countAll)).toEqual(before)
    })

    it('has its hooks fired before', async () => {
      expect(await writer.does(writeNote, { body: { text: 'a secret' } })).toMatchObject({ text: 'a ******' })
    })

    it('stores its events with the change, and they are heard', async () => {
      const { id } = await writer.does(writeNote, { body: { text: 'news' } })
      await host.settled()
      expect(heard).toContain(id)
    })
  })

  describe('ETag and If-Match', () => {
    it('let nobody overwrite what he has not seen', async () => {
      const created = await writer.http('POST', '/api/notes', { body: { text: 'first' } })
      const url = `/api/notes/${(created.body as { id: string }).id}`
      expect(created.headers['etag']).toBe('"1"')
      const changed = await writer.http('PATCH', url, { body: { text: 'second' }, headers: { 'if-match': '"1"' } })
      expect(changed).toMatchObject({ status: 200, headers: { etag: '"2"' } })
      expect(await writer.http('PATCH', url, { body: { text: 'third' }, headers: { 'if-match': '"1"' } })).toMatchObject({
        status: 412,
        body: { type: 'urn:liaison:problem:stale-version' },
      })
      expect(await writer.http('PATCH', url, { body: { text: 'third' }, headers: { 'if-match': '*' } })).toMatchObject({ status: 200 })
      expect(await writer.http('PATCH', url, { body: { text: 'third' }, headers: { 'if-match': 'yesterday' } })).toMatchObject({
        status: 400,
      })
    })
  })

  describe('Idempotency-Key', () => {
    const send = (person: TestPerson, key: string, text: string) =>
      person.http('POST', '/api/notes', { body: { text }, headers: { 'idempotency-key': key } })

    it('answers a repeated create with the first reply', async () => {
      const first = await send(writer, 'once', 'a')
      const second = await send(writer, 'once', 'a')
      expect([first.status, second.status]).toEqual([201, 201])
      expect(second.text).toBe(first.text)
    })

    it('creates once, also when both arrive together', async () => {
      const before = (await reader.does(countAll)).all
      const replies = await Promise.all(Array.from({ length: 5 }, () => send(writer, 'together', 'a')))
      expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
      expect((await reader.does(countAll)).all).toBe(before + 1)
    })

    it('belongs to one request of one person', async () => {
      await send(writer, 'mine', 'a')
      expect(await send(writer, 'mine', 'b')).toMatchObject({ status: 422, body: { type: 'urn:liaison:problem:idempotency-key-reused' } })
      const other = await host.person({ grants: { 'notes.read': 'own', 'notes.write': 'own' } })
      expect(await send(other, 'mine', 'b')).toMatchObject({ status: 201 })
    })

    it('keeps no reply of a request that failed', async () => {
      expect(await send(writer, 'failed', 'full')).toMatchObject({ status: 409 })
      expect(await send(writer, 'failed', 'full')).toMatchObject({ status: 409 })
    })
  })
})

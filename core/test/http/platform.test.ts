import { once } from 'node:events'
import { connect } from 'node:net'
import { definePlugin } from '@liaison/sdk/server'
import { aHost, type TestHost } from '@liaison/sdk/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pageHeaders } from '../../src/http/security-headers.ts'
import { notesPlugin } from './notes-plugin.ts'

let host: TestHost
beforeAll(async () => {
  host = await aHost(notesPlugin().plugin)
})
afterAll(() => host.stop())

describe('requests from other sites', () => {
  const cookie = 'liaison_session=whatever'
  const post = (headers: Record<string, string>) =>
    host.http('POST', '/api/notes/break-down', { headers: { cookie, host: 'liaison.example.com', ...headers } })
  const refused = { status: 403, body: { type: 'urn:liaison:problem:cross-origin' } }

  it('are refused when they change something', async () => {
    expect(await post({ origin: 'https://evil.example.com' })).toMatchObject(refused)
    expect(await post({ 'sec-fetch-site': 'cross-site' })).toMatchObject(refused)
    expect(await post({ 'sec-fetch-site': 'same-site', origin: 'https://other.example.com' })).toMatchObject(refused)
    expect(await post({ origin: 'null' })).toMatchObject(refused)
  })

  it('are told from our own, and from those that no browser sends', async () => {
    for (const headers of [
      { 'sec-fetch-site': 'same-origin' },
      { origin: 'https://liaison.example.com' },
      { origin: 'http://liaison.example.com' },
      {},
    ] as Record<string, string>[]) {
      expect((await post(headers)).status).toBe(500) // the operation itself breaks: it was let in
    }
  })

  it('with a token of their own need no cookie, so they may come from anywhere', async () => {
    expect(
      (await host.http('POST', '/api/notes/break-down', { headers: { authorization: 'Bearer x', origin: 'https://other.example.com' } }))
        .status,
    ).toBe(500)
  })
})

describe('the header of a page', () => {
  it('is the strict policy, with no unsafe word in it', () => {
    const policy = pageHeaders(false)['content-security-policy']!
    expect(policy.split(';').toSorted()).toEqual(
      [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "font-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "media-src 'self' blob:",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'self'",
        "require-trusted-types-for 'script'",
        'trusted-types lit-html dompurify default ProseMirrorClipboard svelte-trusted-html',
      ].toSorted(),
    )
    expect(policy).not.toContain('unsafe')
  })

  it('isolates the page, and holds to TLS where there is TLS', () => {
    expect(pageHeaders(false)).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    })
    expect(pageHeaders(false)).not.toHaveProperty('strict-transport-security')
    expect(pageHeaders(true)['strict-transport-security']).toMatch(/^max-age=\d{8}/)
  })
})

describe('the documents of the API', () => {
  type Document = {
    openapi: string
    paths: Record<string, Record<string, { operationId: string; responses: Record<string, unknown>; security?: unknown[] }>>
  }

  it('describe every operation that is bound', async () => {
    const { body } = (await host.http('GET', '/api/openapi.json')) as unknown as { body: Document }
    expect(body.openapi).toBe('3.1.0')
    const described = Object.values(body.paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId))
    expect(described.toSorted()).toEqual([...host.operations].toSorted())
    expect(body.paths['/api/notes']!['post']).toMatchObject({
      tags: ['notes'],
      'x-permission': 'notes.write',
      requestBody: { content: { 'application/json': { schema: { additionalProperties: false, required: ['text'] } } } },
      responses: {
        201: {},
        400: {},
        401: {},
        403: {},
        404: {},
        409: { description: 'The note is full (`notes/full`); Conflicts with what is there (`conflict`)' },
        429: {},
      },
    })
    expect(body.paths['/api/notes/hello']!['get']!.security).toEqual([])
  })

  it('are there to read, without a script and under the strict policy', async () => {
    const { status, headers, text } = await host.http('GET', '/api/reference')
    expect(status).toBe(200)
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(text).toContain('id="notes.write"')
    expect(text).not.toMatch(/<script|style=|<style/)
    expect(await host.http('GET', '/api/reference.css')).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/css; charset=utf-8' },
    })
  })

  it('leave out modules that are switched off', async () => {
    host.enable('notes', false)
    expect((await host.http('GET', '/api/openapi.json')).text).not.toContain('notes.write')
    host.enable('notes', true)
  })
})

describe('health', () => {
  it('says that the process lives, and that it serves once it listens', async () => {
    expect(await host.http('GET', '/healthz')).toMatchObject({ status: 200, text: 'ok\n' })
    expect(await host.http('GET', '/readyz')).toMatchObject({ status: 503, text: 'not serving\n' })
    await host.listen()
    expect(await host.http('GET', '/readyz')).toMatchObject({ status: 200, text: 'ready\n' })
  })

  it('counts requests by operation and status, and tells of nobody', async () => {
    await host.http('GET', '/api/notes/hello')
    await host.http('GET', '/api/notes?colour=red')
    const { text, headers } = await host.http('GET', '/metrics')
    expect(headers['content-type']).toContain('text/plain')
    expect(text).toMatch(/liaison_requests_total\{operation="notes\.hello",status="200"\} \d+/)
    expect(text).toMatch(/liaison_requests_total\{operation="notes\.list",status="401"\} \d+/)
    for (const name of [
      'liaison_request_seconds_bucket',
      'liaison_nodejs_eventloop_lag_seconds',
      'liaison_sockets',
      'liaison_outbox_lag_seconds',
    ])
      expect(text).toContain(name)
  })
})

describe('a client that speaks no HTTP', () => {
  it('is answered and let go', async () => {
    const { hostname, port } = new URL(await host.listen())
    const socket = connect(Number(port), hostname)
    socket.write('nonsense\r\n\r\n')
    const [answer] = (await once(socket, 'data')) as [Buffer]
    expect(String(answer)).toMatch(/^HTTP\/1\.1 400 Bad Request\r\ncontent-type: application\/problem\+json/)
    await once(socket, 'close')
  })
})

describe('stopping', () => {
  it('lets a request finish, refuses new ones, and disposes of the plugins', async () => {
    const events: string[] = []
    let release: (() => void) | undefined
    const { plugin } = notesPlugin()
    const slow = definePlugin({
      id: 'slow',
      version: '1.0.0',
      title: plugin.title,
      requires: { plugins: { notes: '^1.0.0' } },
      setup({ tap }) {
        tap(plugin.hooks![0]!, (text: never) => new Promise<never>((resolve) => (release = () => resolve(text))))
        return () => void events.push('disposed')
      },
    })
    const own = await aHost([plugin, slow])
    const writer = await own.person({ grants: { 'notes.read': 'own', 'notes.write': 'own' } })
    const address = await own.listen()
    const authorization = `Bearer test.${writer.id}`
    const request = fetch(`${address}/api/notes`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: '{"text":"last words"}',
    })
    await expect.poll(() => release).toBeDefined()

    const stopped = own.stop().then(() => events.push('stopped'))
    await expect
      .poll(() =>
        fetch(`${address}/healthz`).then(
          ({ status }) => status,
          () => 'refused',
        ),
      )
      .not.toBe(200)
    expect(events).toEqual([])
    const released = performance.now()
    release!()
    expect((await request).status).toBe(201)
    await stopped
    // the client keeps its connection: nobody waits for it
    expect(performance.now() - released).toBeLessThan(5_000)
    expect(events).toEqual(['disposed', 'stopped'])
  })
})

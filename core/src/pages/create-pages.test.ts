import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { definePlugin } from '@liaison/sdk/server'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LoadedPlugin } from '../kernel/kernel.ts'
import { createPages } from './create-pages.ts'
import type { Pages } from './pages.ts'

/** A plugin in a folder of its own, as a stranger has it. */
function aPlugin(id: string, code: string): LoadedPlugin {
  const folder = mkdtempSync(join(tmpdir(), 'liaison-part-'))
  mkdirSync(join(folder, 'src'))
  writeFileSync(join(folder, 'src', 'index.ts'), code)
  const title = { 'zh-CN': id, en: id }
  const definition = definePlugin({ id, version: '1.0.0', title, web: { entry: pathToFileURL(join(folder, 'src', 'index.ts')) } })
  return { definition, builtIn: false, folder, enabled: true, faults: [], owned: new Map() }
}
const dataFolder = mkdtempSync(join(tmpdir(), 'liaison-pages-'))
const pagesWith = (...plugins: LoadedPlugin[]) =>
  createPages({ plugins: new Map(plugins.map((plugin) => [plugin.definition.id, plugin])), dataFolder, say: () => undefined })

let pages: Pages
let app: FastifyInstance

beforeAll(async () => {
  pages = await pagesWith(
    aPlugin(
      'wall',
      `import { defineWebPlugin } from '@liaison/sdk/web'\nimport { html } from 'lit'\nexport default defineWebPlugin({ id: 'wall' })\nexport const words: unknown = html\`\``,
    ),
  )
  app = fastify()
  app.setNotFoundHandler((_, reply) => reply.code(404).send({ type: 'urn:liaison:problem:not-found' }))
  pages.register(app)
  await app.ready()
})
afterAll(() => app.close())

describe('the pages', () => {
  it('answer every page address with the shell, never kept', async () => {
    for (const url of ['/', '/im/abc?x=1', '/settings/security']) {
      const { statusCode, headers, body } = await app.inject(url)
      expect([statusCode, headers['content-type'], headers['cache-control']]).toEqual([200, 'text/html; charset=utf-8', 'no-cache'])
      expect(body).toContain('<script type="module"')
    }
  })

  it('leave addresses of data and missing files to the others', async () => {
    for (const url of ['/api/nothing', '/metrics', '/favicon.ico', '/assets/gone-123.js', '/index.html.br'])
      expect((await app.inject(url)).statusCode).toBe(404)
  })

  it('name files by their content, to be kept for ever, packed as the browser takes it', async () => {
    const [, script] = (await app.inject('/')).body.match(/src="(\/assets\/[^"]+)"/) as [string, string]
    const { headers } = await app.inject({ url: script, headers: { 'accept-encoding': 'gzip, br' } })
    expect(headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    })
    expect((await app.inject({ url: script, headers: { 'accept-encoding': 'gzip' } })).headers['content-encoding']).toBe('gzip')
    expect((await app.inject({ url: script, headers: { 'if-none-match': String(headers['etag']) } })).statusCode).toBe(304)
  })

  it('hold no script or style in the document', async () => {
    const { body } = await app.inject('/')
    expect(body).not.toMatch(/<script(?![^>]*src=)|<style|style=/)
  })
})

describe('the web part of a plugin', () => {
  it('is linked to the one copy of the shared modules', async () => {
    const address = pages.urlOf('wall') as string
    expect(address).toMatch(/^\/web-parts\/wall\/[0-9a-f]{16}\/index\.js$/)
    const { body, statusCode } = await app.inject(address)
    expect(statusCode).toBe(200)
    expect([...body.matchAll(/from\s*"([^"]+)"/g)].map(([, specifier]) => specifier)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^\/assets\/lit-/), expect.stringMatching(/^\/assets\/liaison-sdk-web-/)]),
    )
    for (const [, specifier] of body.matchAll(/from\s*"([^"]+)"/g)) expect((await app.inject(specifier as string)).statusCode).toBe(200)
  })

  it('fails the start by name when an import is not to be had', async () => {
    await expect(pagesWith(aPlugin('broken', `import 'left-pad'`))).rejects.toThrow(/plugin "broken" imports "left-pad"/)
  })

  it('fails the start when it would bring a second Lit', async () => {
    await expect(pagesWith(aPlugin('second', `import 'lit/directives/unsafe-html.js'`))).rejects.toThrow(
      /plugin "second" imports "lit\/directives\/unsafe-html\.js"/,
    )
  })
})

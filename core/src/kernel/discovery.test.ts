import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { discover } from './discovery.ts'
import type { LeftOut } from './kernel.ts'

let folder = ''
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'liaison-discovery-')))
})
afterEach(() => rmSync(folder, { recursive: true }))

function aPackage(
  path: string,
  manifest: object,
  code = "export default { id: 'found', version: '1.0.0', title: { 'zh-CN': '', en: '' } }",
): string {
  const place = join(folder, path)
  mkdirSync(place, { recursive: true })
  writeFileSync(join(place, 'package.json'), JSON.stringify({ type: 'module', ...manifest }))
  writeFileSync(join(place, 'plugin.js'), code)
  return place
}
const plugin = (source: string, optional = false) => ({ source, optional, settings: {} })

describe('discovering plugins', () => {
  it('finds installed packages by name, from a folder upwards', async () => {
    const place = aPackage('node_modules/@acme/found', { exports: { '.': './plugin.js' } })
    mkdirSync(join(folder, 'deep'))
    const [found] = await discover([plugin('@acme/found')], join(folder, 'deep'))
    expect(found).toMatchObject({ definition: { id: 'found' }, builtIn: false, folder: place })
  })

  it('finds folders by path', async () => {
    const place = aPackage('hello', { exports: { '.': { types: './nothing.d.ts', default: './plugin.js' } } })
    expect(await discover([plugin(place)], folder)).toMatchObject([{ definition: { id: 'found' } }])
  })

  it('says what is not installed', async () => {
    await expect(discover([plugin('@acme/missing')], folder)).rejects.toThrow(
      `plugin "@acme/missing" is not installed (looked for node_modules/@acme/missing above ${folder})`,
    )
    await expect(discover([plugin(join(folder, 'nowhere'))], folder)).rejects.toThrow('has no package.json')
  })

  it('says what is no plugin', async () => {
    const place = aPackage('hello', { exports: { '.': './plugin.js' } }, 'export const other = 1')
    await expect(discover([plugin(place)], folder)).rejects.toThrow('plugin.js has no default export made by definePlugin')
    const bare = aPackage('bare', { exports: { '.': './plugin.js' } }, "export default { id: 'bare' }")
    await expect(discover([plugin(bare)], folder)).rejects.toThrow('plugin.js has no default export made by definePlugin')
    await expect(discover([plugin(aPackage('mute', { exports: { './web': './plugin.js' } }))], folder)).rejects.toThrow('exports no "."')
  })

  it('names the plugin and the cause when its code does not load', async () => {
    const place = aPackage('hello', { exports: './plugin.js' }, "throw new Error('no printer')")
    await expect(discover([plugin(place)], folder)).rejects.toThrow(`plugin "${place}" cannot be loaded: no printer`)
  })

  it('leaves out optional plugins that cannot be loaded, and says why', async () => {
    const leftOut: LeftOut[] = []
    expect(await discover([plugin('@acme/missing', true)], folder, leftOut)).toEqual([])
    expect(leftOut).toEqual([{ id: '@acme/missing', reason: expect.stringContaining('is not installed') }])
  })
})

import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { built } from './build-cache.ts'
import { contentHash } from './content-hash.ts'

const aFolder = () => mkdtempSync(join(tmpdir(), 'liaison-cache-'))

describe('the build cache', () => {
  it('builds what is not there, once', async () => {
    const cache = aFolder()
    let builds = 0
    const build = async (folder: string) => {
      builds++
      writeFileSync(join(folder, 'index.js'), 'built')
    }
    const first = await built(cache, 'shell', 'abc', build)
    const second = await built(cache, 'shell', 'abc', build)
    expect([builds, second, readFileSync(join(first, 'index.js'), 'utf8')]).toEqual([1, first, 'built'])
  })

  it('gives two that build the same at once the same folder', async () => {
    const cache = aFolder()
    const build = async (folder: string) => writeFileSync(join(folder, 'index.js'), 'built')
    const [one, other] = await Promise.all([built(cache, 'shell', 'abc', build), built(cache, 'shell', 'abc', build)])
    expect(one).toBe(other)
    expect(readdirSync(cache)).toEqual(['shell-abc'])
  })

  it('keeps nothing of a build that failed', async () => {
    const cache = aFolder()
    const failing = built(cache, 'shell', 'abc', async (folder) => {
      writeFileSync(join(folder, 'half'), '')
      throw new Error('no space')
    })
    await expect(failing).rejects.toThrow('no space')
    expect(readdirSync(cache)).toEqual([])
  })
})

describe('the hash of sources', () => {
  it('changes with a name and with a byte, and not with what no browser build reads', () => {
    const folder = aFolder()
    writeFileSync(join(folder, 'page.ts'), 'a')
    const before = contentHash([folder])
    writeFileSync(join(folder, 'page.test.ts'), 'a test')
    expect(contentHash([folder])).toBe(before)
    writeFileSync(join(folder, 'page.ts'), 'b')
    expect(contentHash([folder])).not.toBe(before)
    expect(contentHash([folder], 'shell-2')).not.toBe(contentHash([folder]))
  })
})

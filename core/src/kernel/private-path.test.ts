import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { privateFile, privateFolder } from './private-path.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'liaison-private-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)

describe('what only the server may read', () => {
  it('is closed to others from the beginning', () => {
    privateFolder(join(folder, 'data'))
    privateFile(join(folder, 'data/liaison.sqlite'))
    expect([modeOf(join(folder, 'data')), modeOf(join(folder, 'data/liaison.sqlite'))]).toEqual(['700', '600'])
  })

  it('is closed when it was open before', () => {
    mkdirSync(join(folder, 'data'))
    chmodSync(join(folder, 'data'), 0o755)
    writeFileSync(join(folder, 'data/liaison.sqlite'), 'kept', { mode: 0o644 })
    privateFolder(join(folder, 'data'))
    privateFile(join(folder, 'data/liaison.sqlite'))
    expect([modeOf(join(folder, 'data')), modeOf(join(folder, 'data/liaison.sqlite'))]).toEqual(['700', '600'])
    expect(statSync(join(folder, 'data/liaison.sqlite')).size).toBe(4)
  })
})

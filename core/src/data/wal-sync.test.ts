import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openWriter } from './sqlite-connection.ts'
import { WalSync } from './wal-sync.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'liaison-wal-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const aWriter = (): Sqlite.Database => {
  const database = openWriter(join(folder, 'a.sqlite'))
  database.exec('create table t (id integer primary key)')
  return database
}
const never = (error: unknown): never => {
  throw error
}

describe('syncing what was committed', () => {
  it('tells at once where the disk is fast', () => {
    const sync = new WalSync(aWriter(), never, { inlineBelowMs: Infinity })
    let told = false
    sync.sync(() => (told = true))
    expect(told).toBe(true)
  })

  it('leaves the loop free where the disk is slow, and tells later', async () => {
    const sync = new WalSync(aWriter(), never, { inlineBelowMs: 0 })
    let told = false
    const later = new Promise<void>((resolve) => {
      sync.sync(() => {
        told = true
        resolve()
      })
    })
    expect(told).toBe(false)
    await later
  })

  it('does meanwhile what there is to do, and tells later', async () => {
    const done: string[] = []
    const sync = new WalSync(aWriter(), never, { inlineBelowMs: Infinity, meanwhile: () => () => done.push('meanwhile') })
    await new Promise<void>((resolve) => {
      sync.sync(() => {
        done.push('told')
        resolve()
      })
    })
    expect(done).toEqual(['meanwhile', 'told'])
  })

  it('tells nobody and gives up when the disk does not keep it', () => {
    const file = join(folder, 'without-wal.sqlite')
    const errors: unknown[] = []
    const sync = new WalSync(new Sqlite(file), (error) => void errors.push(error))
    sync.sync(() => errors.push('told'))
    expect(errors).toMatchObject([{ code: 'ENOENT' }])
  })
})

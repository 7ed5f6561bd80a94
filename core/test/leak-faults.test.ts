import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from './database.ts'
import { faults, faulty } from './leak/faults.ts'
import { leakSetup, settle } from './leak/store.ts'
import { sweep } from './leak/sweep.ts'
import { aWorld, type World } from './leak/world.ts'

const seeds = [1, 2, 3, 4, 5, 6]

/** The leak test is worth what it notices: each fault is planted in a copy of the access floor, and some world has to tell. */
describe('the leak test notices when', () => {
  const worlds: { database: TestDatabase; world: World; seed: number }[] = []
  beforeAll(async () => {
    for (const seed of seeds) {
      const database = await openTestDatabase('sqlite', leakSetup)
      const world = aWorld(seed)
      await settle(database, world)
      worlds.push({ database, world, seed })
    }
  })
  afterAll(async () => {
    for (const { database } of worlds) await database.close()
    rmSync(join(import.meta.dirname, '../.cache/faults', String(process.pid)), { recursive: true, force: true })
  })

  it.each(faults.map((fault, index) => ({ ...fault, index })))(
    '$name',
    async (fault) => {
      const floor = await faulty(fault, fault.index)
      let noticed: readonly string[] = []
      for (const { database, world, seed } of worlds) {
        if (noticed.length > 0) break
        noticed = (await sweep(floor, database, world, seed)).wrong
      }
      expect(noticed).not.toEqual([])
    },
    120_000,
  )
})

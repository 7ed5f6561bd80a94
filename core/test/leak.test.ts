import { describe, expect, it } from 'vitest'
import { createAccessLoader } from '../src/access/access-loader.ts'
import { createAppendCheck } from '../src/access/append-check.ts'
import { createMemberships } from '../src/access/memberships.ts'
import { rowsFor } from '../src/access/scoped-store.ts'
import { forEachDatabase } from './database.ts'
import { type AccessFloor, leakSetup, settle } from './leak/store.ts'
import { sweep, type Tally } from './leak/sweep.ts'
import { aWorld } from './leak/world.ts'

const floor: AccessFloor = { rowsFor, createMemberships, createAccessLoader, createAppendCheck }
const seeds = { sqlite: [1, 2, 3, 4, 5, 6], postgresql: [7, 8] }
/** A door that hardly ever opened, or hardly ever stayed shut, proves nothing. */
const leastOften = 10

describe('no door shows or changes what the data scope does not reach', () => {
  forEachDatabase('random worlds', (open, dialect) => {
    const tally: Tally = new Map()

    it.each(seeds[dialect])(
      'agree with the words of the requirement (world %i)',
      async (seed) => {
        const database = await open(leakSetup)
        const world = aWorld(seed)
        await settle(database, world)
        const { wrong, tally: counts, comparisons } = await sweep(floor, database, world, seed)
        for (const [door, { answered, refused }] of counts) {
          const sum = tally.get(door) ?? { answered: 0, refused: 0 }
          tally.set(door, { answered: sum.answered + answered, refused: sum.refused + refused })
        }
        expect(wrong.slice(0, 10)).toEqual([])
        expect(comparisons).toBeGreaterThan(2_000)
      },
      240_000,
    )

    it('let every door answer and refuse often enough', () => {
      const rare = [...tally].filter(([, { answered, refused }]) => answered < leastOften || refused < leastOften)
      expect(rare).toEqual([])
      expect(tally.size).toBeGreaterThan(18)
    })
  })
})

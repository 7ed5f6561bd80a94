import { createToken } from '@liaison/sdk'
import type { AnyEntity, Belongings, BelongingsRegistry } from '@liaison/sdk/server'

/** What plugins say that people have in them, in the order of their start. */
export class AllBelongings implements BelongingsRegistry {
  readonly #all: Belongings[] = []

  add<Owned extends AnyEntity>(belongings: Belongings<Owned>): void {
    this.#all.push(belongings as unknown as Belongings)
  }
  get all(): readonly Belongings[] {
    return this.#all
  }
}

/** For the rooms that ask; plugins have `belongings`. */
export const allBelongings = createToken<AllBelongings>('core.AllBelongings')

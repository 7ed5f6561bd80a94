/** For tests of the wall, and of plugins that build on it. */
import type { LeakSamples } from '@liaison/sdk/testing'

/** A piece of praise is nothing but what the entity declares: the leak walk fills its columns by itself. */
export const leakSamples: LeakSamples = {
  plugin: 'kudos',
  rows: { kudos_note: () => ({}) },
}

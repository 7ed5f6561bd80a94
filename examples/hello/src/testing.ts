/** For tests of the wall, and of plugins that build on it. */
import type { LeakSamples } from '@liaison/sdk/testing'

/** What the leak walk cannot read from the declarations: how a piece of praise looks. */
export const leakSamples: LeakSamples = {
  plugin: 'kudos',
  rows: { kudos_note: ({ text }) => ({ words: text }) },
}

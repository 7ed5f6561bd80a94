import im from '@liaison/plugin-im'
import { leakSamples as imSamples } from '@liaison/plugin-im/testing'
import { expectNoLeaks } from '@liaison/sdk/testing'
import { describe, expect, it } from 'vitest'
import kudos from '../src/plugin.ts'
import { leakSamples } from '../src/testing.ts'

describe.each(['sqlite', 'postgresql'] as const)('the kudos wall on %s', (database) => {
  it('shows nobody what is not for him', async () => {
    const { cells } = await expectNoLeaks({ plugins: [im, kudos], samples: [imSamples, leakSamples], of: ['kudos'], database })
    expect(cells).toBeGreaterThan(1_000)
  }, 120_000)
})

import { expectNoLeaks } from '@liaison/sdk/testing'
import { describe, expect, it } from 'vitest'
import im from '../src/plugin.ts'
import { leakSamples } from '../src/testing.ts'

describe.each(['sqlite', 'postgresql'] as const)('conversations on %s', (database) => {
  it('show nobody what is not for him', async () => {
    const { cells } = await expectNoLeaks({ plugins: [im], samples: [leakSamples], database })
    expect(cells).toBeGreaterThan(5_000)
  }, 120_000)
})

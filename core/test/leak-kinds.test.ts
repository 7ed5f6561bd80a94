import { expectNoLeaks } from '@liaison/sdk/testing'
import { describe, expect, it } from 'vitest'
import { kindsPlugin, kindsSamples } from './leak/kinds-plugin.ts'

describe.each(['sqlite', 'postgresql'] as const)('rows of every kind of rule, on %s', (database) => {
  it('are shown by their doors as the model says', async () => {
    const { cells, counts } = await expectNoLeaks({ plugins: [kindsPlugin], samples: [kindsSamples], database })
    expect(cells).toBeGreaterThan(5_000)
    expect(
      (['list', 'item'] as const).filter((kind) => (counts.get(kind)?.open ?? 0) < 500 || (counts.get(kind)?.shut ?? 0) < 500),
    ).toEqual([])
  }, 240_000)
})

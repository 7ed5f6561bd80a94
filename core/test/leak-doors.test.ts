import { expectNoLeaks } from '@liaison/sdk/testing'
import { describe, expect, it } from 'vitest'

describe.each(['sqlite', 'postgresql'] as const)('the doors of the core on %s', (database) => {
  it('show nobody what is not for him', async () => {
    const { cells, counts } = await expectNoLeaks({ plugins: [], samples: [], of: 'all', database })
    expect(cells).toBeGreaterThan(5_000)
    // a door that hardly ever opens, or hardly ever stays shut, proves nothing
    const kinds = ['function', 'item', 'list', 'search', 'filter', 'topic', 'live'] as const
    expect(kinds.filter((kind) => (counts.get(kind)?.open ?? 0) < 100 || (counts.get(kind)?.shut ?? 0) < 100)).toEqual([])
  }, 240_000)
})

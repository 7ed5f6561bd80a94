import { expectNoLeaks } from '@liaison/sdk/testing'
import { describe, expect, it } from 'vitest'

describe.each(['sqlite', 'postgresql'] as const)('the doors of the core on %s', (database) => {
  it('show nobody what is not for him', async () => {
    const { cells, counts } = await expectNoLeaks({ plugins: [], samples: [], of: 'all', database })
    expect(cells).toBeGreaterThan(5_000)
    // a door that hardly ever opens, or hardly ever stays shut, proves nothing
    for (const kind of ['function', 'item', 'list', 'search', 'filter', 'topic'] as const) {
      expect(counts.get(kind)?.open, kind).toBeGreaterThan(100)
      expect(counts.get(kind)?.shut, kind).toBeGreaterThan(100)
    }
  }, 240_000)
})

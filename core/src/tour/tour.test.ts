import { endTour, readTour } from '@liaison/sdk/platform'
import { aHost, type TestHost } from '@liaison/sdk/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const now = '2026-12-01T08:00:00.000Z'

describe.each(['sqlite', 'postgresql'] as const)('the tour on %s', (database) => {
  let host: TestHost
  beforeAll(async () => {
    host = await aHost([], { database, now })
  })
  afterAll(() => host.stop())

  it('is remembered as ended, for the person, from the first time on', async () => {
    const [newcomer, other] = [await host.person(), await host.person()]
    expect(await newcomer.does(readTour)).toEqual({ endedAt: null })
    expect(await newcomer.does(endTour)).toEqual({ endedAt: now })
    host.clock.advance(60_000)
    expect(await newcomer.does(endTour)).toEqual({ endedAt: now })
    expect(await newcomer.does(readTour)).toEqual({ endedAt: now })
    expect(await other.does(readTour)).toEqual({ endedAt: null })
  })

  it('ends once when two devices end it at the same moment', async () => {
    const newcomer = await host.person()
    const ended = await Promise.all([newcomer.does(endTour), newcomer.does(endTour), newcomer.does(endTour)])
    expect(new Set(ended.map(({ endedAt }) => endedAt)).size).toBe(1)
  })
})

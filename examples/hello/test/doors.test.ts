import im from '@liaison/plugin-im'
import { aHost, type TestHost, walkDoors } from '@liaison/sdk/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import kudos from '../src/plugin.ts'

describe('every door of the wall and of the conversations', () => {
  let host: TestHost
  beforeAll(async () => {
    host = await aHost([im, kudos])
  })
  afterAll(() => host.stop())

  it('lets in exactly whom the presets let in', async () => {
    const { wrong, refused } = await walkDoors(host, [im, kudos])
    expect(wrong).toEqual([])
    expect(refused).toBeGreaterThan(20)
  }, 60_000)
})

import { beforeEach, describe, expect, it } from 'vitest'
import type { Database, WriteUnit } from '../data/database.ts'
import { SignalListeners } from '../data/signals.ts'
import { type Access, nobody } from './access.ts'
import { type AccessCache, createAccessCache } from './access-cache.ts'

/** The part of the database that a cache hears, with signals in the test's hand. */
const logger = { info: () => {}, warn: () => {}, error: () => {} }
let signals: SignalListeners
let now: Date
let arrive: boolean
let loads: string[]
let cache: AccessCache
let pending: { personId: string; answer(version: string, more?: Partial<Access>): void }[]

beforeEach(() => {
  signals = new SignalListeners(logger)
  arrive = true
  now = new Date('2026-11-24T08:00:00Z')
  loads = []
  pending = []
  const db = {
    onSignal: (channel: string, listener: (message: string | undefined) => void) => signals.on(channel, listener),
    get signalsArrive() {
      return arrive
    },
  } as unknown as Database
  const load = (personId: string): Promise<Access | undefined> => {
    loads.push(personId)
    const { promise, resolve } = Promise.withResolvers<Access | undefined>()
    pending.push({ personId, answer: (version, more) => resolve({ ...nobody, personId, subjects: [version], ...more }) })
    return promise
  }
  cache = createAccessCache({ db, load, now: () => now, limit: 2 })
})
const answer = (version: string): void => pending.shift()?.answer(version)
const known = async (personId: string, version: string): Promise<void> => {
  const got = cache.get(personId)
  answer(version)
  await got
}

describe('compiled people', () => {
  it('are compiled once, also when many ask at the same time', async () => {
    const asked = [cache.get('lin'), cache.get('lin')]
    answer('1')
    for (const one of asked) await one
    expect(cache.get('lin')).toMatchObject({ personId: 'lin' })
    expect(loads).toEqual(['lin'])
  })

  it('are dropped by a change of theirs, and by a change of everybody', async () => {
    await known('lin', '1')
    await known('wang', '1')
    signals.tell('access', 'lin')
    expect([cache.peek('lin'), cache.peek('wang')?.personId]).toEqual([undefined, 'wang'])
    signals.tell('access', '*')
    expect(cache.peek('wang')).toBeUndefined()
  })

  it('are dropped when signals may have been lost', async () => {
    await known('lin', '1')
    signals.tellLost()
    expect(cache.peek('lin')).toBeUndefined()
  })

  it('are compiled anew from the instant at which something of theirs begins or ends', async () => {
    const until = now.getTime() + 1_000
    const got = cache.get('lin')
    pending.shift()?.answer('1', { until })
    await got
    expect(cache.get('lin')).toMatchObject({ subjects: ['1'] })
    now = new Date(until)
    expect(cache.peek('lin')).toBeUndefined()
    void cache.get('lin')
    expect(loads).toEqual(['lin', 'lin'])
  })

  it('are not kept while signals do not arrive', async () => {
    arrive = false
    await known('lin', '1')
    expect(cache.peek('lin')).toBeUndefined()
  })

  it('are compiled again when a change overtook the compilation', async () => {
    const got = cache.get('lin')
    signals.tell('access', 'lin')
    answer('old')
    await Promise.resolve()
    await Promise.resolve()
    answer('new')
    expect(await got).toMatchObject({ subjects: ['new'] })
    expect(cache.peek('lin')).toMatchObject({ subjects: ['new'] })
  })

  it('are gone for whoever made the change before the signal has come round', async () => {
    await known('lin', '1')
    const committed: (() => void)[] = []
    const sent: string[] = []
    const unit = {
      signal: (channel: string, message: string) => sent.push(`${channel} ${message}`),
      afterCommit: (job: () => void) => committed.push(job),
    } as unknown as WriteUnit
    cache.changed(unit, 'lin')
    expect(cache.peek('lin')).toBeDefined()
    for (const job of committed) job()
    expect(cache.peek('lin')).toBeUndefined()
    expect(sent).toEqual(['access lin'])
  })

  it('are at most as many as agreed', async () => {
    for (const personId of ['a', 'b', 'c']) await known(personId, '1')
    expect(cache.size).toBe(2)
  })

  it('tell listeners whose rights may have changed', () => {
    const heard: (string | undefined)[] = []
    cache.onChange((personId) => heard.push(personId))
    signals.tell('access', 'lin')
    signals.tell('access', '*')
    expect(heard).toEqual(['lin', undefined])
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import type { Database, WriteUnit } from '../data/database.ts'
import { SignalListeners } from '../data/signals.ts'
import { UnitWork } from '../http/unit-work.ts'
import { SharedMemory } from './shared-memory.ts'

/** Words that every process knows, over a database whose signals and readings are in the test's hand. */
type Change = { readonly word: string } | { readonly words: 'many' }
const logger = { info: () => {}, warn: () => {}, error: () => {} }
let signals: SignalListeners
let readings: { answer(words: readonly string[]): void }[]
let sent: string[]
const failed = (error: unknown): never => expect.fail(String(error))

function aMemory() {
  const words = new Set<string>()
  const db = {
    onSignal: (channel: string, hear: (message: string | undefined) => void) => signals.on(channel, hear),
  } as unknown as Database
  const read = async () => {
    const { promise, resolve } = Promise.withResolvers<readonly string[]>()
    readings.push({ answer: resolve })
    const stored = await promise
    return () => {
      words.clear()
      for (const word of stored) words.add(word)
    }
  }
  const shared = new SharedMemory<Change>(db, 'words', {
    read,
    hear: (change) => {
      if ('words' in change) return read
      words.add(change.word)
      return undefined
    },
  })
  /** As a unit of work that commits at once */
  const say = (change: Change): void => {
    const unit = {
      signal: (_channel: string, message: string) => sent.push(message),
      afterCommit: (job: () => void) => job(),
    } as unknown as WriteUnit
    const work = Object.assign(Object.create(UnitWork.prototype) as UnitWork, { facts: { unit } })
    shared.announce(work, change, () => 'word' in change && words.add(change.word))
  }
  const started = async (): Promise<void> => {
    const start = shared.start(failed)
    readings.shift()!.answer([])
    await start
  }
  return { shared, words, say, started }
}
const tell = (message: string | undefined): void => signals.tell('words', message)

beforeEach(() => {
  signals = new SignalListeners(logger)
  readings = []
  sent = []
})

describe('what a room holds in memory', () => {
  it('is changed on every process, on the own one at once', async () => {
    const [here, there] = [aMemory(), aMemory()]
    await here.started()
    await there.started()
    here.say({ word: '合同' })
    expect([...here.words]).toEqual(['合同'])
    tell(sent[0])
    await expect.poll(() => [...there.words]).toEqual(['合同'])
  })

  it('does not go back when its own change is heard late', async () => {
    const { words, say, started } = aMemory()
    await started()
    say({ word: '报价' })
    words.delete('报价')
    tell(sent[0])
    await Promise.resolve()
    expect(words.size).toBe(0)
    expect(readings).toEqual([])
  })

  it('is read again where a change says too little, and where signals were lost', async () => {
    const { words, started } = aMemory()
    await started()
    tell(JSON.stringify({ by: 'another', change: { words: 'many' } }))
    await expect.poll(() => readings.length).toBe(1)
    readings.shift()!.answer(['订单'])
    await expect.poll(() => [...words]).toEqual(['订单'])
    tell(undefined)
    await expect.poll(() => readings.length).toBe(1)
    readings.shift()!.answer(['发票'])
    await expect.poll(() => [...words]).toEqual(['发票'])
  })

  it('is read once more when a change of its own overtook the reading', async () => {
    const { shared, words, say } = aMemory()
    const start = shared.start(failed)
    say({ word: '交期' })
    readings.shift()!.answer([])
    await expect.poll(() => readings.length).toBe(1)
    expect([...words]).toEqual(['交期'])
    readings.shift()!.answer(['交期'])
    await start
    expect([...words]).toEqual(['交期'])
  })

  it('is no more changed by others once it stopped following', async () => {
    const { shared, words } = aMemory()
    const start = shared.start(failed)
    readings.shift()!.answer([])
    const stop = await start
    stop()
    tell(JSON.stringify({ by: 'another', change: { word: '样品' } }))
    await Promise.resolve()
    expect(words.size).toBe(0)
  })
})

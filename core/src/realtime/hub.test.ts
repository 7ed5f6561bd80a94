import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Hub } from './hub.ts'
import type { Outlet } from './outlet.ts'

let now = 0
let hub: Hub

/** A socket that takes a while to be written to, and remembers the texts it was sent. */
function listener(writing = 0): { outlet: Outlet; heard: string[] } {
  const heard: string[] = []
  const write = (...buffers: Buffer[]): boolean => {
    now += writing
    // the header of a short text frame is two bytes
    for (const frames of buffers)
      for (let at = 0; at < frames.length; at += 2 + frames[at + 1]!) heard.push(frames.toString('utf8', at + 2, at + 2 + frames[at + 1]!))
    return true
  }
  return { heard, outlet: { write, writeAll: (all: Buffer[]) => write(...all) } as unknown as Outlet }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate'] })
  now = 100
  hub = new Hub(() => now)
})
afterEach(() => void vi.useRealTimers())

it('writes answers and events of a burst together, the answers first', () => {
  const { outlet, heard } = listener()
  hub.join(hub.topic('t'), outlet)
  hub.publish(hub.topic('t'), 'event')
  hub.answer(outlet, 'answer')
  hub.flush()
  expect(heard).toEqual(['answer', 'event'])
  expect(hub.counted).toMatchObject({ events: 1, writes: 1 })
})

it('gathers events after a delivery that took long, and answers at once', () => {
  const { outlet, heard } = listener(1)
  hub.join(hub.topic('t'), outlet)
  const say = (text: string): void => {
    hub.publish(hub.topic('t'), text)
    hub.flush()
  }
  say('first')
  say('second')
  hub.answer(outlet, 'answer')
  say('third')
  expect(heard).toEqual(['first', 'answer'])
  vi.advanceTimersByTime(4)
  expect(heard).toEqual(['first', 'answer', 'second', 'third'])
  expect(hub.counted.writes).toBe(3)
})

it('waits 4 ms at most, and not at all where delivering costs nothing', () => {
  const slow = listener(50)
  hub.join(hub.topic('large'), slow.outlet)
  hub.publish(hub.topic('large'), 'first')
  hub.flush()
  hub.publish(hub.topic('large'), 'second')
  hub.flush()
  vi.advanceTimersByTime(4)
  expect(slow.heard).toEqual(['first', 'second'])

  hub = new Hub(() => now)
  const quick = listener()
  hub.join(hub.topic('small'), quick.outlet)
  for (const text of ['first', 'second']) {
    hub.publish(hub.topic('small'), text)
    hub.flush()
  }
  expect(quick.heard).toEqual(['first', 'second'])
})

it('delivers what is due while the disk is waited for, and only that', () => {
  const { outlet, heard } = listener(1)
  hub.join(hub.topic('t'), outlet)
  for (const text of ['first', 'second']) {
    hub.publish(hub.topic('t'), text)
    hub.flush()
  }
  expect(hub.whileSyncing()).toBeUndefined()
  now += 3
  hub.whileSyncing()?.()
  expect(heard).toEqual(['first', 'second'])
  expect(hub.whileSyncing()).toBeUndefined()
})

it('tells whoever joins nothing of what was said before, and the others all of it', () => {
  const before = listener(1)
  const after = listener()
  hub.join(hub.topic('t'), before.outlet)
  for (const text of ['first', 'second']) {
    hub.publish(hub.topic('t'), text)
    hub.flush()
  }
  hub.join(hub.topic('t'), after.outlet)
  expect(before.heard).toEqual(['first', 'second'])
  vi.advanceTimersByTime(10)
  expect(after.heard).toEqual([])
})

it('tells whoever left nothing that was still waiting', () => {
  const { outlet, heard } = listener(1)
  const topic = hub.topic('t')
  hub.join(topic, outlet)
  for (const text of ['first', 'second']) {
    hub.publish(topic, text)
    hub.flush()
  }
  hub.leave(topic, outlet)
  vi.advanceTimersByTime(10)
  expect(heard).toEqual(['first'])
})

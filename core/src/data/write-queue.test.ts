import { describe, expect, it } from 'vitest'
import { WriteQueue } from './write-queue.ts'

/** A performer that keeps its bursts. */
function aPerformer(perform: (items: readonly string[]) => void | Promise<void> = () => {}) {
  const bursts: (readonly string[])[] = []
  const failures: unknown[] = []
  const told: string[] = []
  const queue = new WriteQueue<string>({
    perform(items) {
      bursts.push(items)
      const tell = (): void => void told.push(...items)
      const waits = perform(items)
      return waits ? waits.then(() => tell) : tell
    },
    sync: (tell) => tell(),
    failed: (error) => failures.push(error),
  })
  return { queue, bursts, failures, told }
}

describe('the queue of the one writer', () => {
  it('takes all that waits in one burst, in the order it came', async () => {
    const { queue, bursts, told } = aPerformer()
    for (const item of ['a', 'b', 'c']) queue.add(item)
    await queue.idle()
    expect(bursts).toEqual([['a', 'b', 'c']])
    expect(told).toEqual(['a', 'b', 'c'])
  })

  it('performs one burst at a time; what comes meanwhile is the next one', async () => {
    let release: () => void = () => {}
    const { queue, bursts } = aPerformer((items) =>
      items.includes('slow') ? new Promise<void>((resolve) => (release = resolve)) : undefined,
    )
    queue.add('slow')
    while (bursts.length === 0) await new Promise(setImmediate)
    queue.add('a')
    queue.add('b')
    await new Promise(setImmediate)
    expect(bursts).toEqual([['slow']])
    release()
    await queue.idle()
    expect(bursts).toEqual([['slow'], ['a', 'b']])
  })

  it('goes on after a burst that failed', async () => {
    const { queue, failures, told } = aPerformer((items) => {
      if (items.includes('bad')) throw new Error('a bad burst')
    })
    queue.add('bad')
    await queue.idle()
    queue.add('good')
    await queue.idle()
    expect(failures).toMatchObject([{ message: 'a bad burst' }])
    expect(told).toEqual(['good'])
  })

  it('keeps a burst short enough for the loop', async () => {
    const { queue, bursts } = aPerformer()
    for (let index = 0; index < 1500; index += 1) queue.add(String(index))
    await queue.idle()
    expect(bursts.map((burst) => burst.length)).toEqual([1000, 500])
  })
})

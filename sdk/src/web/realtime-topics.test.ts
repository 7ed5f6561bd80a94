import { describe, expect, it } from 'vitest'
import { notFound } from '../contract/problem.ts'
import { RealtimeTopics } from './realtime-topics.ts'

const started = () => {
  const sent: object[] = []
  const topics = new RealtimeTopics((frame) => {
    sent.push(frame)
    return true
  })
  return { topics, sent }
}
const listening = () => {
  const heard: unknown[] = []
  return {
    heard,
    listener: {
      event: ({ seq, name }: { seq?: number; name: string }) => heard.push(seq ?? name),
      refetch: (seq: number) => heard.push(`refetch ${seq}`),
      subscribed: (seq: number) => heard.push(`from ${seq}`),
      refused: () => heard.push('refused'),
    },
  }
}
const event = (seq?: number) => ({ name: 'passing', data: null, ...(seq !== undefined && { seq }) })
/** What is asked in one turn is sent at its end. */
const turn = () => Promise.resolve()

describe('following topics', () => {
  it('asks for all topics of a turn in one frame', async () => {
    const { topics, sent } = started()
    topics.follow('a:1', listening().listener)
    topics.follow('b:2', listening().listener, 7)
    topics.follow('a:1', listening().listener)
    await turn()
    expect(sent).toEqual([{ type: 'subscribe', id: 's0', topics: [['a:1'], ['b:2', 7]] }])
  })

  it('splits very many topics into several frames', async () => {
    const { topics, sent } = started()
    for (let index = 0; index < 900; index++) topics.follow(`a:${index}`, listening().listener)
    await turn()
    expect(sent.map((frame) => (frame as { topics: unknown[] }).topics.length)).toEqual([400, 400, 100])
  })

  it('closes a gap by subscribing again from the last that came', async () => {
    const { topics, sent } = started()
    const { heard, listener } = listening()
    topics.follow('a:1', listener)
    await turn()
    topics.subscribed('a:1', 3)
    topics.event('a:1', event(4))
    topics.event('a:1', event(6))
    topics.event('a:1', event(7))
    await turn()
    expect(sent.at(-1)).toEqual({ type: 'subscribe', id: 's1', topics: [['a:1', 4]] })
    topics.subscribed('a:1', 7)
    for (const seq of [5, 6, 7, 8]) topics.event('a:1', event(seq))
    expect(heard).toEqual(['from 3', 4, 'from 7', 5, 6, 7, 8])
  })

  it('tells nothing twice that comes twice', async () => {
    const { topics } = started()
    const { heard, listener } = listening()
    topics.follow('a:1', listener, 0)
    await turn()
    topics.subscribed('a:1', 2)
    for (const seq of [1, 2, 2, 1, 3]) topics.event('a:1', event(seq))
    expect(heard).toEqual(['from 2', 1, 2, 3])
  })

  it('tells what passes to everybody, at any time', async () => {
    const { topics } = started()
    const { heard, listener } = listening()
    topics.follow('a:1', listener)
    topics.event('a:1', event())
    expect(heard).toEqual(['passing'])
  })

  it('counts on after a refetch', async () => {
    const { topics } = started()
    const { heard, listener } = listening()
    topics.follow('a:1', listener, 1)
    await turn()
    topics.subscribed('a:1', 900)
    topics.refetch('a:1', 900)
    topics.event('a:1', event(901))
    expect(heard).toEqual(['from 900', 'refetch 900', 901])
  })

  it('leaves a topic with its last listener', async () => {
    const { topics, sent } = started()
    const [one, two] = [topics.follow('a:1', listening().listener), topics.follow('a:1', listening().listener)]
    await turn()
    one()
    one()
    expect(sent).toHaveLength(1)
    two()
    expect(sent.at(-1)).toEqual({ type: 'unsubscribe', topic: 'a:1' })
  })

  it('tries a refused topic again with the next connection', async () => {
    const { topics, sent } = started()
    const { heard, listener } = listening()
    topics.follow('a:1', listener)
    await turn()
    topics.refused('a:1', notFound())
    topics.disconnected()
    topics.connected()
    expect(heard).toEqual(['refused'])
    expect(sent).toHaveLength(2)
  })
})

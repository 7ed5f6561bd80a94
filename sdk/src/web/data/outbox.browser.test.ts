import { type Static, Type } from 'typebox'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { operation } from '../../contract/operation.ts'
import { conflict } from '../../contract/problem.ts'
import { consentNeeded, passwordChangeNeeded, secondFactorSetUpNeeded } from '../../contract/sign-in-problems.ts'
import { TestServer } from '../testing/index.ts'
import { ApiClient } from './api-client.ts'
import { Outbox, type OutboxOutcome } from './outbox.ts'

const Message = Type.Object({ text: Type.String() })
const send = operation({
  id: 'example.send',
  method: 'POST',
  path: '/example/messages',
  access: 'signed-in',
  body: Message,
  reply: Message,
  status: 201,
})

let server: TestServer
let stored: Static<typeof Message>[]
let boxes: Outbox[]
let account = 0

const aBox = () => {
  const box = new Outbox(new ApiClient({ fetch: server.fetch }), `account-${account}`)
  boxes.push(box)
  return box
}
const outcomesOf = (box: Outbox): OutboxOutcome[] => {
  const outcomes: OutboxOutcome[] = []
  box.subscribe((outcome) => outcomes.push(outcome))
  return outcomes
}

beforeEach(() => {
  account++
  stored = []
  boxes = []
  server = new TestServer().on(send, ({ body }) => {
    stored.push(body)
    return body
  })
})
afterEach(async () => {
  for (const box of boxes) box.stop()
  await boxes.at(-1)?.clear()
})

describe('the outbox', () => {
  it('sends the calls of a lane in order and tells what was answered', async () => {
    const box = aBox()
    const outcomes = outcomesOf(box)
    box.start()
    await box.add('one', send, { body: { text: '一' } })
    await box.add('one', send, { body: { text: '二' } })
    await expect.poll(() => outcomes.length).toBe(2)
    expect(stored.map(({ text }) => text)).toEqual(['一', '二'])
    expect(outcomes[0]).toMatchObject({ reply: { text: '一' } })
    expect(await box.waiting()).toEqual([])
  })

  it('keeps calls while the line is cut, through a reload, and sends each once when it is back', async () => {
    server.reachable(false)
    const before = aBox()
    before.start()
    await before.add('one', send, { body: { text: '离线写的' } })
    await before.add('one', send, { body: { text: '第二条' } })
    before.stop()

    server.reachable(true)
    const after = aBox()
    const outcomes = outcomesOf(after)
    expect((await after.waiting('one')).length).toBe(2)
    after.start()
    await expect.poll(() => outcomes.length).toBe(2)
    expect(stored.map(({ text }) => text)).toEqual(['离线写的', '第二条'])
  })

  it('drops what the server refuses for good, and says why', async () => {
    server.on(send, () => {
      throw conflict()
    })
    const box = aBox()
    const outcomes = outcomesOf(box)
    box.start()
    await box.add('one', send, { body: { text: '重复' } })
    await expect.poll(() => outcomes.length).toBe(1)
    expect(outcomes[0]).toMatchObject({ problem: { type: 'conflict', status: 409 } })
    expect(await box.waiting()).toEqual([])
  })

  it('keeps what has to wait until the person has agreed, chosen a password or set up a second factor', async () => {
    for (const first of [consentNeeded, passwordChangeNeeded, secondFactorSetUpNeeded]) {
      stored = []
      let asked = 0
      server.on(send, () => {
        asked++
        throw first()
      })
      const before = aBox()
      const refused = outcomesOf(before)
      before.start()
      await before.add('one', send, { body: { text: '待同意后发送' } })
      await expect.poll(() => asked).toBeGreaterThan(0)
      before.stop()

      server.on(send, ({ body }) => {
        stored.push(body)
        return body
      })
      const after = aBox()
      after.start()
      await expect.poll(() => stored).toEqual([{ text: '待同意后发送' }])
      await expect.poll(() => after.waiting()).toEqual([])
      expect(refused).toEqual([])
      after.stop()
    }
  })

  it('takes back what has not been sent', async () => {
    const box = aBox()
    await box.add('one', send, { body: { text: '不发了' } }, 'mine')
    await box.withdraw('mine')
    expect(await box.waiting()).toEqual([])
  })

  it('lets one tab send and all hear of it', async () => {
    const first = aBox()
    const second = aBox()
    const [heardByFirst, heardBySecond] = [outcomesOf(first), outcomesOf(second)]
    first.start()
    second.start()
    await second.add('one', send, { body: { text: '第二个标签页' } })
    await expect.poll(() => [heardByFirst.length, heardBySecond.length]).toEqual([1, 1])
    expect(stored.length).toBe(1)
  })
})

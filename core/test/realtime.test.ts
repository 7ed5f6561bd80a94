import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../src/data/database.ts'
import { issueTicket } from '../src/realtime/contract.ts'
import { forEachDatabase, type TestDatabase } from './database.ts'
import { anInstallation, type Installation, type RealtimeHost, realtimeSetup, startRealtimeHost } from './realtime-host.ts'
import { broken, change, ping, say, wave, waved } from './realtime-sample.ts'
import { TestSocket } from './realtime-socket.ts'

forEachDatabase('realtime', (open, dialect) => {
  let database: TestDatabase
  let installation: Installation
  let host: RealtimeHost
  const sockets: TestSocket[] = []

  const connect = async (personId?: string, to: RealtimeHost = host, ...more: [object?, string[]?]): Promise<TestSocket> => {
    const socket = await TestSocket.open(to.address, personId, ...more)
    sockets.push(socket)
    return socket
  }
  const line = (text = '你好') => ({ clientId: host.newId(), text })
  const saying = (roomId: string, text?: string) => ({ params: { roomId }, body: line(text) })
  const topicOf = (roomId: string) => `talk.room:${roomId}`

  beforeAll(async () => {
    database = await open(realtimeSetup)
    installation = anInstallation()
    host = await startRealtimeHost(database.db, installation)
  })
  afterAll(async () => {
    for (const socket of sockets) socket.close()
    await host.stop()
  })

  describe('opening a socket', () => {
    it('is refused with 401 to whoever has not signed in', async () => {
      await expect(connect()).rejects.toThrow('401')
      await expect(connect('nobody')).rejects.toThrow('401')
    })

    it('takes a bearer token, and a cookie of our own pages only', async () => {
      const lin = host.person()
      const cookie = `other=1; liaison_session=${lin}`
      const own = host.address.replace('ws:', 'http:').replace('/api/realtime', '')
      await connect(lin)
      await connect(undefined, host, { headers: { cookie } })
      await connect(undefined, host, { headers: { cookie, origin: own } })
      await expect(connect(undefined, host, { headers: { cookie, origin: 'https://evil.example' } })).rejects.toThrow('403')
    })

    it('is refused with 404 at any other address, instead of waiting for ever', async () => {
      const elsewhere = host.address.replace('/api/realtime', '/api/elsewhere')
      await expect(TestSocket.open(elsewhere, host.person())).rejects.toThrow('404')
    })

    it('takes a ticket once', async () => {
      const lin = host.person()
      const socket = await connect(lin)
      const { body } = await socket.call(issueTicket)
      const { ticket } = body as { ticket: string }
      const embedded = await connect(undefined, host, {}, ['liaison.v1', `ticket.${ticket}`])
      expect(embedded.socket.protocol).toBe('liaison.v1')
      expect(await embedded.call(ping)).toMatchObject({ status: 200 })
      await expect(connect(undefined, host, {}, ['liaison.v1', `ticket.${ticket}`])).rejects.toThrow('401')
    })
  })

  describe('a call', () => {
    it('answers with status and body, as over HTTP', async () => {
      const lin = host.person()
      const room = await host.room(lin)
      const socket = await connect(lin)
      const input = saying(room)
      expect(await socket.call(say, input)).toMatchObject({ type: 'result', status: 201, body: { seq: 1, fresh: true } })
      expect(await socket.call(say, input)).toMatchObject({ type: 'result', body: { seq: 1, fresh: false } })
    })

    it('answers with the problem document', async () => {
      const lin = host.person()
      const room = await host.room()
      const socket = await connect(lin)
      expect(await socket.call(say, saying(room))).toMatchObject({
        type: 'problem',
        problem: { type: 'urn:liaison:problem:not-found', status: 404 },
      })
      expect(await socket.call({ id: 'talk.none' })).toMatchObject({
        problem: { type: 'urn:liaison:problem:module-not-enabled', status: 404 },
      })
      expect(await socket.call(say, { params: { roomId: room }, body: {} })).toMatchObject({ problem: { status: 400 } })
    })

    it('tells nothing of a bug but its trace id', async () => {
      const socket = await connect(host.person())
      const { problem } = await socket.call(broken)
      expect(problem).toMatchObject({ type: 'urn:liaison:problem:internal', status: 500, traceId: expect.any(String) })
      expect(JSON.stringify(problem)).not.toContain('a bug')
      expect(host.errors.splice(0)).toHaveLength(1)
    })

    it('keeps the order of appends, whatever a hook waits for', async () => {
      const lin = host.person()
      const room = await host.room(lin)
      const socket = await connect(lin)
      const texts = ['slowly one', 'two', 'three', 'slowly four', 'five']
      const answers = await Promise.all(texts.map((text) => socket.call(say, saying(room, text))))
      expect(answers.map(({ body }) => (body as { seq: number }).seq)).toEqual([1, 2, 3, 4, 5])
    })

    it('stands before its own event', async () => {
      const lin = host.person()
      const room = await host.room(lin)
      const socket = await connect(lin)
      await socket.subscribe(topicOf(room))
      await socket.call(say, saying(room))
      await socket.seq(topicOf(room), 1)
      expect(socket.frames.map(({ type }) => type)).toEqual(['subscribed', 'result', 'event'])
    })
  })

  describe('a frame that is not in the protocol', () => {
    it.each([
      ['no JSON', 'hello', ''],
      ['a list', '[]', ''],
      ['an unknown type', '{"type":"shout"}', '/type'],
      ['an unknown member', '{"type":"ping","loud":true}', '/loud'],
      ['a call without id', '{"type":"call","operation":"talk.ping"}', '/id'],
      ['topics that are none', '{"type":"subscribe","id":"x","topics":[[1]]}', '/topics/0'],
    ])('is answered with its place: %s', async (_what, text, pointer) => {
      const socket = await connect(host.person())
      socket.socket.send(text)
      expect(await socket.heard(({ type }) => type === 'problem')).toMatchObject({ problem: { status: 400, errors: [{ pointer }] } })
      await socket.settled()
    })

    it('closes the socket when it is too long or binary', async () => {
      const long = await connect(host.person())
      long.socket.send('x'.repeat(65 * 1024))
      expect(await long.closed).toBe(1009)
      const binary = await connect(host.person())
      binary.socket.send(Buffer.from([1, 2]))
      expect(await binary.closed).toBe(1003)
    })
  })

  describe('subscribing', () => {
    it('tells the newest seq, then what follows, each once and in order', async () => {
      const [lin, zhao] = [host.person(), host.person()]
      const room = await host.room(lin, zhao)
      const [writer, reader] = [await connect(lin), await connect(zhao)]
      await writer.call(say, saying(room))
      expect(await reader.subscribe(topicOf(room))).toMatchObject({ type: 'subscribed', seq: 1 })
      await Promise.all(Array.from({ length: 20 }, () => writer.call(say, saying(room))))
      await reader.seq(topicOf(room), 21)
      expect(reader.seqs(topicOf(room))).toEqual(Array.from({ length: 20 }, (_, index) => index + 2))
      expect(reader.events()[0]).toMatchObject({ name: 'talk.said', data: { authorId: lin, text: '你好' } })
    })

    it('replays what followed `after`, before anything new', async () => {
      const lin = host.person()
      const room = await host.room(lin)
      const socket = await connect(lin)
      for (let count = 0; count < 5; count++) await socket.call(say, saying(room))
      expect(await socket.subscribe(topicOf(room), 2)).toMatchObject({ seq: 5 })
      await socket.call(say, saying(room))
      await socket.seq(topicOf(room), 6)
      expect(socket.seqs(topicOf(room))).toEqual([3, 4, 5, 6])
    })

    it('leaves no gap and tells nothing twice while others write', async () => {
      const [lin, zhao] = [host.person(), host.person()]
      const room = await host.room(lin, zhao)
      const writer = await connect(lin)
      const writing = (async () => {
        for (let count = 0; count < 30; count++) await Promise.all(Array.from({ length: 10 }, () => writer.call(say, saying(room))))
      })()
      const readers = await Promise.all(Array.from({ length: 8 }, () => connect(zhao)))
      for (const reader of readers) await reader.subscribe(topicOf(room), 0)
      await writing
      for (const reader of readers) {
        await reader.seq(topicOf(room), 300)
        expect(reader.seqs(topicOf(room))).toEqual(Array.from({ length: 300 }, (_, index) => index + 1))
      }
    })

    it('answers `refetch` when too much was missed, or more than there is', async () => {
      const lin = host.person()
      const room = await host.room(lin)
      const socket = await connect(lin)
      for (let count = 0; count < 51; count++) await Promise.all(Array.from({ length: 10 }, () => socket.call(say, saying(room))))
      await socket.subscribe(topicOf(room), 5)
      expect(await socket.heard(({ type }) => type === 'refetch')).toEqual({ type: 'refetch', topic: topicOf(room), seq: 510 })
      await socket.call(say, saying(room))
      await socket.seq(topicOf(room), 511)
      expect(socket.seqs(topicOf(room))).toEqual([511])

      const other = await connect(lin)
      await other.subscribe(topicOf(room), 100_000)
      expect(await other.heard(({ type }) => type === 'refetch')).toMatchObject({ seq: 511 })
    })

    it.each([-1, 1.5, '7', null])('is refused with 400 when `after` is %j', async (after) => {
      const lin = host.person()
      const room = await host.room(lin)
      const socket = await connect(lin)
      expect(await socket.subscribe(topicOf(room), after)).toMatchObject({ type: 'problem', problem: { status: 400 } })
    })

    it('takes many topics in one frame and answers each', async () => {
      const lin = host.person()
      const [one, two] = [await host.room(lin), await host.room(lin)]
      const socket = await connect(lin)
      await socket.call(say, saying(one))
      socket.send({ type: 'subscribe', id: 'many', topics: [[topicOf(one), 0], [topicOf(two)]] })
      await socket.heard((frame) => frame.type === 'subscribed' && frame.topic === topicOf(two))
      expect(socket.seqs(topicOf(one))).toEqual([1])
    })

    it('ends with `unsubscribe`', async () => {
      const [lin, zhao] = [host.person(), host.person()]
      const room = await host.room(lin, zhao)
      const [writer, reader] = [await connect(lin), await connect(zhao)]
      await reader.subscribe(topicOf(room))
      reader.send({ type: 'unsubscribe', topic: topicOf(room) })
      await reader.settled()
      await writer.call(say, saying(room))
      await reader.settled()
      expect(reader.events()).toEqual([])
    })

    it('tells an edit with the present text, and the text of what was taken back no more', async () => {
      const lin = host.person()
      const room = await host.room(lin)
      const socket = await connect(lin)
      await socket.subscribe(topicOf(room))
      const said = await socket.call(say, saying(room, '秘密'))
      const { id: lineId } = said.body as { id: string }
      await socket.call(change, { params: { roomId: room, lineId }, body: { text: '改了' } })
      expect(await socket.seq(topicOf(room), 2)).toMatchObject({ name: 'talk.changed', data: { id: lineId, text: '改了' } })
      await socket.call(change, { params: { roomId: room, lineId }, body: { text: null } })
      await socket.call(say, saying(room))
      await socket.seq(topicOf(room), 4)
      expect(socket.seqs(topicOf(room))).toEqual([1, 2, 3, 4])

      const late = await connect(lin)
      await late.subscribe(topicOf(room), 0)
      await late.seq(topicOf(room), 4)
      expect(JSON.stringify(late.frames)).not.toMatch(/秘密|改了/)
    })

    it('carries passing events without seq to those who are there', async () => {
      const [lin, zhao] = [host.person(), host.person()]
      const room = await host.room(lin, zhao)
      const [writer, reader] = [await connect(lin), await connect(zhao)]
      await reader.subscribe(topicOf(room))
      await writer.call(wave, { params: { roomId: room }, body: { words: '在吗' } })
      const event = await reader.heard(({ type }) => type === 'event')
      expect(event).toEqual({ type: 'event', topic: topicOf(room), name: 'talk.waved', data: { personId: lin, words: '在吗' } })
    })
  })

  describe('what may not be seen', () => {
    it('is 404 as a topic, like what does not exist', async () => {
      const [lin, stranger] = [host.person(), host.person('own')]
      const room = await host.room(lin)
      const socket = await connect(stranger)
      const refusals = []
      for (const topic of [
        topicOf(room),
        topicOf(host.newId()),
        'talk.none:1',
        'nonsense',
        `talk.note:${await host.note(lin)}`,
        `person:${lin}`,
      ]) {
        const { problem } = await socket.subscribe(topic)
        const { traceId: _traceId, ...rest } = problem as Record<string, unknown>
        refusals.push(rest)
      }
      expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1)
      expect(refusals[0]).toMatchObject({ status: 404 })
    })

    it('ends at once when the membership ends', async () => {
      const [lin, zhao] = [host.person(), host.person()]
      const room = await host.room(lin, zhao)
      const [writer, reader] = [await connect(lin), await connect(zhao)]
      await reader.subscribe(topicOf(room))
      await host.leave(room, zhao)
      expect(await reader.heard(({ type }) => type === 'problem')).toMatchObject({
        id: null,
        topic: topicOf(room),
        problem: { status: 404 },
      })
      await writer.call(say, saying(room))
      await reader.settled()
      expect(reader.events()).toEqual([])
    })

    it('ends when the permission is withdrawn, and calls are refused', async () => {
      const lin = host.person()
      const room = await host.room(lin)
      const socket = await connect(lin)
      await socket.subscribe(topicOf(room))
      await host.setRights(lin, 'none')
      expect(await socket.heard(({ type }) => type === 'problem')).toMatchObject({ topic: topicOf(room) })
      expect(await socket.call(say, saying(room))).toMatchObject({ problem: { status: 403 } })
    })

    it('ends within a second or two when the row is given away', async () => {
      const [lin, zhao] = [host.person('own'), host.person('own')]
      const note = await host.note(lin)
      const socket = await connect(lin)
      expect(await socket.subscribe(`talk.note:${note}`)).toMatchObject({ type: 'subscribed', seq: 0 })
      await host.giveNote(note, zhao)
      expect(await socket.heard(({ type }) => type === 'problem')).toMatchObject({ topic: `talk.note:${note}` })
    })

    it('takes the whole socket when the session ends or the person is disabled', async () => {
      const [lin, zhao] = [host.person(), host.person()]
      const [first, second, third] = [await connect(lin), await connect(zhao), await connect(host.person())]
      installation.ended.add(lin)
      host.realtime.disconnect({ sessionId: lin })
      expect(await first.closed).toBe(4401)
      await host.setRights(zhao, undefined)
      expect(await second.closed).toBe(4401)
      await third.settled()
    })
  })

  describe('presence', () => {
    it('is told to inside people, and to outside people of the same project', async () => {
      const [lin, zhao] = [host.person(), host.person()]
      const [partner, stranger] = [host.person('own', { outside: true }), host.person('own', { outside: true })]
      installation.projects.set('l-1', new Set([lin, partner]))
      const [watching, outside, other] = [await connect(zhao), await connect(partner), await connect(stranger)]
      expect(await watching.subscribe(`presence:${lin}`)).toMatchObject({ type: 'subscribed' })
      expect(await outside.subscribe(`presence:${lin}`)).toMatchObject({ type: 'subscribed' })
      expect(await other.subscribe(`presence:${lin}`)).toMatchObject({ problem: { status: 404 } })
      const [one, two] = [await connect(lin), await connect(lin)]
      expect(await watching.heard(({ type }) => type === 'event')).toMatchObject({
        name: 'presence.changed',
        data: { personId: lin, online: true },
      })
      expect(host.realtime.isOnline(lin)).toBe(true)
      one.close()
      two.close()
      await outside.heard((frame) => frame.type === 'event' && (frame.data as { online: boolean }).online === false)
      expect(host.realtime.isOnline(lin)).toBe(false)
      expect(watching.events().map(({ data }) => (data as { online: boolean }).online)).toEqual([true, false])
    })
  })

  describe('a client that asks too much', () => {
    it('is told 429 and goes on later', async () => {
      const socket = await connect(host.person())
      for (let count = 0; count < 2_500; count++) socket.send({ type: 'ping' })
      expect(await socket.heard(({ type }) => type === 'problem')).toMatchObject({ problem: { status: 429 } })
      await expect.poll(() => socket.frames.filter(({ type }) => type === 'pong').length, { timeout: 5_000 }).toBeGreaterThan(2_400)
      // one refusal for all that came too early, the rest waits
      expect(socket.frames.filter(({ type }) => type === 'problem').length).toBeLessThan(10)
    })

    it('may not ask for more by more sockets, nor by many topics in one frame', async () => {
      const lin = host.person()
      const topics = Array.from({ length: 900 }, () => [topicOf(host.newId())])
      const sockets = await Promise.all(Array.from({ length: 8 }, () => connect(lin)))
      for (const socket of sockets) socket.send({ type: 'subscribe', id: 'all', topics })
      const refusals = async (socket: TestSocket): Promise<number> => {
        await socket.heard(({ type, id }) => type === 'problem' && id === 'all')
        return (await socket.heard(({ type }) => type === 'problem')).topic === undefined ? 1 : 0
      }
      const held = await Promise.all(sockets.map(refusals))
      expect(held.filter((count) => count > 0).length).toBeGreaterThan(0)
    })

    it('is dropped when it does not read, while others go on', async () => {
      const free = await startRealtimeHost(database.db, installation, { rateLimit: false })
      const [lin, zhao, lazy] = [free.person(), free.person(), free.person()]
      const room = await free.room(lin, zhao, lazy)
      const [writer, reader, stuck] = [await connect(lin, free), await connect(zhao, free), await connect(lazy, free)]
      await reader.subscribe(topicOf(room))
      await stuck.subscribe(topicOf(room))
      stuck.socket.pause()
      const text = '慢'.repeat(20_000)
      let sent = 0
      while (free.realtime.counted.dropped === 0) {
        await Promise.all(Array.from({ length: 8 }, () => writer.call(say, saying(room, text))))
        sent += 8
        expect(sent).toBeLessThan(1_000)
      }
      await reader.seq(topicOf(room), sent)
      expect(reader.seqs(topicOf(room))).toEqual(Array.from({ length: sent }, (_, index) => index + 1))
      await free.stop()
    })
  })

  describe('stopping', () => {
    it('finishes calls under way and says goodbye with 1012', async () => {
      const short = await startRealtimeHost(database.db, installation)
      const lin = short.person()
      const room = await short.room(lin)
      const socket = await connect(lin, short)
      const answer = socket.call(say, saying(room, 'slowly'))
      await socket.settled()
      await short.stop()
      expect(await answer).toMatchObject({ status: 201 })
      expect(await socket.closed).toBe(1012)
    })
  })

  // SQLite serves one process
  if (dialect === 'sqlite') return

  describe('two processes', () => {
    let second: Database
    let there: RealtimeHost

    beforeAll(async () => {
      second = await database.again()
      there = await startRealtimeHost(second, installation)
    })
    afterAll(() => there.stop())

    it('tell each other’s clients lasting and passing events', async () => {
      const [lin, zhao] = [host.person(), host.person()]
      const room = await host.room(lin, zhao)
      const [here, far] = [await connect(lin), await connect(zhao, there)]
      await here.subscribe(topicOf(room))
      await far.subscribe(topicOf(room))
      await Promise.all(Array.from({ length: 50 }, (_, index) => (index % 2 ? here : far).call(say, saying(room))))
      const all = Array.from({ length: 50 }, (_, index) => index + 1)
      for (const socket of [here, far]) {
        await socket.seq(topicOf(room), 50)
        expect(socket.seqs(topicOf(room))).toEqual(all)
      }
      await here.call(wave, { params: { roomId: room }, body: { words: '长'.repeat(9_000) } })
      expect(await far.heard(({ name }) => name === 'talk.waved')).toMatchObject({ data: { words: '长'.repeat(9_000) } })
    })

    it('tell each other what was published in the middle of a unit of work', async () => {
      const [lin, zhao] = [host.person(), host.person()]
      const room = await host.room(lin, zhao)
      const far = await connect(zhao, there)
      await far.subscribe(topicOf(room))
      await database.db.write(async () => host.realtime.publish(topicOf(room), waved, { personId: lin, words: '来了' }))
      expect(await far.heard(({ name }) => name === waved.name)).toMatchObject({ data: { words: '来了' } })
    })

    it('know who is connected to the other one', async () => {
      const [lin, zhao] = [host.person(), host.person()]
      const far = await connect(zhao, there)
      await far.subscribe(`presence:${lin}`)
      const here = await connect(lin)
      await far.heard((frame) => frame.name === 'presence.changed' && (frame.data as { online: boolean }).online)
      expect(there.realtime.isOnline(lin)).toBe(true)
      here.close()
      await far.heard((frame) => frame.name === 'presence.changed' && !(frame.data as { online: boolean }).online)
    })

    it('cut sockets of a session that ended on the other one, and take its tickets once', async () => {
      const lin = host.person()
      const [here, far] = [await connect(lin), await connect(lin, there)]
      const { body } = await here.call(issueTicket)
      const protocols = ['liaison.v1', `ticket.${(body as { ticket: string }).ticket}`]
      await connect(undefined, there, {}, protocols)
      await expect(connect(undefined, host, {}, protocols)).rejects.toThrow('401')
      installation.ended.add(lin)
      host.realtime.disconnect({ personId: lin })
      expect(await far.closed).toBe(4401)
    })
  })
})

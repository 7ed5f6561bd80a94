import { createApiToken } from '@liaison/sdk/platform'
import type { TestPerson, TestSocket } from '@liaison/sdk/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noteSaved, notes, remindOf } from '../src/roll-out/roll-out-sample.ts'
import { type CoreTestHost, startTestHost } from '../src/testing/start-test-host.ts'

describe.each(['sqlite', 'postgresql'] as const)('the socket of an API token on %s', (database) => {
  let host: CoreTestHost
  let lin: TestPerson
  const sockets: TestSocket[] = []
  beforeAll(async () => {
    host = await startTestHost([notes], { database })
    lin = await host.person({ name: '林知远', grants: { 'notes.read': 'all', 'people.read': 'all' } })
  })
  afterAll(async () => {
    for (const socket of sockets) await socket.close()
    await host.stop()
  })

  /** A socket that listens to what concerns its owner. */
  async function listening(...permissions: string[]): Promise<TestSocket> {
    const { token } = await lin.does(createApiToken, { body: { name: '机器人', ...(permissions.length > 0 && { permissions }) } })
    const socket = await host.socket({ headers: { authorization: `Bearer ${token}` } })
    sockets.push(socket)
    await socket.subscribe(`person:${lin.id}`)
    return socket
  }
  /** Names of the events that came so far. */
  async function heardBy(socket: TestSocket): Promise<unknown[]> {
    const names: unknown[] = []
    socket.send({ type: 'ping' })
    for (let frame = await socket.next(); frame['type'] !== 'pong'; frame = await socket.next()) names.push(frame['name'])
    return names
  }

  it('tells its owner’s affairs of the modules in which the token may do something, and of no others', async () => {
    const narrow = await listening('people.read')
    const ofNotes = await listening('notes.read')
    const whole = await listening()
    const own = await lin.socket()
    sockets.push(own)
    await own.subscribe(`person:${lin.id}`)
    await lin.does(remindOf, { params: { personId: lin.id } })
    expect(await own.next({ type: 'event' })).toMatchObject({ topic: `person:${lin.id}`, name: noteSaved.name })
    expect(await heardBy(ofNotes)).toEqual([noteSaved.name])
    expect(await heardBy(whole)).toEqual([noteSaved.name])
    expect(await heardBy(narrow)).toEqual([])
  })

  it('tells nothing of a module whose permission its owner has lost', async () => {
    const guest = await host.person({ grants: { 'people.read': 'all' } })
    const body = { name: '机器人', permissions: ['notes.read'] }
    const { token } = await guest.does(createApiToken, { body })
    const socket = await host.socket({ headers: { authorization: `Bearer ${token}` } })
    sockets.push(socket)
    await socket.subscribe(`person:${guest.id}`)
    const own = await guest.socket()
    sockets.push(own)
    await own.subscribe(`person:${guest.id}`)
    await lin.does(remindOf, { params: { personId: guest.id } })
    await own.next({ type: 'event' })
    expect(await heardBy(socket)).toEqual([])
  })
})

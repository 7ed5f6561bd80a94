import type { AnyLog, Topic } from '../../server/index.ts'
import type { TestSocket } from '../test-host.ts'
import type { Who } from './leak-cast.ts'
import type { StoredRow } from './leak-model.ts'
import type { TopicNote } from './leak-samples.ts'
import { judgeMentions } from './leak-shown.ts'
import { reaches } from './leak-verdict.ts'
import { leastInput } from './least-input.ts'
import { eachAtOnce, type Walked } from './walked.ts'

type Frame = Readonly<Record<string, unknown>>
/** Somebody with his socket; undefined for who may open none */
interface Listener {
  readonly who: Who
  readonly socket: TestSocket | undefined
}
interface About {
  readonly topic: Topic
  readonly table: string
  readonly note: TopicNote | undefined
  /** What is told again to who was away */
  readonly log: AnyLog | undefined
}

/** Topics that one frame asks for: a frame has a limit */
const mostAtOnce = 200

/**
 * Everybody tries to listen to every row by the topics that are about them, and to have told again what he missed; then
 * something happens to each of them.
 */
export async function tryTopic(
  walked: Walked,
  topic: Topic,
  { note, log }: { note: TopicNote | undefined; log: AnyLog | undefined },
): Promise<void> {
  const table = topic.entity?.table ?? note?.about
  if (table === undefined)
    return walked.report.complain(`the topic ${topic.name} decides by a rule of its own: say it in the testing entry (topics)`)
  const about = { topic, table, note, log }
  const listeners: Listener[] = []
  await eachAtOnce(walked.actors, async (who) => {
    const socket = await who.opens().catch(() => undefined)
    listeners.push({ who, socket })
    judgeAnswers(walked, about, who, socket === undefined ? [] : await asked(walked, about, socket))
  })
  await tryLive(walked, about, listeners)
  await Promise.all(listeners.flatMap(({ socket }) => socket?.close() ?? []))
}

/** @returns every answer, and what was told again */
async function asked({ model }: Walked, { topic, table }: About, socket: TestSocket): Promise<readonly Frame[]> {
  const frames: Frame[] = []
  const names = model.rows(table).map(({ id }) => [`${topic.name}:${id}`, 0])
  for (let at = 0; at < names.length; at += mostAtOnce) {
    const topics = names.slice(at, at + mostAtOnce)
    const id = `listen-${at}`
    socket.send({ type: 'subscribe', id, topics })
    for (let answers = 0; answers < topics.length;) {
      const frame = await socket.next()
      frames.push(frame)
      if (frame['id'] === id) answers += 1
    }
  }
  return [...frames, ...(await drained(socket))]
}

/** What came so far: the answer to a ping comes after it. */
async function drained(socket: TestSocket): Promise<readonly Frame[]> {
  const frames: Frame[] = []
  socket.send({ type: 'ping' })
  for (let frame = await socket.next(); frame['type'] !== 'pong'; frame = await socket.next()) frames.push(frame)
  return frames
}

function judgeAnswers(walked: Walked, about: About, who: Who, frames: readonly Frame[]): void {
  const { model, report, readOf } = walked
  const { topic, table, log } = about
  const open = new Set(frames.flatMap(({ type, topic: name }) => (type === 'subscribed' ? [name] : [])))
  const told = frames.filter(({ type }) => type === 'event')
  for (const row of model.rows(table)) {
    const name = `${topic.name}:${row.id}`
    const place = { who, door: `topic ${topic.name}`, about: `${table} ${row.id}` }
    const why = (): string => reasonOf(walked, about, who, row)
    report.cell('topic', place, { expected: heard(mayHear(walked, about, who, row)), found: heard(open.has(name)), why })
    if (log === undefined) continue
    const again = new Set(told.flatMap((frame) => (frame['topic'] === name ? [frame['seq']] : [])))
    for (const line of model.rows(log.table).filter((one) => one[log.log.stream] === row.id)) {
      const isDue = mayHear(walked, about, who, row) && reaches(model, who, readOf.get(log.table)!, [log.table, line])
      const replayed = { ...place, about: `${log.table} ${line.id}` }
      report.cell('replay', replayed, { expected: heard(isDue), found: heard(again.has(line['seq'])), why })
    }
  }
  judgeMentions(walked, { id: `topic ${topic.name}`, note: {} }, who, JSON.stringify(told.map(({ data }) => data)))
}

/** Something happens to every row: it is told to those who may listen, and to nobody else. */
async function tryLive(walked: Walked, about: About, listeners: readonly Listener[]): Promise<void> {
  const { model, report } = walked
  const { topic, table } = about
  if (topic.events.length === 0) return
  await Promise.all(model.rows(table).map((row) => happen(walked, about, row)))
  const first = await firstHeard(walked, about, listeners)
  await eachAtOnce(listeners, async ({ who, socket }) => {
    const frames = socket === undefined ? [] : [...(first.get(socket) ?? []), ...(await drained(socket))]
    const told = frames.filter(({ type }) => type === 'event')
    const names = new Set(told.map(({ topic: name }) => name))
    for (const row of model.rows(table)) {
      const place = { who, door: `topic ${topic.name}`, about: `${table} ${row.id}` }
      const expected = heard(mayHear(walked, about, who, row))
      const found = heard(names.has(`${topic.name}:${row.id}`))
      report.cell('live', place, { expected, found, why: () => reasonOf(walked, about, who, row) })
    }
    judgeMentions(walked, { id: `topic ${topic.name}`, note: {} }, who, JSON.stringify(told.map(({ data }) => data)))
  })
}

/**
 * Waits until somebody has heard of each row, by one of those who may: what is told leaves for all sockets of a topic at once, so
 * that whoever has not heard it by then will not.
 */
async function firstHeard(walked: Walked, about: About, listeners: readonly Listener[]): Promise<ReadonlyMap<TestSocket, Frame[]>> {
  const first = new Map<TestSocket, Frame[]>()
  const { topic, table } = about
  await Promise.all(
    walked.model.rows(table).map(async (row) => {
      const socket = listeners.find((one) => one.socket !== undefined && mayHear(walked, about, one.who, row))?.socket
      const frame = await socket?.next({ type: 'event', topic: `${topic.name}:${row.id}` }).catch(() => undefined)
      if (socket !== undefined && frame !== undefined) first.set(socket, [...(first.get(socket) ?? []), frame])
    }),
  )
  // nobody is awaited where nobody may hear: it leaves with the turn of the loop
  await new Promise((resolve) => setImmediate(resolve))
  return first
}

/** Another line of the log, like the last one; without a log an event that passes. */
async function happen({ host, model }: Walked, { topic, log }: About, { id }: StoredRow): Promise<void> {
  const last = log && model.rows(log.table).findLast((one) => one[log.log.stream] === id)
  if (log === undefined || last === undefined) {
    const event = topic.events[0]!
    return host.publish(`${topic.name}:${id}`, event, leastInput(event.schema))
  }
  const given = ['id', 'version', 'createdAt', 'updatedAt', 'seq', 'no']
  const line = Object.fromEntries(Object.entries(last).filter(([column]) => !given.includes(column)))
  return host.append(log.table, { ...line, [log.log.once[0]]: crypto.randomUUID() })
}

const heard = (isHeard: boolean): string => (isHeard ? 'heard' : 'silent')

function mayHear({ model, readOf }: Walked, { table, note }: About, who: Who, row: StoredRow): boolean {
  if (who.id === undefined) return false
  return note ? note.sees(row, who, model) : reaches(model, who, readOf.get(table)!, [table, row])
}

function reasonOf(walked: Walked, about: About, who: Who, row: StoredRow): string {
  const rule = about.note ? 'the testing entry' : walked.readOf.get(about.table)
  return `${rule} ${mayHear(walked, about, who, row) ? 'reaches' : 'does not reach'} it`
}

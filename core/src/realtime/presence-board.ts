import type { Bus } from './bus.ts'

/** Between two signs of life of a process, and how long the others believe in it without one, in ms */
const aliveEvery = 10_000
const believedFor = 35_000
/** People told at once */
const slice = 100

/**
 * Who has an open socket, on this process or another one. Who leaves counts as there for a moment: a page that is loaded
 * again does not flicker.
 */
export class PresenceBoard {
  readonly #here = new Map<string, number>()
  readonly #leaving = new Map<string, NodeJS.Timeout>()
  readonly #elsewhere = new Map<string, { people: Set<string>; heardAt: number }>()
  readonly #bus: Bus
  readonly #graceMs: number
  readonly #changed: (personId: string, online: boolean) => void
  readonly #beat: NodeJS.Timeout

  /** @param options.changed - on this process, once for each change of the whole installation */
  constructor(options: { bus: Bus; graceMs: number; changed: (personId: string, online: boolean) => void }) {
    this.#bus = options.bus
    this.#graceMs = options.graceMs
    this.#changed = options.changed
    this.#bus.onMessage((message, from) => {
      if (message.kind === 'presence') this.#heard(from, message.online, message.offline)
      else if (message.kind === 'presence-asked') this.#tellAll()
      else if (message.kind === 'gone') this.#forget(from)
    })
    this.#bus.onLost(() => {
      this.#bus.send({ kind: 'presence-asked' })
      this.#tellAll()
    })
    this.#bus.send({ kind: 'presence-asked' })
    this.#beat = setInterval(() => this.#sweep(), aliveEvery).unref()
  }

  isOnline(personId: string): boolean {
    return this.#here.has(personId) || this.#isElsewhere(personId)
  }

  arrived(personId: string): void {
    clearTimeout(this.#leaving.get(personId))
    this.#leaving.delete(personId)
    const sockets = this.#here.get(personId)
    this.#here.set(personId, (sockets ?? 0) + 1)
    if (sockets !== undefined) return
    this.#bus.send({ kind: 'presence', online: [personId], offline: [] })
    if (!this.#isElsewhere(personId)) this.#changed(personId, true)
  }

  left(personId: string): void {
    const sockets = this.#here.get(personId) ?? 0
    if (sockets > 1) return void this.#here.set(personId, sockets - 1)
    // The last one: still counted, with no socket, until the moment has passed.
    this.#here.set(personId, 0)
    this.#leaving.set(personId, setTimeout(() => this.#gone(personId), this.#graceMs).unref())
  }

  close(): void {
    clearInterval(this.#beat)
    for (const timer of this.#leaving.values()) clearTimeout(timer)
    this.#bus.send({ kind: 'gone' })
  }

  #gone(personId: string): void {
    this.#leaving.delete(personId)
    this.#here.delete(personId)
    this.#bus.send({ kind: 'presence', online: [], offline: [personId] })
    if (!this.#isElsewhere(personId)) this.#changed(personId, false)
  }

  #isElsewhere(personId: string): boolean {
    for (const { people } of this.#elsewhere.values()) if (people.has(personId)) return true
    return false
  }

  #heard(from: string, online: readonly string[], offline: readonly string[]): void {
    let process = this.#elsewhere.get(from)
    if (process === undefined) this.#elsewhere.set(from, (process = { people: new Set(), heardAt: 0 }))
    process.heardAt = performance.now()
    for (const personId of online) {
      const was = this.isOnline(personId)
      process.people.add(personId)
      if (!was) this.#changed(personId, true)
    }
    for (const personId of offline) if (process.people.delete(personId) && !this.isOnline(personId)) this.#changed(personId, false)
  }

  #tellAll(): void {
    const people = [...this.#here.keys()]
    for (let at = 0; at < people.length; at += slice) {
      this.#bus.send({ kind: 'presence', online: people.slice(at, at + slice), offline: [] })
    }
  }

  #sweep(): void {
    this.#bus.send({ kind: 'presence', online: [], offline: [] })
    const now = performance.now()
    for (const [processId, { heardAt }] of this.#elsewhere) if (now - heardAt > believedFor) this.#forget(processId)
  }

  #forget(processId: string): void {
    const people = this.#elsewhere.get(processId)?.people ?? []
    this.#elsewhere.delete(processId)
    for (const personId of people) if (!this.isOnline(personId)) this.#changed(personId, false)
  }
}

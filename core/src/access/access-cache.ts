import type { Database, WriteUnit } from '../data/database.ts'
import type { Access } from './access.ts'

/** Compiled people. What is compiled is kept until something that it was made of changes, on any process. */
export interface AccessCache {
  /** From memory; undefined when it would have to be compiled */
  peek(personId: string): Access | undefined
  /** Undefined for somebody unknown or disabled */
  get(personId: string): Access | undefined | Promise<Access | undefined>
  /** To be called inside the unit that changes rights: of one person, or of everybody (`*`: roles, matrix, department tree). */
  changed(unit: WriteUnit, personId: string): void
  /** Tells whose rights may have changed, after the commit; undefined: everybody's. */
  onChange(listener: (personId: string | undefined) => void): () => void
  readonly size: number
  close(): void
}

export interface AccessCacheOptions {
  readonly db: Database
  load(personId: string): Promise<Access | undefined>
  now(): Date
  /** People held at once; a person with 200 permissions takes about 20 kB. Default 20,000 */
  readonly limit?: number
}

const channel = 'access'
const everybody = '*'

export function createAccessCache({ db, load, now, limit = 20_000 }: AccessCacheOptions): AccessCache {
  const held = new Map<string, Access>()
  const loading = new Map<string, Promise<Access | undefined>>()
  const listeners = new Set<(personId: string | undefined) => void>()

  const forget = (personId?: string): void => {
    if (personId === undefined) {
      held.clear()
      loading.clear()
    } else {
      held.delete(personId)
      loading.delete(personId)
    }
  }
  const personOf = (message: string): string | undefined => (message === everybody ? undefined : message)
  const stop = db.onSignal(channel, (message) => {
    // without a message some signals may have been lost
    const personId = message === undefined ? undefined : personOf(message)
    forget(personId)
    for (const listen of listeners) listen(personId)
  })

  function compiled(personId: string): Promise<Access | undefined> {
    const started: Promise<Access | undefined> = load(personId).then((access) => {
      // a change overtook the compilation: what was read may be old
      if (loading.get(personId) !== started) return get(personId)
      loading.delete(personId)
      if (access && db.signalsArrive) {
        if (held.size >= limit) held.delete(held.keys().next().value as string)
        held.set(personId, access)
      }
      return access
    })
    loading.set(personId, started)
    // told to who asked; the next one tries again
    started.catch(() => loading.get(personId) === started && loading.delete(personId))
    return started
  }

  /** What begins or ends by the clock is compiled anew from that instant. */
  function peek(personId: string): Access | undefined {
    const access = held.get(personId)
    if (access?.until === undefined || now().getTime() < access.until) return access
    held.delete(personId)
    return undefined
  }

  function get(personId: string): Access | undefined | Promise<Access | undefined> {
    return peek(personId) ?? loading.get(personId) ?? compiled(personId)
  }

  return {
    peek,
    get,
    changed(unit, personId) {
      unit.signal(channel, personId)
      // the signal may take its way over the database; whoever made the change must not see the old state meanwhile
      unit.afterCommit(() => forget(personOf(personId)))
    },
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    get size() {
      return held.size
    },
    close() {
      stop()
      forget()
    },
  }
}

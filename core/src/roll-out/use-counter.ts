import type { Logger } from '@liaison/sdk/server'
import { createToken } from '@liaison/sdk'
import type { Database } from '../data/database.ts'
import { tables } from '../rooms/read-rows.ts'

const writtenEvery = 30_000
const mostInStatement = 300
const dayMs = 86_400_000
/** Days are those of China, whatever the clock of the server says. */
const offsetMs = 8 * 3_600_000

/** The day of an instant, counted from 1970-01-01. */
export const dayOf = (at: Date): number => Math.floor((at.getTime() + offsetMs) / dayMs)

/** `2026-11-24` */
export const nameOfDay = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10)

/** What of an operation says with what somebody has worked. */
export interface Used {
  readonly plugin: { readonly definition: { readonly id: string } }
  readonly featureKey: string | undefined
}
interface Use {
  readonly key: string
  readonly personId: string
  readonly day: number
}

/**
 * Who has worked with which module on which day. A request costs a look into a set; what is new is written behind, together, once
 * for a person, module and day. A server that dies takes half a minute of it along.
 */
export class UseCounter {
  readonly #db: Database
  readonly #now: () => Date
  readonly #log: Logger
  readonly #seen = new Map<string, Set<string>>()
  /** How often something was written since the start */
  written = 0
  #day: number
  #fresh: Use[] = []
  #timer: NodeJS.Timeout | undefined
  #writing: Promise<void> = Promise.resolve()

  constructor({ db, now, log }: { readonly db: Database; now(): Date; readonly log: Logger }) {
    this.#db = db
    this.#now = now
    this.#log = log
    this.#day = dayOf(now())
  }

  start(): void {
    this.#timer = setInterval(() => {
      this.#turn()
      this.flush().catch((error: unknown) => this.#log.warn({ error: String(error) }, 'the use of modules is written later'))
    }, writtenEvery).unref()
  }

  /** The hot way: no clock, no promise. @param past - when it was, for what is told of another time than now */
  readonly used = (personId: string, { plugin, featureKey }: Used, past?: Date): void => {
    if (personId === '') return
    this.#note(plugin.definition.id, personId, past)
    if (featureKey !== undefined) this.#note(featureKey, personId, past)
  }

  /** Writes what is not written yet. What cannot be written stays for the next time. */
  flush(): Promise<void> {
    this.#writing = this.#writing.catch(() => undefined).then(() => this.#write())
    return this.#writing
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.flush()
  }

  #note(key: string, personId: string, past: Date | undefined): void {
    // rare, and written once however often it is told
    if (past !== undefined) return void this.#fresh.push({ key, personId, day: dayOf(past) })
    let people = this.#seen.get(key)
    if (people === undefined) this.#seen.set(key, (people = new Set()))
    if (people.has(personId)) return
    people.add(personId)
    this.#fresh.push({ key, personId, day: this.#day })
  }

  /** A new day begins with nobody. */
  #turn(): void {
    const day = dayOf(this.#now())
    if (day === this.#day) return
    this.#day = day
    this.#seen.clear()
  }

  async #write(): Promise<void> {
    this.#turn()
    const waiting = this.#fresh
    if (waiting.length === 0) return
    this.#fresh = []
    try {
      await this.#db.write(async (unit) => {
        for (let at = 0; at < waiting.length; at += mostInStatement) {
          const values = waiting.slice(at, at + mostInStatement).map(({ key, personId, day }) => ({ moduleKey: key, personId, day }))
          const insert = tables
            .insertInto('core_module_use')
            .values(values)
            .onConflict((conflict) => conflict.doNothing())
          const { sql, parameters } = this.#db.compile(insert.toOperationNode())
          await unit.run.run(sql, parameters)
        }
      })
      this.written++
    } catch (error) {
      this.#fresh = [...waiting, ...this.#fresh]
      throw error
    }
  }
}

export const useCounter = createToken<UseCounter>('core.UseCounter')

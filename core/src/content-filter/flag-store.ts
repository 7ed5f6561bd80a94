import type { AnyEntity, ContentPlace, Logger } from '@liaison/sdk/server'
import type { Database, WriteUnit } from '../data/database.ts'
import { outsideUnits } from '../data/unit-guard.ts'
import { FlagEntity, type FlagRow } from './rule-entity.ts'

export const flaggedAction = 'content-filter:flagged'
const { schema }: AnyEntity = FlagEntity
type Written = Omit<FlagRow, 'createdAt' | 'updatedAt' | 'version'>

export interface Noted {
  readonly rows: readonly Written[]
  readonly now: Date
  readonly address: string | undefined
  /** Of the work at hand, when it has one */
  readonly unit: WriteUnit | undefined
}

/** Writes down what was let through. The note comes first: a text that is stored is never without it. */
export class FlagStore {
  readonly #db: Database
  readonly #log: Logger
  readonly #now: () => Date

  constructor(db: Database, now: () => Date, log: Logger) {
    this.#db = db
    this.#now = now
    this.#log = log
  }

  async note({ rows, now, address, unit }: Noted): Promise<void> {
    const insert = async (into: WriteUnit): Promise<void> => {
      for (const row of rows) into.em.create(schema, { ...row, createdAt: now, updatedAt: now } as never)
      await into.em.flush()
    }
    if (unit !== undefined) return insert(unit)
    await this.#db.write((own) => {
      own.attribute(rows[0]?.personId ?? null, flaggedAction, address)
      return insert(own)
    })
  }

  /**
   * Says what the text became, soon. A thing that an open note of the same rule names already (it was sent twice, or changed) keeps that
   * one.
   */
  settle(ids: readonly string[], thing: ContentPlace): void {
    outsideUnits(() => this.#settle(ids, thing)).catch((error: unknown) => {
      this.#log.error({ error: String(error), flags: ids }, 'what became of a noted text could not be written down')
    })
  }

  #settle(ids: readonly string[], { type, id }: ContentPlace): Promise<void> {
    return this.#db.write(async (unit) => {
      unit.attribute(null, 'content-filter:stored')
      const notes = await this.#rows(unit, { id: { $in: [...ids] } })
      const known = await this.#rows(unit, { thingId: id, state: 'open' })
      for (const note of notes) {
        const isKnown = known.some((other) => other.ruleId === note.ruleId && other.rule === note.rule)
        if (isKnown) unit.em.remove(note as object)
        else unit.em.assign(note as object, { thingType: type, thingId: id, updatedAt: this.#now() } as never)
      }
      await unit.em.flush()
    })
  }

  async #rows(unit: WriteUnit, where: object): Promise<readonly FlagRow[]> {
    return (await unit.em.find<object>(schema, where as never)) as unknown as readonly FlagRow[]
  }
}

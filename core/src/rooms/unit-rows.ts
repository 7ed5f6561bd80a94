import type { AnyEntity, NewRow, Row } from '@liaison/sdk/server'
import { writeProblem } from '../access/write-problems.ts'
import { type AnyWork, unitOf } from './unit-of.ts'

type Base = 'version' | 'createdAt' | 'updatedAt'

/**
 * Rows of another room, written in the unit of work at hand: the directory sets a password, the set-up page makes a person.
 * Audited like everything else; no scope, so the caller has judged. Each rejects with conflict (409) where a unique index breaks,
 * staleVersion (412) where somebody changed the row meanwhile.
 */
export function unitRows(work: AnyWork) {
  const unit = unitOf(work)
  const write = async (): Promise<void> => {
    try {
      await unit.em.flush()
    } catch (error) {
      throw writeProblem(error)
    }
  }
  return {
    async insert<E extends AnyEntity>(entity: E, row: Omit<NewRow<E>, Base>): Promise<void> {
      unit.em.create(entity.schema, { ...row, createdAt: work.now, updatedAt: work.now } as never)
      await write()
    },
    async change<E extends AnyEntity>(entity: E, where: Partial<Row<E>>, patch: Partial<NewRow<E>>): Promise<number> {
      const found = await unit.em.find<object>(entity.schema, where as never)
      for (const row of found) unit.em.assign(row, { ...patch, updatedAt: work.now } as never)
      await write()
      return found.length
    },
    async remove<E extends AnyEntity>(entity: E, where: Partial<Row<E>>): Promise<number> {
      const found = await unit.em.find<object>(entity.schema, where as never)
      for (const row of found) unit.em.remove(row)
      await write()
      return found.length
    },
  }
}

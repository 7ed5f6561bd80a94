import { AsyncLocalStorage } from 'node:async_hooks'

const inUnit = new AsyncLocalStorage<true>()

/** A unit inside a unit would wait for itself: it is an error that says what to use instead. */
export function refuseNested(): void {
  if (inUnit.getStore()) throw new Error('a unit of work inside a unit of work would wait for itself: use work.call')
}

export const closedDatabase = (): Error => new Error('the database is closed')

/** Runs what is no part of the unit that happened to cause it. */
export const outsideUnits = <T>(job: () => T): T => inUnit.exit(job)

/**
 * Runs a job as a unit of work and ends it when it takes longer than its budget: a unit that waits for the world stops every writer.
 * @param budgetMs - milliseconds
 */
export async function withinBudget<T>(job: () => Promise<T>, budgetMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const overdue = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`the unit of work took longer than ${budgetMs} ms: nothing foreign may be awaited in it`)),
      budgetMs,
    )
  })
  try {
    return await Promise.race([inUnit.run(true, job), overdue])
  } finally {
    clearTimeout(timer)
  }
}

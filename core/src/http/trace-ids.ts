import { randomBytes } from 'node:crypto'

/** Ids that tell one request of this process from all others: a part for the process, a part that counts. */
export function traceIds(): () => string {
  const ofProcess = randomBytes(6).toString('hex')
  let count = 0
  return () => `${ofProcess}-${(++count).toString(36)}`
}

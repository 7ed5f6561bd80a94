import type { TestHost } from '../test-host.ts'
import type { Who } from './leak-cast.ts'
import type { Door } from './leak-doors.ts'
import type { LeakModel, StoredRow } from './leak-model.ts'
import type { LeakReport } from './leak-report.ts'
import { reaches } from './leak-verdict.ts'

/** A row together with its table */
export type About = readonly [string, StoredRow]

/** What everything in a walk refers to. */
export interface Walked {
  readonly host: TestHost
  readonly model: LeakModel
  readonly actors: readonly Who[]
  /** Those who can open a socket, asking over it */
  readonly bySockets: readonly Who[]
  /** People for whom jobs ask */
  readonly byJobs: readonly Who[]
  /** Whose turn it is among them */
  readonly turns: { next: number }
  readonly report: LeakReport
  /** Table, row and text of what the walk has made, by the row's id and by its text */
  readonly made: ReadonlyMap<string, { readonly table: string; readonly row: StoredRow; readonly text: string }>
  /** By table: the permission that makes its rows visible */
  readonly readOf: ReadonlyMap<string, string>
  /** Key columns of children, by table: which row they hang on */
  readonly parentOf: ReadonlyMap<string, readonly [string, string]>
}

/** Why the model expects what it expects of a row. */
export function rowReason({ model, readOf }: Walked, door: Door, who: Who, about: readonly [string, StoredRow]): string {
  if (door.note.sees) return 'the testing entry says who sees it'
  const read = readOf.get(about[0])!
  const permission = door.operation.permission?.key ?? read
  const say = (key: string) => `${key} ${reaches(model, who, key, about) ? 'reaches' : 'does not reach'} it`
  return permission === read ? say(read) : `${say(read)}, ${say(permission)}`
}

/** A few at once, so that waiting for the database costs less. */
export async function eachAtOnce<T>(all: readonly T[], job: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all]
  const work = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await job(one)
  }
  await Promise.all([work(), work(), work(), work()])
}

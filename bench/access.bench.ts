import type { Scope } from '@liaison/sdk'
import { scopes } from '@liaison/sdk'
import { type Access, nobody, rankOf } from '../core/src/access/access.ts'
import { createAccessCache } from '../core/src/access/access-cache.ts'
import { compile, type Facts, type MatrixAndTree } from '../core/src/access/compile.ts'
import type { Database, Dialect } from '../core/src/data/database.ts'
import { forEachCompany, now } from './access-company.ts'
import { handWritten, scopedRows, type Question } from './access-questions.ts'
import { figure, median, table } from './figures.ts'

export interface AccessBench {
  /** Tasks in the table whose lists are measured */
  readonly stored: number
  readonly repetitions: number
}

/** What the decision costs: a check, compiling a person, and the scope of a list beside the same filter written by hand. */
export async function accessBench({ stored, repetitions }: AccessBench): Promise<string> {
  const parts = [await checks(repetitions), '']
  await forEachCompany(stored, async (db, dialect) => {
    parts.push(await lists(db, dialect, repetitions), '')
  })
  return parts.join('\n')
}

const permissions = 200
const people = 1_000
const rounds = 1_000_000

/** Of the role `number`: a scope for each of the permissions */
const cellsOf = (number: number) =>
  Array.from({ length: permissions }, (_, index) => ({
    permission: `plugin${index % 20}.verb${index}`,
    scope: scopes[(index + number) % scopes.length] as Scope,
  }))

function personWith(roles: number, id: string): { facts: Facts; directory: MatrixAndTree } {
  const cells = new Map(Array.from({ length: roles }, (_, index) => [`role${index}`, cellsOf(index)]))
  return {
    facts: {
      person: { id, external: false },
      roles: [...cells.keys()].map((roleId) => ({ roleId })),
      projectIds: Array.from({ length: 40 }, (_, index) => `project${index}`),
      departmentIds: ['department1'],
    },
    directory: {
      cells: (roleId) => cells.get(roleId) ?? [],
      tree: (id) => [id, ...Array.from({ length: 500 }, (_, index) => `below${index}`)],
      offered: () => scopes,
    },
  }
}

/** Person → table → permission, as every request asks it. */
async function checks(repetitions: number): Promise<string> {
  const rows: string[][] = []
  for (const roles of [10, 1_000]) {
    const { facts, directory } = personWith(roles, 'p0')
    const compiling = []
    for (let index = 0; index < repetitions; index++) compiling.push(milliseconds(() => compile(facts, directory)))
    const access = compile(facts, directory)
    const held = new Map(Array.from({ length: people }, (_, index) => [`p${index}`, { ...access, personId: `p${index}` }]))
    const cache = createAccessCache({ db: bus, now: () => now, load: (personId) => Promise.resolve(held.get(personId)) })
    for (const personId of held.keys()) await cache.get(personId)
    const [ids, keys] = [[...held.keys()], cellsOf(0).map(({ permission }) => permission)]
    const took = []
    for (let index = 0; index < repetitions; index++) took.push(milliseconds(() => ask(cache, ids, keys)))
    rows.push([String(roles), figure((median(took) * 1_000) / rounds), figure(median(compiling))])
    cache.close()
  }
  return table(['roles of the person', 'a check µs', 'compiling him ms'], rows)
}

function ask(cache: { peek(personId: string): Access | undefined }, ids: readonly string[], keys: readonly string[]): number {
  let granted = 0
  for (let index = 0; index < rounds; index++) {
    const grant = cache.peek(ids[index % people]!)?.grants.get(keys[(index * 7) % permissions]!)
    if (grant !== undefined && grant.rank > 0) granted += 1
  }
  return granted
}

/** Signals reach the cache by no database here: nothing changes while checks are measured. */
const bus = { signalsArrive: true, onSignal: () => () => undefined } as unknown as Database

function milliseconds(job: () => unknown): number {
  const begin = performance.now()
  job()
  return performance.now() - begin
}

const ids = (kind: string, count: number) => Array.from({ length: count }, (_, index) => `${kind}${index}`)
const departments = 500

/** One person under each scope; he has rows of his own, takes part in some and was given some. */
const questions: readonly Question[] = [
  ['own', 'own', 0, 0],
  ['one project', 'project', 1, 0],
  ['forty projects', 'project', 40, 0],
  ['one department', 'department', 0, 1],
  ['a tree of 100', 'department-tree', 0, 100],
  [`forty projects under ${departments} departments`, 'department-tree', 40, departments],
  ['all', 'all', 0, 0],
].map(([name, scope, projectCount, departmentCount]) => {
  const grant = {
    rank: rankOf(scope as Scope),
    own: true as const,
    projects: ids('project', projectCount as number),
    departments: ids('department', departmentCount as number),
  }
  const subjects = ['p1', ...grant.projects, 'department1', 'everyone-inside']
  return {
    name: name as string,
    access: { ...nobody, personId: 'p1', external: false, subjects, grants: new Map([['tasks.read', grant]]) },
  }
})

async function lists(db: Database, dialect: Dialect, repetitions: number): Promise<string> {
  const rows: string[][] = []
  for (const question of questions) {
    const rowsOf = scopedRows(db, question.access, now)
    const own: number[] = []
    const byHand: number[] = []
    const same = await sameAnswer(
      () => rowsOf.list(),
      () => handWritten(db, question.access),
    )
    // a server at work has its code compiled
    await repeated(() => rowsOf.list())
    await repeated(() => handWritten(db, question.access))
    // turn by turn, so that whatever else the machine does hits both
    for (let turn = 0; turn < repetitions * 5; turn++) {
      own.push(await waited(() => rowsOf.list()))
      byHand.push(await waited(() => handWritten(db, question.access)))
    }
    rows.push([question.name, same, figure(median(own)), figure(median(byHand)), figure(median(own) / median(byHand))])
  }
  return `${dialect}\n\n${table(['scope', 'rows', 'list of 50 ms', 'by hand ms', 'ratio'], rows)}`
}

/** Both have to tell the same rows, or the comparison means nothing. @returns how many */
async function sameAnswer(one: () => Promise<readonly string[]>, other: () => Promise<readonly string[]>): Promise<string> {
  const [first, second] = [await one(), await other()]
  if (first.join() !== second.join())
    throw new Error(`the store and the filter by hand answer differently: ${first.length} and ${second.length} rows`)
  return String(first.length)
}

const warmMs = 500

async function repeated(job: () => Promise<unknown>): Promise<void> {
  const end = performance.now() + warmMs
  while (performance.now() < end) await job()
}

async function waited(job: () => Promise<unknown>): Promise<number> {
  const begin = performance.now()
  await job()
  return performance.now() - begin
}

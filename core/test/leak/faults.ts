import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { AccessFloor } from './store.ts'

/** A deliberate fault: what somebody might forget one day. */
export interface Fault {
  readonly name: string
  readonly file: string
  readonly from: string
  readonly to: string
}

export const faults: readonly Fault[] = [
  {
    name: 'an ended share or membership goes on',
    file: 'scope-marks.ts',
    from: '  if (until === undefined) return true\n',
    to: '  if (until !== null) return true\n',
  },
  {
    name: 'an ended membership goes on in memory',
    file: 'memberships.ts',
    from: 'until > at ? [personId] : []',
    to: 'until > -1 ? [personId] : []',
  },
  {
    name: 'a child forgets that its parent must be seen',
    file: 'scope-filters.ts',
    from: 'return allOf([visible, anyOf([own, beyondOwn])])',
    to: 'return anyOf([own, beyondOwn])',
  },
  {
    name: 'a child is changed by whoever owns the parent',
    file: 'scope-filters.ts',
    from: 'scopeCondition({ ...parent, beyondOwn: true })',
    to: 'scopeCondition(parent)',
  },
  {
    name: 'own things count in any project',
    file: 'scope-filters.ts',
    from: 'if (projects === true) return true',
    to: 'if (projects) return true',
  },
  {
    name: 'a role opens a channel without membership',
    file: 'scope-filters.ts',
    from: '!asked.beyondOwn && membersCondition(asked, rule.members)',
    to: '!asked.beyondOwn && (grant.rank >= all || membersCondition(asked, rule.members))',
  },
  {
    name: 'a share of any level is enough',
    file: 'scope-marks.ts',
    from: 'permissions.some(({ key }) => key === permission)',
    to: 'permissions.length > 0',
  },
  { name: 'a broken inheritance is ignored', file: 'scope-marks.ts', from: "shares?.root ?? 'id'", to: "'id'" },
  {
    name: 'shares count without the function',
    file: 'scope-filters.ts',
    from: 'return grant && grant.rank > 0 ? grant : undefined',
    to: 'return grant ?? { rank: 1, own: [], projects: [], departments: [] }',
  },
  { name: 'outside people keep wide scopes', file: 'compile.ts', from: 'if (external || held.projectId)', to: 'if (held.projectId)' },
  {
    name: 'outside people count as everyone inside',
    file: 'compile.ts',
    from: 'facts.person.external ? []',
    to: 'facts.person.external === null ? []',
  },
  {
    name: 'a role of one project holds everywhere',
    file: 'compile.ts',
    from: 'own: held.projectId ? [held.projectId] : true',
    to: 'own: true',
  },
  {
    name: 'a role of one project reaches all of them',
    file: 'compile.ts',
    from: 'return held.projectId ? [held.projectId] : facts.projectIds',
    to: 'return facts.projectIds',
  },
  {
    name: 'a role of one department reaches all of them',
    file: 'compile.ts',
    from: 'const places = held.departmentId ? [held.departmentId] : facts.departmentIds',
    to: 'const places = facts.departmentIds',
  },
  {
    name: 'departments below are left out',
    file: 'compile.ts',
    from: 'return rank === ranks.tree ? treeOf(places) : places',
    to: 'return places',
  },
  { name: '"none" counts as a grant', file: 'compile.ts', from: 'if (rank <= 0) continue', to: 'if (rank < 0) continue' },
  {
    name: 'a disabled person is let in',
    file: 'access-loader.ts',
    from: 'person.disabled === true || person.disabled === 1',
    to: 'person.disabled === null',
  },
  {
    name: 'a join brings its table unscoped',
    file: 'query-rewriter.ts',
    from: 'const [guard] = guardOf(source, tables)',
    to: 'const [guard] = guardOf({ ...source, alias: source.alias, entity: undefined as never }, tables)',
  },
  {
    name: 'an "or" steps round the scope',
    file: 'query-rewriter.ts',
    from: 'AndNode.create(OrNode.is(left) ? ParensNode.create(left) : left, OrNode.is(right) ? ParensNode.create(right) : right)',
    to: 'OrNode.create(left, right)',
  },
  {
    name: 'a joined table of other permissions is judged by the operation',
    file: 'rows-context.ts',
    from: 'familyOf(inForce) === familyOf(read)',
    to: 'inForce.key.length > 0',
  },
  {
    name: 'a new child is judged only after it is written',
    file: 'scope-check.ts',
    from: 'if (context.isSystem || !within) return',
    to: 'return',
  },
  {
    name: 'a row may leave the scope',
    file: 'scope-check.ts',
    from: 'if (found?.reached !== some.length) throw forbidden()',
    to: 'if (found === null) throw forbidden()',
  },
  {
    name: '403 and 404 are mixed up',
    file: 'scope-check.ts',
    from: 'return seen.length > 0 ? forbidden() : notFound()',
    to: 'return forbidden()',
  },
  {
    name: 'bulk changes reach everything',
    file: 'bulk-writes.ts',
    from: 'context.select(selectWhere(entity, where).selectAll(entity.table).toOperationNode(), permission, entity.table)',
    to: 'context.select(selectWhere(entity, where).selectAll(entity.table).toOperationNode(), entity.rule.read, entity.table)',
  },
  {
    name: 'appending asks for the function only',
    file: 'append-check.ts',
    from: 'members.has(access.personId)\n',
    to: 'members.size >= 0\n',
  },
  {
    name: 'members are told to anybody',
    file: 'scoped-store.ts',
    from: 'return isSeen ? known : nobody',
    to: 'return isSeen ? known : known',
  },
]

const source = join(import.meta.dirname, '../../src/access')

/** The access floor with a fault in it: a copy of the sources, changed in one place. */
export async function faulty(fault: Fault, index: number): Promise<AccessFloor> {
  const folder = join(import.meta.dirname, '../../.cache/faults', String(process.pid), String(index))
  mkdirSync(folder, { recursive: true })
  cpSync(source, folder, { recursive: true, filter: (path) => !path.endsWith('.test.ts') })
  const path = join(folder, fault.file)
  const text = readFileSync(path, 'utf8')
  if (text.split(fault.from).length !== 2) throw new Error(`the place of the fault "${fault.name}" is not there once`)
  writeFileSync(
    path,
    text.replace(fault.from, () => fault.to),
  )
  const part = (file: string) => import(/* @vite-ignore */ pathToFileURL(join(folder, file)).href) as Promise<AccessFloor>
  const [store, memberships, loader, appends] = await Promise.all([
    part('scoped-store.ts'),
    part('memberships.ts'),
    part('access-loader.ts'),
    part('append-check.ts'),
  ])
  return {
    rowsFor: store.rowsFor,
    createMemberships: memberships.createMemberships,
    createAccessLoader: loader.createAccessLoader,
    createAppendCheck: appends.createAppendCheck,
  }
}

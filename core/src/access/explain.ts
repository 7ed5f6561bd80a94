import { type LocalizedText, type Permission, type Scope, scopes } from '@liaison/sdk'
import type { AnyEntity } from '@liaison/sdk/server'
import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Database, RawRow } from '../data/database.ts'
import { type Access, rankOf } from './access.ts'
import { loadFacts } from './access-loader.ts'
import { allOf, asSql, type Condition, isOneOf } from './conditions.ts'
import { compile, effectiveScope, type Facts, type HeldRole, type MatrixAndTree } from './compile.ts'
import { factText, scopeNames, sentence } from './explain-texts.ts'
import { scopeCondition, scopeFacts } from './scope-filters.ts'
import type { ScopeContext } from './scope-marks.ts'

export interface ExplainRequest {
  readonly db: Database
  readonly personId: string
  readonly permission: Permission
  /** The row in question; without it, whether the function is granted at all */
  readonly resource?: { readonly entity: AnyEntity; readonly id: string }
  /** Entities by table, for parents */
  readonly entities: ReadonlyMap<string, AnyEntity>
  readonly now: Date
}

/** One thing that was looked at, in the order in which it counts. */
export interface Reason {
  readonly kind: 'person' | 'cell' | 'scope' | 'row'
  /** Whether it speaks for it */
  readonly holds: boolean
  readonly text: LocalizedText
  readonly ids?: Readonly<Record<string, string>>
}
export interface Explanation {
  readonly allowed: boolean
  readonly scope: Scope
  readonly because: readonly Reason[]
}

/** Says why somebody may or may not: the roles, what their cells give where they are held, and the facts of the row. */
export async function explain(request: ExplainRequest): Promise<Explanation> {
  const loaded = await loadFacts(request.db, request.personId, (key) =>
    key === request.permission.key ? request.permission.scopes : undefined,
  )
  if (!loaded) {
    const text = { 'zh-CN': '没有这个人，或账号已停用', en: 'Nobody by that id, or the account is disabled' }
    return { allowed: false, scope: 'none', because: [{ kind: 'person', holds: false, text }] }
  }
  const access = compile(loaded.facts, loaded.directory)
  const grant = access.grants.get(request.permission.key)
  const scope = scopes[grant?.rank ?? 0] ?? 'none'
  const cells = await cellReasons(request, loaded.facts, loaded.directory)
  const summary: Reason = {
    kind: 'scope',
    holds: grant !== undefined,
    text: sentence((locale) =>
      locale === 'en' ? `Taken together the scope is: ${scopeNames[scope].en}` : `合计的数据范围：${scopeNames[scope]['zh-CN']}`,
    ),
  }
  if (!grant || !request.resource) return { allowed: grant !== undefined, scope, because: [...cells, summary] }
  const row = await rowReasons(request, request.resource, access)
  return { allowed: row.allowed, scope, because: [...cells, summary, ...row.reasons] }
}

async function cellReasons({ db, permission }: ExplainRequest, facts: Facts, directory: MatrixAndTree): Promise<Reason[]> {
  if (facts.roles.length === 0) return [{ kind: 'cell', holds: false, text: { 'zh-CN': '没有任何角色', en: 'Holds no role' } }]
  const nameOf = await namesOf(db, facts)
  return facts.roles.map((held): Reason => {
    const given = directory.cells(held.roleId).find((cell) => cell.permission === permission.key)?.scope ?? 'none'
    const effective = effectiveScope(given, held, facts.person.external, permission.scopes)
    return { kind: 'cell', holds: rankOf(effective) > 0, text: cellText(held, { given, effective, nameOf }), ids: idsOf(held) }
  })
}

const idsOf = (held: HeldRole): Record<string, string> => ({
  roleId: held.roleId,
  ...(held.projectId && { projectId: held.projectId }),
  ...(held.departmentId && { departmentId: held.departmentId }),
})

function cellText(
  held: HeldRole,
  { given, effective, nameOf }: { given: Scope; effective: Scope; nameOf: (id: string) => string },
): LocalizedText {
  const place = held.projectId ?? held.departmentId
  const role = nameOf(held.roleId)
  return sentence((locale) => {
    if (locale === 'en') {
      const where = place ? `in ${nameOf(place)}` : 'everywhere'
      const limit = given === effective ? '' : `, which reaches “${scopeNames[effective].en}” here`
      return `Holds the role “${role}” ${where}; it gives “${scopeNames[given].en}”${limit}`
    }
    const where = place ? `在“${nameOf(place)}”中` : ''
    const limit = given === effective ? '' : `，在此最多到“${scopeNames[effective]['zh-CN']}”`
    return `${where}担任“${role}”，该角色给予“${scopeNames[given]['zh-CN']}”${limit}`
  })
}

/** Names of the roles and places that a person holds. */
async function namesOf(db: Database, { roles }: Facts): Promise<(id: string) => string> {
  const ids = (of: (held: HeldRole) => string | null | undefined): string[] => [...new Set(roles.flatMap((held) => of(held) ?? []))]
  const [named, projects, departments] = await Promise.all([
    read(
      db,
      'core_role',
      ids((held) => held.roleId),
    ),
    read(
      db,
      'core_project',
      ids((held) => held.projectId),
    ),
    read(
      db,
      'core_department',
      ids((held) => held.departmentId),
    ),
  ])
  const names = new Map([...named, ...projects, ...departments].map((row) => [row.id as string, row.name as string]))
  return (id) => names.get(id) ?? id
}

async function read(db: Database, table: string, ids: readonly string[]): Promise<RawRow[]> {
  if (ids.length === 0) return []
  return all(db, sql`select id, name from ${sql.table(table)} where ${asSql(isOneOf(sql.ref('id'), ids, db.dialect))}`)
}

function all(db: Database, query: RawBuilder<unknown>): Promise<RawRow[]> {
  const { sql: text, parameters } = db.compile(query.toOperationNode())
  return db.read.all(text, parameters)
}

const alias = 'asked'

async function rowReasons(
  request: ExplainRequest,
  resource: NonNullable<ExplainRequest['resource']>,
  access: Access,
): Promise<{ allowed: boolean; reasons: Reason[] }> {
  const { db, permission, entities, now } = request
  const { entity, id } = resource
  const context: ScopeContext = { access, dialect: db.dialect, now, entities, founded: new Set() }
  const holds = async (condition: Condition): Promise<boolean> => {
    const judged = allOf([sql<SqlBool>`${sql.ref(`${alias}.id`)} = ${id}`, condition])
    return (await all(db, sql`select 1 as found from ${sql.table(entity.table)} as ${sql.ref(alias)} where ${asSql(judged)}`)).length > 0
  }
  if (!(await holds(true)))
    return { allowed: false, reasons: [{ kind: 'row', holds: false, text: { 'zh-CN': '没有这项内容', en: 'There is no such thing' } }] }

  const asked = { context, entity, permission: permission.key, alias }
  const facts = scopeFacts(asked)
  const judged = await Promise.all(facts.map(async ({ fact, condition }) => ({ fact, holds: await holds(condition) })))
  // several columns or tables may stand for one fact: it holds when one of them says so
  const byFact = Map.groupBy(judged, ({ fact }) => fact)
  const reasons = [...byFact].map(([fact, same]): Reason => {
    const isSo = same.some((one) => one.holds)
    return { kind: 'row', holds: isSo, text: factText(fact, isSo) }
  })
  return { allowed: await holds(scopeCondition(asked)), reasons }
}

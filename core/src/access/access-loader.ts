import type { Scope } from '@liaison/sdk'
import { sql, type RawBuilder } from 'kysely'
import type { Database, RawRow } from '../data/database.ts'
import { type Access, nobody } from './access.ts'
import { compile, type Facts, type MatrixAndTree } from './compile.ts'
import { asSql, isOneOf } from './conditions.ts'
import { compileRollOut } from './roll-out.ts'
import { readRules, readWhom } from './roll-out-rules.ts'

/**
 * Reads what the directory, the matrix and the roll-out say of a person and compiles it: a few small queries by index. Whoever has
 * not signed in is the person without an id: he holds nothing, and modules that are on for some people only are off for him.
 * @param offered - the scopes that a permission declares
 */
export function createAccessLoader(
  db: Database,
  now: () => Date,
  offered: MatrixAndTree['offered'],
): (personId: string) => Promise<Access | undefined> {
  return async (personId) => {
    if (personId === nobody.personId) {
      const stranger = { id: personId, external: true, departments: new Set<string>() }
      return { ...nobody, ...compileRollOut(await readRules(db), stranger, now().getTime()) }
    }
    const [loaded, rules] = await Promise.all([loadFacts(db, personId, offered), readRules(db)])
    if (loaded === undefined) return undefined
    const { person, departmentIds } = loaded.facts
    const whom = await readWhom(db, rules, { ...person, departmentIds })
    return compile(loaded.facts, loaded.directory, compileRollOut(rules, whom, now().getTime()))
  }
}

/** What a person's rights are compiled from; undefined for somebody unknown or disabled. */
export async function loadFacts(
  db: Database,
  personId: string,
  offered: MatrixAndTree['offered'],
): Promise<{ facts: Facts; directory: MatrixAndTree } | undefined> {
  const all = (query: RawBuilder<unknown>): Promise<RawRow[]> => {
    const { sql: text, parameters } = db.compile(query.toOperationNode())
    return db.read.all(text, parameters)
  }
  const [person] = await all(sql`select kind, disabled from core_person where id = ${personId}`)
  if (!person || person.disabled === true || person.disabled === 1) return undefined

  const [departments, projects, roles] = await Promise.all([
    all(sql`select department_id from core_person_department where person_id = ${personId}`),
    all(sql`select project_id, role_id from core_project_member where person_id = ${personId}`),
    all(sql`select role_id, department_id from core_person_role where person_id = ${personId}`),
  ])
  const departmentIds = departments.map((row) => row.department_id as string)
  const facts: Facts = {
    person: { id: personId, external: person.kind === 'external' },
    departmentIds,
    projectIds: projects.map((row) => row.project_id as string),
    roles: [
      ...roles.map((row) => ({ roleId: row.role_id as string, departmentId: row.department_id as string | null })),
      ...projects.flatMap((row) => (row.role_id === null ? [] : [{ roleId: row.role_id as string, projectId: row.project_id as string }])),
    ],
  }
  const roleIds = [...new Set(facts.roles.map(({ roleId }) => roleId))]
  const cells =
    roleIds.length === 0
      ? []
      : await all(
          sql`select role_id, permission, scope from core_role_cell where ${asSql(isOneOf(sql.ref('role_id'), roleIds, db.dialect))}`,
        )
  // trees of departments where roles are held, not only of the person's own
  const roots = [...new Set([...departmentIds, ...facts.roles.flatMap(({ departmentId }) => departmentId ?? [])])]
  const needsTrees = roots.length > 0 && cells.some(({ scope }) => scope === 'department-tree' || scope === 'all')
  const below = needsTrees
    ? await all(
        sql`select id, path from core_department where ${sql.join(
          roots.map((id) => sql`path like ${`%/${id}/%`}`),
          sql` or `,
        )}`,
      )
    : []
  return { facts, directory: { ...directoryOf(cells, below), offered } }
}

function directoryOf(cells: readonly RawRow[], below: readonly RawRow[]): Omit<MatrixAndTree, 'offered'> {
  const byRole = Map.groupBy(cells, (row) => row.role_id as string)
  return {
    cells: (roleId) => (byRole.get(roleId) ?? []).map((row) => ({ permission: row.permission as string, scope: row.scope as Scope })),
    tree: (departmentId) => below.filter((row) => (row.path as string).includes(`/${departmentId}/`)).map((row) => row.id as string),
  }
}

import type { Permission, Scope } from '../../contract/index.ts'
import type { AnyEntity, Via } from '../../server/index.ts'

/** A row as it is stored, by property names. */
export type StoredRow = { readonly id: string } & Readonly<Record<string, unknown>>

/** Everything the rules speak of, as plain data. */
export interface LeakFacts {
  readonly now: Date
  readonly permissions: ReadonlyMap<string, Permission>
  readonly entities: ReadonlyMap<string, AnyEntity>
  readonly tables: ReadonlyMap<string, readonly StoredRow[]>
}

interface Rule {
  readonly read: Permission
  readonly own?: readonly (string | Via)[]
  readonly project?: string | Via
  readonly department?: string | Via
  readonly shares?: { readonly root?: string; readonly levels: Readonly<Record<string, readonly Permission[] | undefined>> }
  readonly inherits?: readonly [string, string]
  readonly members?: Via
  readonly within?: readonly [string, string]
  readonly open?: true
}

/** One role, worn in the place where it is held. */
interface Hat {
  readonly scope: Scope
  /** Held in this project alone, or in this department alone */
  readonly project: string | null
  readonly department: string | null
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/**
 * Who may reach what, judged from the words of the rules alone: one role at a time, one row at a time, nothing compiled and
 * nothing asked of a database. It reads the declarations as data and shares no line with the platform, so that both can only
 * agree by being right.
 *
 * Words: own = what the entity calls mine. project = own, and the things of my projects. department = that, and the things of
 * my departments. department-tree = the same with what is below. all = everything. A role held in one project gives at most
 * "project", of that project, and "own" only there; one held in one department gives at most its tree, and none of my
 * projects. Outside people never get more than "project". What is cut in this way becomes the next lower scope that the
 * permission offers, so that what is for everybody or for nobody is for nobody. Without the function nothing else helps.
 */
export class LeakModel {
  readonly #facts: LeakFacts
  readonly #known = new Map<string, boolean>()
  readonly #byId = new Map<string, StoredRow>()

  constructor(facts: LeakFacts) {
    this.#facts = facts
    for (const [table, rows] of facts.tables) for (const row of rows) this.#byId.set(`${table}/${row.id}`, row)
  }

  rows(table: string): readonly StoredRow[] {
    return this.#facts.tables.get(table) ?? []
  }

  row(table: string, id: unknown): StoredRow | undefined {
    return this.#byId.get(`${table}/${String(id)}`)
  }

  /** Whether the person has the function at all. */
  holds(personId: string, permission: string): boolean {
    return this.#hats(personId, permission).length > 0
  }

  /** Whether the permission's scope holds the row. */
  reaches(personId: string, permission: string, table: string, row: StoredRow): boolean {
    const key = `${personId} ${permission} ${table} ${row.id}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const answer = this.#reaches(personId, permission, table, row)
    this.#known.set(key, answer)
    return answer
  }

  /** Whether the row is seen at all: under the permission that its entity names for that. */
  sees(personId: string, table: string, row: StoredRow): boolean {
    return this.reaches(personId, this.#rule(table).read.key, table, row)
  }

  #reaches(personId: string, permission: string, table: string, row: StoredRow): boolean {
    const hats = this.#hats(personId, permission)
    if (hats.length === 0) return false
    const rule = this.#rule(table)
    if (rule.open) return true
    if (rule.members) return this.#via(rule.members, row).includes(personId)
    if (rule.within) {
      const [, above] = rule.within
      const parent = this.#parent(rule.within, row)
      if (!parent || !this.sees(personId, above, parent)) return false
      if (permission === rule.read.key) return true
      if (!rule.own) return this.reaches(personId, permission, above, parent)
      const isOwn = this.#isOwn(personId, rule, row)
      return hats.some((hat) => (isOwn && this.#ownCounts(hat, above, parent)) || this.#beyondOwn(hat, personId, above, parent))
    }
    const isOwn = this.#isOwn(personId, rule, row)
    if (hats.some((hat) => this.#beyondOwn(hat, personId, table, row) || (isOwn && this.#ownCounts(hat, table, row)))) return true
    if (this.#isShared(personId, permission, table, row)) return true
    const parent = rule.inherits && this.#parent(rule.inherits, row)
    return parent !== undefined && this.reaches(personId, permission, rule.inherits![1], parent)
  }

  /** Whether a hat reaches the row without its being the person's own. */
  #beyondOwn(hat: Hat, personId: string, table: string, row: StoredRow): boolean {
    const rule = this.#rule(table)
    if (rule.open) return true
    if (rule.members) return false
    const above = rule.within ?? rule.inherits
    const parent = above && this.#parent(above, row)
    if (rule.within)
      return parent !== undefined && this.sees(personId, above![1], parent) && this.#beyondOwn(hat, personId, above![1], parent)
    if (hat.scope === 'own') return false
    if (hat.scope === 'all') return true
    const projects = hat.project === null ? (hat.department === null ? this.#projectsOf(personId) : []) : [hat.project]
    if (this.#marks(rule.project, row).some((project) => projects.includes(project))) return true
    const places = hat.department === null ? this.#departmentsOf(personId) : [hat.department]
    const isInside = (department: string): boolean =>
      hat.scope === 'department' ? places.includes(department) : places.some((place) => this.#isBelow(department, place))
    const reachesDepartments = (hat.scope === 'department' || hat.scope === 'department-tree') && hat.project === null
    if (reachesDepartments && this.#marks(rule.department, row).some(isInside)) return true
    return parent !== undefined && this.#beyondOwn(hat, personId, above![1], parent)
  }

  /** A role of one project counts for own things there only, as far as they, or what they hang on, lie in projects at all. */
  #ownCounts(hat: Hat, table: string, row: StoredRow): boolean {
    if (hat.project === null) return true
    const rule = this.#rule(table)
    if (rule.project !== undefined) return this.#marks(rule.project, row).includes(hat.project)
    const above = rule.within ?? rule.inherits
    const parent = above && this.#parent(above, row)
    return above === undefined || (parent !== undefined && this.#ownCounts(hat, above[1], parent))
  }

  #isOwn(personId: string, rule: Rule, row: StoredRow): boolean {
    return (rule.own ?? []).some((mark) => this.#marks(mark, row).includes(personId))
  }

  #isShared(personId: string, permission: string, table: string, row: StoredRow): boolean {
    const { shares } = this.#rule(table)
    if (!shares) return false
    const isInside = this.row('core_person', personId)?.['kind'] !== 'external'
    const subjects = [personId, ...this.#projectsOf(personId), ...(isInside ? [...this.#departmentsOf(personId), 'everyone-inside'] : [])]
    return this.rows('core_share').some(
      (share) =>
        share['kind'] === table &&
        share['rowId'] === row[shares.root ?? 'id'] &&
        subjects.includes(String(share['subjectId'])) &&
        this.#lasts(share['until']) &&
        (shares.levels[String(share['level'])] ?? []).some(({ key }) => key === permission),
    )
  }

  #rule(table: string): Rule {
    const entity = this.#facts.entities.get(table)
    if (!entity) throw new Error(`there is no entity "${table}"`)
    return entity.rule as Rule
  }

  #parent([key, table]: readonly [string, string], row: StoredRow): StoredRow | undefined {
    return this.row(table, row[key])
  }

  /** Ids that a column or a side table gives a row. */
  #marks(mark: string | Via | undefined, row: StoredRow): readonly string[] {
    if (mark === undefined) return []
    if (typeof mark !== 'string') return this.#via(mark, row)
    const id = text(row[mark])
    return id === null ? [] : [id]
  }

  #via({ table, row: column, key, until }: Via, row: StoredRow): readonly string[] {
    return this.rows(table)
      .filter((side) => side[column] === row.id && (until === undefined || this.#lasts(side[until])))
      .map((side) => String(side[key]))
  }

  #lasts(until: unknown): boolean {
    return until === null || until === undefined || new Date(until as Date) > this.#facts.now
  }

  #projectsOf(personId: string): readonly string[] {
    return this.rows('core_project_member').flatMap((row) => (row['personId'] === personId ? [String(row['projectId'])] : []))
  }

  #departmentsOf(personId: string): readonly string[] {
    return this.rows('core_person_department').flatMap((row) => (row['personId'] === personId ? [String(row['departmentId'])] : []))
  }

  #isBelow(department: string, above: string): boolean {
    for (let at: string | null = department; at !== null; at = text(this.row('core_department', at)?.['parentId']))
      if (at === above) return true
    return false
  }

  /** The roles under which a person has a function. */
  #hats(personId: string, permission: string): readonly Hat[] {
    const person = this.row('core_person', personId)
    if (!person || person['disabled'] === true) return []
    const held = [
      ...this.rows('core_person_role').map((row) => ({ ...row, projectId: null })),
      ...this.rows('core_project_member').map((row) => ({ ...row, departmentId: null })),
    ] as readonly StoredRow[]
    return held.flatMap((row) => {
      if (row['personId'] !== personId || row['roleId'] === null) return []
      const [project, department] = [text(row['projectId']), text(row['departmentId'])]
      const granted = this.#cell(String(row['roleId']), permission)
      const limits: Scope[] = [granted]
      if (person['kind'] === 'external' || project !== null) limits.push('project')
      if (department !== null) limits.push('department-tree')
      const least = ladder.find((step) => limits.includes(step))!
      const scope = least === granted ? granted : this.#nextBelow(permission, least)
      return scope === 'none' ? [] : [{ scope, project, department }]
    })
  }

  #nextBelow(permission: string, limit: Scope): Scope {
    const offered: readonly string[] = this.#facts.permissions.get(permission)?.scopes ?? ladder
    const below = ladder.slice(0, ladder.indexOf(limit) + 1)
    return below.reverse().find((step) => offered.includes(step)) ?? 'none'
  }

  /** Of a preset role what the permission declares, of another what stands in the matrix. */
  #cell(roleId: string, permission: string): Scope {
    const key = text(this.row('core_role', roleId)?.['key'])
    if (key !== null) return (this.#facts.permissions.get(permission)?.presets as Record<string, Scope> | undefined)?.[key] ?? 'none'
    const cell = this.rows('core_role_cell').find((row) => row['roleId'] === roleId && row['permission'] === permission)
    return (cell?.['scope'] as Scope | undefined) ?? 'none'
  }
}

const ladder: readonly Scope[] = ['none', 'own', 'project', 'department', 'department-tree', 'all']

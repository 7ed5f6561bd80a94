import type { AnyEntity, AnyLog, Via } from '../../server/index.ts'
import { isLog } from '../../server/index.ts'
import type { TestHost } from '../test-host.ts'
import { filledColumns, isNullable } from './column-filler.ts'
import type { Cast } from './leak-cast.ts'
import type { LeakPlaces } from './leak-places.ts'
import type { LeakSamples, SampleWish } from './leak-samples.ts'

type Values = Readonly<Record<string, unknown>>
type Rule = {
  readonly own?: readonly (string | Via)[]
  readonly project?: string | Via
  readonly department?: string | Via
  readonly shares?: { readonly root?: string; readonly levels: Readonly<Record<string, unknown>> }
  readonly inherits?: readonly [string, string]
  readonly members?: Via
  readonly within?: readonly [string, string]
}
/** A row that is to be made: its columns, who is in side tables, whom it is shared with. */
interface Plan {
  readonly values: Values
  readonly beside?: readonly { readonly via: Via; readonly ids: readonly string[]; readonly ended?: boolean }[]
  readonly shares?: readonly { readonly subjectId: string; readonly level: string; readonly until: Date | null }[]
}

/** How many rows of a log each stream gets, and children each parent. */
const children = 2
const hour = 3_600_000

/** Puts rows of every scope into the tables of the plugins: own, of one's project, department, below it, foreign, shared, ended. */
export class RowMaker {
  readonly #host: TestHost
  readonly #cast: Cast
  readonly #places: LeakPlaces
  readonly #samples: ReadonlyMap<string, LeakSamples['rows'][string]>
  readonly #made = new Map<string, { id: string; text: string; values: Values }[]>()
  #count = 0

  constructor(host: TestHost, cast: Cast, places: LeakPlaces, samples: readonly LeakSamples[]) {
    this.#host = host
    this.#cast = cast
    this.#places = places
    this.#samples = new Map(samples.flatMap(({ rows }) => Object.entries(rows)))
  }

  /** @returns the texts of the rows made, by table and id */
  async make(entities: ReadonlyMap<string, AnyEntity>): Promise<ReadonlyMap<string, readonly { id: string; text: string }[]>> {
    const sides = new Set([...entities.values()].flatMap(({ rule }) => vias(rule as Rule).map(({ table }) => table)))
    for (const entity of parentsFirst(entities)) {
      if (typeof this.#samples.get(entity.table) !== 'function' || sides.has(entity.table)) continue
      for (const plan of await this.#plansOf(entity, entities)) await this.#carryOut(entity, plan, entities)
    }
    return this.#made
  }

  async #carryOut(entity: AnyEntity, { values, beside = [], shares = [] }: Plan, entities: ReadonlyMap<string, AnyEntity>): Promise<void> {
    const id = await this.#store(entity, values)
    for (const { via, ids, ended = false } of beside) {
      const side = entities.get(via.table)
      if (side === undefined || typeof this.#samples.get(via.table) !== 'function') continue
      for (const key of ids) {
        const until = via.until === undefined ? {} : { [via.until]: ended ? this.#at(-hour) : null }
        await this.#store(side, { [via.row]: id, [via.key]: key, ...until })
      }
    }
    for (const share of shares) await this.#host.store('core_share', { kind: entity.table, rowId: id, ...share })
  }

  async #store(entity: AnyEntity, values: Values): Promise<string> {
    const sample = this.#samples.get(entity.table)
    if (typeof sample !== 'function') throw new Error(`the testing entry has to say how a row of ${entity.table} is made`)
    const wish = this.#wish()
    const row = { ...filledColumns(entity, wish), ...sample(wish), ...(await this.#fitted(entity, values)), ...ownRoot(entity) }
    const id = await this.#host.store(entity.table, row)
    const made = this.#made.get(entity.table) ?? []
    this.#made.set(entity.table, [...made, { id, text: wish.text, values: row }])
    return id
  }

  #wish(): SampleWish {
    const { bystander, emptyProject, emptyDepartment, roleId } = this.#places
    const number = ++this.#count
    const [personId, projectId, departmentId] = [bystander.id, emptyProject.id, emptyDepartment.id]
    return { text: `sample ${String(number).padStart(5, '0')}x`, number, personId, projectId, departmentId, roleId, now: this.#at(0) }
  }

  /** Columns that cannot be empty name somebody or something that concerns nobody. */
  async #fitted(entity: AnyEntity, values: Values): Promise<Values> {
    const rule = entity.rule as Rule
    const { bystander, emptyProject, emptyDepartment } = this.#places
    const own = (rule.own ?? []).filter((mark) => typeof mark === 'string')
    const filler = (column: string): unknown =>
      column === rule.project
        ? emptyProject.id
        : column === rule.department
          ? emptyDepartment.id
          : own.includes(column)
            ? bystander.id
            : null
    return Object.fromEntries(
      Object.entries(values).map(([column, value]) => [column, value === null && !isNullable(entity, column) ? filler(column) : value]),
    )
  }

  async #plansOf(entity: AnyEntity, entities: ReadonlyMap<string, AnyEntity>): Promise<readonly Plan[]> {
    const rule = entity.rule as Rule
    if ('open' in rule) return [{ values: {} }, { values: {} }]
    if (rule.members) return this.#withMembers(entity, rule.members, entities)
    if (rule.within) return this.#childrenOf(entity, rule.within)
    return this.#onTheLadder(entity, rule)
  }

  #withMembers(entity: AnyEntity, via: Via, entities: ReadonlyMap<string, AnyEntity>): readonly Plan[] {
    const people = this.#cast.owners.map(({ id }) => id)
    const groups = [people, people.slice(0, 2), people.slice(2, 4), people.slice(4), []]
    const head = headOf(entity, entities, this.#at(0))
    const plan = (ids: readonly string[], ended: readonly string[] = []): Plan => ({
      values: head,
      beside: [
        { via, ids: [...ids, this.#places.bystander.id] },
        { via, ids: ended, ended: true },
      ],
    })
    const everybody = [...this.#cast.actors.flatMap(({ id }) => (id === undefined ? [] : [id]))]
    const ends =
      via.until === undefined
        ? []
        : [
            plan(people.slice(0, 1), people.slice(1)),
            plan(
              [],
              everybody.filter((id, at) => everybody.indexOf(id) === at),
            ),
          ]
    return [...groups.map((ids) => plan(ids)), plan([...new Set(everybody)]), ...ends]
  }

  async #childrenOf(entity: AnyEntity, [key, table]: readonly [string, string]): Promise<readonly Plan[]> {
    const parents = this.#made.get(table) ?? (await this.#host.stored(table)).map(({ id }) => ({ id: String(id) }))
    const own = ((entity.rule as Rule).own ?? []).filter((mark) => typeof mark === 'string')
    return parents.slice(0, 24).flatMap(({ id }, at) =>
      Array.from({ length: children }, (_, index): Plan => {
        const author = index === 0 ? this.#cast.owners[at % this.#cast.owners.length]!.id : this.#places.bystander.id
        const logged = isLog(entity) ? loggedColumns(entity, index + 1, author) : {}
        return { values: { [key]: id, ...Object.fromEntries(own.map((column) => [column, author])), ...logged } }
      }),
    )
  }

  async #onTheLadder(entity: AnyEntity, rule: Rule): Promise<readonly Plan[]> {
    const { project, otherProject, above, mine, below, elsewhere, bystander } = this.#places
    const own = rule.own ?? []
    const ownColumns = own.filter((mark) => typeof mark === 'string')
    const nobodys = {
      ...Object.fromEntries(ownColumns.map((column) => [column, bystander.id])),
      ...column(rule.project, null),
      ...column(rule.department, null),
    }
    const parents = rule.inherits ? (this.#made.get(rule.inherits[1]) ?? []) : []
    let turn = 0
    const plan = (values: Values, more: Omit<Plan, 'values'> = {}): Plan => ({
      values: {
        ...nobodys,
        ...(rule.inherits && { [rule.inherits[0]]: parents[turn++ % Math.max(1, parents.length)]?.id ?? null }),
        ...values,
      },
      ...more,
    })
    const owned = this.#cast.owners.flatMap(({ id }) =>
      ownColumns.flatMap((name) => [
        plan({ [name]: id }),
        ...(rule.project ? [plan({ [name]: id, ...column(rule.project, otherProject.id) })] : []),
      ]),
    )
    const takingPart = own
      .filter((mark) => typeof mark !== 'string')
      .flatMap((via) =>
        this.#cast.owners.map(({ id }, at) => plan({}, { beside: [{ via, ids: [id], ended: via.until !== undefined && at % 2 === 1 }] })),
      )
    const inProjects = rule.project === undefined ? [] : [project, otherProject].map(({ id }) => this.#placed(plan, rule.project!, id))
    const inDepartments =
      rule.department === undefined ? [] : [above, mine, below, elsewhere].map(({ id }) => this.#placed(plan, rule.department!, id))
    return [plan({}), ...owned, ...takingPart, ...inProjects, ...inDepartments, ...this.#shared(plan, rule)]
  }

  #placed(plan: (values: Values, more?: Omit<Plan, 'values'>) => Plan, mark: string | Via, id: string): Plan {
    return typeof mark === 'string' ? plan({ [mark]: id }) : plan({}, { beside: [{ via: mark, ids: [id] }] })
  }

  #shared(plan: (values: Values, more?: Omit<Plan, 'values'>) => Plan, rule: Rule): readonly Plan[] {
    if (!rule.shares) return []
    const subjects = [...this.#cast.owners.map(({ id }) => id), this.#places.project.id, this.#places.mine.id, 'everyone-inside']
    const [first = 'view', ...rest] = Object.keys(rule.shares.levels)
    return [
      ...subjects.map((subjectId) => plan({}, { shares: [{ subjectId, level: first, until: this.#at(hour) }] })),
      ...rest.map((level) => plan({}, { shares: subjects.map((subjectId) => ({ subjectId, level, until: null })) })),
      plan({}, { shares: subjects.map((subjectId) => ({ subjectId, level: first, until: this.#at(-hour) })) }),
    ]
  }

  #at(milliseconds: number): Date {
    return new Date(this.#host.clock.now().getTime() + milliseconds)
  }
}

const column = (mark: string | Via | undefined, value: unknown): Values => (typeof mark === 'string' ? { [mark]: value } : {})

const vias = ({ own = [], project, department, members }: Rule): readonly Via[] =>
  [...own, project, department, members].filter((mark) => mark !== undefined && typeof mark !== 'string')

/** The newest row of its stream, for the table that the streams of a log are rows of. */
function headOf({ table }: AnyEntity, entities: ReadonlyMap<string, AnyEntity>, now: Date): Values {
  const log = [...entities.values()].find((entity): entity is AnyLog => isLog(entity) && entity.log.head.table === table)
  if (log === undefined) return {}
  const { seq, no, at } = log.log.head
  return { [seq]: children, [no]: children, [at]: now }
}

const loggedColumns = ({ log }: AnyLog, number: number, author: string): Values => ({
  seq: number,
  no: number,
  [log.once[0]]: crypto.randomUUID(),
  [log.author]: author,
})

/** A row whose own shares count, where a column says whose. */
function ownRoot({ rule }: AnyEntity): Values {
  const root = (rule as Rule).shares?.root
  const id = crypto.randomUUID()
  return root === undefined ? {} : { id, [root]: id }
}

function parentsFirst(entities: ReadonlyMap<string, AnyEntity>): readonly AnyEntity[] {
  const sorted: AnyEntity[] = []
  const visit = (entity: AnyEntity | undefined): void => {
    if (entity === undefined || sorted.includes(entity)) return
    const { within, inherits } = entity.rule as Rule
    const above = (within ?? inherits)?.[1]
    if (above !== entity.table) visit(entities.get(above ?? ''))
    sorted.push(entity)
  }
  for (const entity of entities.values()) visit(entity)
  return sorted
}

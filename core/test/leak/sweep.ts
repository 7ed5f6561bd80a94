import type { Permission } from '@liaison/sdk'
import type { AnyEntity, AnyLog, Rows } from '@liaison/sdk/server'
import type { TestDatabase } from '../database.ts'
import { Channel, Comment, Folder, Member, Message, Page, Participant, sampleTables, Task } from '../sample-plugin/index.ts'
import { permissions } from '../sample-plugin/permissions.ts'
import { Model } from './model.ts'
import { type AccessFloor, type Outcome, Visitor } from './store.ts'
import { type Chance, chanceOf, type Person, type World } from './world.ts'

type Thing = { readonly id: string } & Record<string, unknown>
interface Kind {
  readonly name: string
  readonly entity: AnyEntity
  readonly permissions: readonly Permission[]
  readonly rows: readonly Thing[]
  reaches(person: Person, permission: string, row: Thing): boolean
  /** A change that says nothing of who reaches the row */
  readonly harmless: Readonly<Record<string, unknown>>
  /** A new row somewhere in the world; undefined when there is no place for one */
  fresh(chance: Chance, person: Person): Record<string, unknown> | undefined
  /** A change that moves a row elsewhere */
  elsewhere?(chance: Chance): Record<string, unknown>
}

/** How often a door let somebody through and how often it did not: one that never did both proves nothing. */
export type Tally = Map<string, { answered: number; refused: number }>
export interface Sweep {
  readonly wrong: string[]
  readonly tally: Tally
  comparisons: number
}

const keyed = (prefix: string): readonly Permission[] => permissions.filter(({ key }) => key.startsWith(prefix))

function kindsOf(world: World, model: Model): readonly Kind[] {
  const people = world.people.map(({ id }) => id)
  const departments = world.departments.map(({ id }) => id)
  const orNull = <T>(chance: Chance, values: readonly T[]): T | null => (chance.happens(0.3) ? null : chance.one(values))
  const anyone = (chance: Chance, person: Person): string => (chance.happens(0.5) ? person.id : chance.one(people))
  const taskPlace = (chance: Chance) => ({ projectId: orNull(chance, world.projects), departmentId: orNull(chance, departments) })
  const kind = <Row extends { readonly id: string }>(
    declared: Omit<Kind, 'rows' | 'reaches'> & { rows: readonly Row[]; reaches: (person: Person, permission: string, row: Row) => boolean },
  ): Kind => declared as never
  return [
    kind({
      name: 'task',
      entity: Task,
      permissions: keyed('tasks.'),
      rows: world.tasks,
      reaches: (person, permission, row) => model.task(person, permission, row),
      harmless: { title: 'renamed' },
      fresh: (chance, person) => ({
        ownerId: anyone(chance, person),
        createdById: anyone(chance, person),
        ...taskPlace(chance),
        dueAt: null,
        title: 'new',
        urgent: false,
        labels: null,
      }),
      elsewhere: (chance) => ({ ownerId: chance.one(people), createdById: chance.one(people), ...taskPlace(chance) }),
    }),
    kind({
      name: 'participant',
      entity: Participant,
      permissions: keyed('tasks.'),
      rows: world.participants,
      reaches: (person, permission, row) => model.participant(person, permission, row),
      harmless: { personId: 'newcomer' },
      fresh(chance, person) {
        const taskId = chance.one(world.tasks).id
        const isThere = world.participants.some((row) => row.taskId === taskId && row.personId === person.id)
        return { taskId, personId: isThere ? 'newcomer' : person.id }
      },
      elsewhere: (chance) => ({ taskId: chance.one(world.tasks).id, personId: 'newcomer' }),
    }),
    kind({
      name: 'comment',
      entity: Comment,
      permissions: keyed('tasks.'),
      rows: world.comments,
      reaches: (person, permission, row) => model.comment(person, permission, row),
      harmless: { text: 'edited' },
      fresh: (chance, person) => ({
        taskId: chance.happens(0.05) ? 'task-nowhere' : chance.one(world.tasks).id,
        authorId: anyone(chance, person),
        text: 'new',
      }),
      elsewhere: (chance) => ({ taskId: chance.one(world.tasks).id }),
    }),
    kind({
      name: 'channel',
      entity: Channel,
      permissions: keyed('chat.'),
      rows: world.channels.map((id) => ({ id })),
      reaches: (person, permission, row) =>
        row.id.startsWith('made-') ? model.has(person, permission) : model.channel(person, permission, row.id),
      harmless: { name: 'renamed' },
      fresh: () => ({ name: 'new', lastSeq: 0, lastNo: 0, lastAt: null }),
    }),
    kind({
      name: 'member',
      entity: Member,
      permissions: keyed('chat.'),
      rows: world.members,
      reaches: (person, permission, row) => model.member(person, permission, row),
      harmless: { readSeq: 1 },
      fresh(chance, person) {
        const channelId = chance.one(world.channels)
        const isThere = world.members.some((row) => row.channelId === channelId && row.personId === person.id)
        return { channelId, personId: isThere ? 'newcomer' : person.id, until: null, readSeq: 0, readNo: 0, readAt: null }
      },
      elsewhere: (chance) => ({ channelId: chance.one(world.channels), personId: 'newcomer' }),
    }),
    kind({
      name: 'message',
      entity: Message,
      permissions: keyed('chat.'),
      rows: world.messages,
      reaches: (person, permission, row) => model.message(person, permission, row),
      harmless: { text: 'edited' },
      fresh: () => undefined,
    }),
    kind({
      name: 'folder',
      entity: Folder,
      permissions: keyed('docs.'),
      rows: world.folders,
      reaches: (person, permission, row) => model.folder(person, permission, row),
      harmless: { name: 'renamed' },
      fresh: (chance, person) => ({
        name: 'new',
        parentId: null,
        shareRootId: chance.one(world.folders).id,
        departmentId: orNull(chance, departments),
        ownerId: anyone(chance, person),
      }),
      elsewhere: (chance) => ({
        shareRootId: chance.one(world.folders).id,
        departmentId: orNull(chance, departments),
        ownerId: chance.one(people),
      }),
    }),
    kind({
      name: 'page',
      entity: Page,
      permissions: keyed('docs.'),
      rows: world.pages,
      reaches: (person, permission, row) => model.page(person, permission, row),
      harmless: { title: 'renamed' },
      fresh: (chance, person) => ({ title: 'new', folderId: chance.one(world.folders).id, ownerId: anyone(chance, person) }),
      elsewhere: (chance) => ({ folderId: chance.one(world.folders).id, ownerId: chance.one(people) }),
    }),
  ]
}

/** Tries every door as every person and compares with the model. */
export async function sweep(floor: AccessFloor, database: TestDatabase, world: World, seed: number): Promise<Sweep> {
  const { db } = database
  const model = new Model(world)
  const found: Sweep = { wrong: [], tally: new Map(), comparisons: 0 }
  const chance = chanceOf(seed)
  const load = floor.createAccessLoader(
    db,
    () => world.now,
    () => undefined,
  )
  const memberships = floor.createMemberships({ db, entities: sampleTables.values() })
  const appends = floor.createAppendCheck({ db, memberships, entities: sampleTables, now: () => world.now })
  try {
    for (const person of world.people) {
      const access = await load(person.id)
      if (person.disabled || !access) {
        if (person.disabled !== (access === undefined)) found.wrong.push(`${person.id} is ${access ? '' : 'not '}let in`)
        continue
      }
      const visitor = new Visitor({ floor, db, world, memberships, access })
      const trial = { visitor, person, chance, found, world, model }
      for (const { key } of permissions) judge(trial, 'function', key, access.grants.has(key), model.has(person, key))
      for (const kind of kindsOf(world, model)) for (const permission of kind.permissions) await tryKind(trial, kind, permission)
      await tryJoins(trial)
      for (const channelId of world.channels) {
        await tryChannel(trial, channelId)
        const [read, send] = keyed('chat.') as [Permission, Permission]
        const may = model.has(person, read.key) && model.has(person, send.key) && model.members(channelId).has(person.id)
        judge(trial, 'append in a burst', `${channelId}`, await appends.mayAppend(access, send, Message, channelId), may)
      }
    }
  } finally {
    memberships.close()
  }
  return found
}

interface Trial {
  readonly visitor: Visitor
  readonly person: Person
  readonly chance: Chance
  readonly found: Sweep
  readonly world: World
  readonly model: Model
}

function note({ found }: Trial, door: string, through: boolean): void {
  const counts = found.tally.get(door) ?? { answered: 0, refused: 0 }
  counts[through ? 'answered' : 'refused']++
  found.tally.set(door, counts)
  found.comparisons++
}

function judge(trial: Trial, door: string, where: string, got: unknown, expected: boolean): void {
  note(trial, door, expected)
  if (got !== expected) trial.found.wrong.push(`${door} of ${where} as ${trial.person.id}: ${String(got)}, expected ${String(expected)}`)
}

function judgeOutcome(trial: Trial, door: string, where: string, outcome: Outcome, expected: 'ok' | number): void {
  note(trial, door, expected === 'ok')
  if (outcome.is !== expected) trial.found.wrong.push(`${door} of ${where} as ${trial.person.id}: ${outcome.is}, expected ${expected}`)
}

function judgeRows(trial: Trial, door: string, where: string, got: readonly string[], expected: readonly string[], all: number): void {
  note(trial, door, expected.length > 0)
  if (expected.length < all) note(trial, door, false)
  const [seen, due] = [got.toSorted(), expected.toSorted()]
  if (seen.length !== due.length || seen.some((id, index) => id !== due[index])) {
    const [more, less] = [seen.filter((id) => !due.includes(id)), due.filter((id) => !seen.includes(id))]
    trial.found.wrong.push(
      `${door} of ${where} as ${trial.person.id}: ${more.length} too many (${more.slice(0, 3).join()}), ${less.length} missing (${less.slice(0, 3).join()})`,
    )
  }
}

async function tryKind(trial: Trial, kind: Kind, permission: Permission): Promise<void> {
  const { visitor, person, chance } = trial
  const { entity, rows } = kind
  const where = `${kind.name} under ${permission.key}`
  const reached = (row: Thing): boolean => kind.reaches(person, permission.key, row)
  const byId = (row: Thing): 'ok' | number => {
    if (reached(row)) return 'ok'
    return permission.key !== entity.rule.read.key && kind.reaches(person, entity.rule.read.key, row) ? 403 : 404
  }
  const expected = rows.filter(reached).map(({ id }) => id)
  const reader = visitor.rows(permission).of(entity, permission)

  judgeRows(trial, 'list', where, await listed(reader, kind, chance), expected, rows.length)
  judgeCount(trial, 'count', where, await visitor.reads(permission, (all) => all.of(entity).count()), expected.length)
  const streamed: string[] = []
  for await (const row of reader.each()) {
    streamed.push((row as Thing).id)
    if (streamed.length > 2 * rows.length) break
  }
  judgeRows(trial, 'each', where, streamed, expected, rows.length)

  for (const row of chance.some(rows, 6)) {
    judgeOutcome(trial, 'get', `${where} ${row.id}`, await visitor.reads(permission, (all) => all.of(entity).get(row.id)), byId(row))
    judge(trial, 'find', `${where} ${row.id}`, (await reader.find(row.id)) !== undefined, reached(row))
  }
  for (const row of chance.some(rows, 3)) {
    judgeOutcome(
      trial,
      'change',
      `${where} ${row.id}`,
      await visitor.writes(permission, (all) => all.of(entity).change(row.id, kind.harmless as never)),
      byId(row),
    )
    judgeOutcome(trial, 'remove', `${where} ${row.id}`, await visitor.writes(permission, (all) => all.of(entity).remove(row.id)), byId(row))
    const patch = kind.elsewhere?.(chance)
    if (!patch) continue
    const moved = reached(row) && !kind.reaches(person, permission.key, { ...row, ...patch }) ? 403 : byId(row)
    judgeOutcome(
      trial,
      'change elsewhere',
      `${where} ${row.id}`,
      await visitor.writes(permission, (all) => all.of(entity).change(row.id, patch as never)),
      moved,
    )
  }
  await tryCreate(trial, kind, permission)
  const patch = kind.name === 'participant' ? {} : kind.harmless
  judgeCount(
    trial,
    'changeAll',
    where,
    await visitor.writes(permission, (all) => all.of(entity).changeAll({}, patch as never)),
    expected.length,
  )
  judgeCount(trial, 'removeAll', where, await visitor.writes(permission, (all) => all.of(entity).removeAll({})), expected.length)
  if ('shares' in entity.rule) await tryShare(trial, kind, permission, byId)
}

/** Page by page, in some order. */
async function listed(reader: ReturnType<Rows['of']>, kind: Kind, chance: Chance): Promise<string[]> {
  const by = kind.name === 'task' ? chance.one(['id', 'dueAt']) : 'id'
  const order = { by: by as never, descending: chance.happens(0.5) }
  const seen: string[] = []
  // a faulty store may answer for ever
  for (let cursor: string | null | undefined; cursor !== null && seen.length <= 2 * kind.rows.length;) {
    const page: { items: readonly unknown[]; next: string | null } = await reader.list({
      order,
      limit: 7,
      ...(cursor !== undefined && { cursor }),
    })
    seen.push(...page.items.map((row) => (row as Thing).id))
    cursor = page.next
  }
  return seen
}

function judgeCount(trial: Trial, door: string, where: string, outcome: Outcome, expected: number): void {
  note(trial, door, expected > 0)
  if (outcome.is !== 'ok' || outcome.value !== expected)
    trial.found.wrong.push(`${door} of ${where} as ${trial.person.id}: ${JSON.stringify(outcome)}, expected ${expected}`)
}

async function tryCreate(trial: Trial, kind: Kind, permission: Permission): Promise<void> {
  const { visitor, person, chance } = trial
  for (let attempt = 0; attempt < 3; attempt++) {
    const row = kind.fresh(chance, person)
    if (!row) return
    const expected = kind.reaches(person, permission.key, { id: 'made-now', ...row }) ? 'ok' : 403
    judgeOutcome(
      trial,
      'create',
      `${kind.name} under ${permission.key} ${JSON.stringify(row)}`,
      await visitor.writes(permission, (all) => all.of(kind.entity).create(row as never)),
      expected,
    )
  }
}

async function tryShare(trial: Trial, kind: Kind, permission: Permission, byId: (row: Thing) => 'ok' | number): Promise<void> {
  const { visitor, chance, person } = trial
  for (const row of chance.some(kind.rows, 2)) {
    const share = { subjectId: person.id, level: 'edit' as const }
    judgeOutcome(
      trial,
      'share',
      `${kind.name} under ${permission.key} ${row.id}`,
      await visitor.writes(permission, (all) => all.share(kind.entity, row.id, share)),
      byId(row),
    )
    judgeOutcome(
      trial,
      'unshare',
      `${kind.name} under ${permission.key} ${row.id}`,
      await visitor.writes(permission, (all) => all.unshare(kind.entity, row.id, person.id)),
      byId(row),
    )
  }
}

/** Queries that join what belongs to several permissions: each table keeps its own scope. */
async function tryJoins(trial: Trial): Promise<void> {
  const { visitor, person, world, model } = trial
  const [tasksRead, docsRead] = [keyed('tasks.read')[0] as Permission, keyed('docs.read')[0] as Permission]
  const tasks = world.tasks.filter((row) => model.task(person, 'tasks.read', row))
  const comments = world.comments.filter((row) => model.comment(person, 'tasks.read', row))
  const query = (permission: Permission, build: (tables: never) => unknown) =>
    visitor.rows(permission).query(build as never) as Promise<Record<string, unknown>[]>

  const pairs = await query(tasksRead, (tables: Tables) =>
    tables.selectFrom('sample_task as t').leftJoin('sample_comment as c', 'c.taskId', 't.id').select(['t.id as task', 'c.id as comment']),
  )
  const expectedPairs = tasks.flatMap((task) => {
    const own = comments.filter(({ taskId }) => taskId === task.id)
    return own.length > 0 ? own.map(({ id }) => `${task.id}/${id}`) : [`${task.id}/null`]
  })
  judgeRows(
    trial,
    'join',
    'tasks and comments',
    pairs.map(({ task, comment }) => `${String(task)}/${String(comment)}`),
    expectedPairs,
    world.comments.length + world.tasks.length,
  )

  const pages = world.pages.filter((row) => model.page(person, 'docs.read', row))
  const folders = new Set(world.folders.filter((row) => model.folder(person, 'docs.read', row)).map(({ id }) => id))
  const across = await query(docsRead, (tables: Tables) =>
    tables
      .selectFrom('sample_page as p')
      .leftJoin('sample_folder as f', 'f.id', 'p.folderId')
      .leftJoin('sample_task as t', (join: Join) => join.onTrue())
      .select(['p.id as page', 'f.id as folder', 't.id as task']),
  )
  const expectedAcross = pages.flatMap((page) =>
    (tasks.length > 0 ? tasks : [{ id: null }]).map((task) => `${page.id}/${folders.has(page.folderId) ? page.folderId : null}/${task.id}`),
  )
  judgeRows(
    trial,
    'join across',
    'pages, folders and tasks',
    across.map(({ page, folder, task }) => `${String(page)}/${String(folder)}/${String(task)}`),
    expectedAcross,
    world.pages.length * world.tasks.length,
  )

  const either = await query(tasksRead, (tables: Tables) =>
    tables
      .selectFrom('sample_task')
      .select('id')
      .where((eb: Either) => eb.or([eb('urgent', '=', true), eb('urgent', '=', false)])),
  )
  judgeRows(
    trial,
    'or',
    'tasks',
    either.map(({ id }) => String(id)),
    tasks.map(({ id }) => id),
    world.tasks.length,
  )

  const counted = await query(tasksRead, (tables: Tables) =>
    tables
      .selectFrom('sample_task as t')
      .select((eb: Either) => [
        't.id',
        eb.selectFrom('sample_comment as c').whereRef('c.taskId', '=', 't.id').select(eb.fn.countAll().as('n')).as('comments'),
      ]),
  )
  const expectedCounts = tasks.map(({ id }) => `${id}=${comments.filter(({ taskId }) => taskId === id).length}`)
  judgeRows(
    trial,
    'sub-query',
    'comments of tasks',
    counted.map(({ id, comments: n }) => `${String(id)}=${String(n)}`),
    expectedCounts,
    world.tasks.length,
  )
}
// oxlint-disable-next-line typescript/no-explicit-any -- the queries are described over tables of several plugins at once
type Tables = any
// oxlint-disable-next-line typescript/no-explicit-any -- as above
type Join = any
// oxlint-disable-next-line typescript/no-explicit-any -- as above
type Either = any

async function tryChannel(trial: Trial, channelId: string): Promise<void> {
  const { visitor, person, model, world } = trial
  const read = keyed('chat.read')[0] as Permission
  const isSeen = model.channel(person, 'chat.read', channelId)
  const rows = visitor.rows(read)

  const page = await rows.log(Message as AnyLog as never).page(channelId, { limit: 200 })
  const all = world.messages.filter((row) => row.channelId === channelId).map(({ id }) => id)
  judgeRows(
    trial,
    'log page',
    channelId,
    page.map((row) => (row as Thing).id),
    isSeen ? all : [],
    all.length,
  )
  judgeRows(
    trial,
    'members',
    channelId,
    [...(await rows.members(Channel, channelId))],
    isSeen ? [...model.members(channelId)] : [],
    world.members.length,
  )
  judgeOutcome(
    trial,
    'read position',
    channelId,
    await visitor.reads(read, (scoped) => scoped.log(Message as AnyLog as never).read(channelId, 1)),
    isSeen ? 'ok' : 404,
  )

  const send = keyed('chat.send')[0] as Permission
  const message = { channelId, authorId: person.id, clientId: 'a-new-one', text: 'new' }
  const mayAppend = isSeen && model.has(person, 'chat.send')
  judgeOutcome(
    trial,
    'append',
    channelId,
    await visitor.writes(send, (scoped) => scoped.log(Message as AnyLog as never).append(message as never)),
    mayAppend ? 'ok' : 403,
  )
}

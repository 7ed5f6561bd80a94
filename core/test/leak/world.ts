/** A made-up company with its things, as plain data: what the model judges and the database stores. */
export type Scope = 'none' | 'own' | 'project' | 'department' | 'department-tree' | 'all'
export interface Person {
  readonly id: string
  readonly outside: boolean
  readonly disabled: boolean
  readonly departments: readonly string[]
  readonly roles: readonly { readonly role: string; readonly department: string | null }[]
  /** Membership in projects, each perhaps with a role that is held there */
  readonly projects: readonly { readonly project: string; readonly role: string | null }[]
}
export interface Department {
  readonly id: string
  readonly parent: string | null
}
export interface TaskRow {
  readonly id: string
  readonly ownerId: string
  readonly createdById: string
  readonly projectId: string | null
  readonly departmentId: string | null
  readonly dueAt: Date | null
}
export interface FolderRow {
  readonly id: string
  readonly parentId: string | null
  readonly shareRootId: string
  readonly departmentId: string | null
  readonly ownerId: string
}
export interface PageRow {
  readonly id: string
  readonly folderId: string
  readonly ownerId: string
}
export interface ShareRow {
  readonly kind: 'sample_task' | 'sample_folder' | 'sample_page'
  readonly rowId: string
  readonly subjectId: string
  readonly level: 'view' | 'edit'
  readonly until: Date | null
}
export interface MemberRow {
  readonly id: string
  readonly channelId: string
  readonly personId: string
  readonly until: Date | null
}
export interface World {
  readonly now: Date
  readonly people: readonly Person[]
  readonly departments: readonly Department[]
  readonly projects: readonly string[]
  /** Cells of each role: permission key → scope */
  readonly roles: ReadonlyMap<string, ReadonlyMap<string, Scope>>
  readonly tasks: readonly TaskRow[]
  readonly participants: readonly { readonly id: string; readonly taskId: string; readonly personId: string }[]
  readonly comments: readonly { readonly id: string; readonly taskId: string; readonly authorId: string }[]
  readonly channels: readonly string[]
  readonly members: readonly MemberRow[]
  readonly messages: readonly { readonly id: string; readonly channelId: string; readonly authorId: string; readonly seq: number }[]
  readonly folders: readonly FolderRow[]
  readonly pages: readonly PageRow[]
  readonly shares: readonly ShareRow[]
}

/** Chance that a seed decides, so that a failing world can be made again. */
export interface Chance {
  below(count: number): number
  happens(probability: number): boolean
  one<T>(of: readonly T[]): T
  some<T>(of: readonly T[], most: number): T[]
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (count: number): number => Math.floor(next() * count)
  const one = <T>(of: readonly T[]): T => of[below(of.length)] as T
  return {
    below,
    happens: (probability) => next() < probability,
    one,
    some: (of, most) => [...new Set(Array.from({ length: Math.min(below(most + 1), of.length) }, () => one(of)))],
  }
}

const permissions = ['tasks.read', 'tasks.update', 'tasks.comment', 'chat.read', 'chat.send', 'docs.read', 'docs.update']
const scopes: readonly Scope[] = ['none', 'own', 'own', 'project', 'project', 'department', 'department-tree', 'all']
const now = new Date('2026-03-02T08:00:00.000Z')
const past = new Date(now.getTime() - 1)
const future = new Date(now.getTime() + 60_000)

/** A world in which odd things happen: outside people with company-wide roles, people in several departments, ended shares. */
export function aWorld(seed: number): World {
  const chance = chanceOf(seed)
  const ids = (kind: string, count: number): string[] =>
    Array.from({ length: count }, (_, index) => `${kind}-${String(index).padStart(3, '0')}`)
  const orNull = <T>(value: T, probability: number): T | null => (chance.happens(probability) ? null : value)
  const until = (): Date | null => chance.one([null, null, past, future])

  const departments = ids('department', 9).map((id, index, all): Department => ({
    id,
    parent: index < 2 ? null : (all[chance.below(index)] as string),
  }))
  const departmentIds = departments.map(({ id }) => id)
  const projects = ids('project', 5)
  const roleIds = ids('role', 8)
  const roles = new Map(
    roleIds.map((role) => [
      role,
      new Map(permissions.filter(() => chance.happens(0.7)).map((permission): [string, Scope] => [permission, chance.one(scopes)])),
    ]),
  )
  const people = ids('person', 14).map((id, index): Person => ({
    id,
    outside: index % 4 === 3,
    disabled: index === 12,
    departments: chance.some(departmentIds, 2),
    roles: chance.some(roleIds, 2).map((role) => ({ role, department: orNull(chance.one(departmentIds), 0.7) })),
    projects: chance.some(projects, 3).map((project) => ({ project, role: orNull(chance.one(roleIds), 0.5) })),
  }))
  const personIds = people.map(({ id }) => id)
  const tasks = ids('task', 40).map((id): TaskRow => ({
    id,
    ownerId: chance.one(personIds),
    createdById: chance.one(personIds),
    projectId: orNull(chance.one(projects), 0.3),
    departmentId: orNull(chance.one(departmentIds), 0.3),
    dueAt: orNull(new Date(now.getTime() + chance.below(5) * 3_600_000), 0.4),
  }))
  const pairs = new Set(Array.from({ length: 30 }, () => `${chance.one(tasks).id}/${chance.one(personIds)}`))
  const participants = [...pairs].map((pair, index) => ({
    id: `participant-${index}`,
    taskId: pair.split('/')[0] as string,
    personId: pair.split('/')[1] as string,
  }))
  const comments = ids('comment', 50).map((id) => ({ id, taskId: chance.one(tasks).id, authorId: chance.one(personIds) }))

  const channels = ids('channel', 8)
  const seats = new Set(Array.from({ length: 40 }, () => `${chance.one(channels)}/${chance.one(personIds)}`))
  const members = [...seats].map((seat, index): MemberRow => ({
    id: `member-${index}`,
    channelId: seat.split('/')[0] as string,
    personId: seat.split('/')[1] as string,
    until: until(),
  }))
  const counts = new Map<string, number>()
  const messages = ids('message', 60).map((id) => {
    const channelId = chance.one(channels)
    counts.set(channelId, (counts.get(channelId) ?? 0) + 1)
    return { id, channelId, authorId: chance.one(personIds), seq: counts.get(channelId) as number }
  })

  const folders: FolderRow[] = []
  for (const id of ids('folder', 14)) {
    const parent = folders.length > 0 && chance.happens(0.8) ? chance.one(folders) : undefined
    const breaks = !parent || chance.happens(0.3)
    folders.push({
      id,
      parentId: parent?.id ?? null,
      shareRootId: breaks ? id : parent.shareRootId,
      departmentId: orNull(chance.one(departmentIds), 0.5),
      ownerId: chance.one(personIds),
    })
  }
  const pages = ids('page', 40).map((id): PageRow => ({ id, folderId: chance.one(folders).id, ownerId: chance.one(personIds) }))

  const subjects = [...personIds, ...projects, ...departmentIds, 'everyone-inside']
  const named = (kind: ShareRow['kind'], rows: readonly { readonly id: string }[]) => rows.map(({ id }) => [kind, id] as const)
  const shareable = [...named('sample_task', tasks), ...named('sample_folder', folders), ...named('sample_page', pages)]
  const granted = new Map<string, ShareRow>()
  for (let index = 0; index < 60; index++) {
    const [kind, rowId] = chance.one(shareable)
    const share: ShareRow = { kind, rowId, subjectId: chance.one(subjects), level: chance.one(['view', 'edit'] as const), until: until() }
    granted.set(`${kind}/${rowId}/${share.subjectId}`, share)
  }
  return {
    now,
    people,
    departments,
    projects,
    roles,
    tasks,
    participants,
    comments,
    channels,
    members,
    messages,
    folders,
    pages,
    shares: [...granted.values()],
  }
}

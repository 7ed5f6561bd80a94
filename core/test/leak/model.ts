import type { FolderRow, PageRow, Person, Scope, TaskRow, World } from './world.ts'

/**
 * Who may reach what, judged from the words of the requirement alone: one role at a time, one row at a time, nothing
 * compiled and nothing asked of a database. It shares no line with the store, so that both can only agree by being right.
 *
 * Words: own = owner, creator or participant. project = own and the things of my projects. department = that, and things of
 * my departments. department tree = the same with what is below. all = everything. A role may be held in one project (it
 * gives at most "project", of that project, and "own" only there) or in one department (its things, or its tree's, and
 * nothing of my projects). Outside people never get more than "project". Without the function nothing else helps.
 */
export class Model {
  readonly #world: World
  constructor(world: World) {
    this.#world = world
  }

  /** Whether the person has the function at all. */
  has(person: Person, permission: string): boolean {
    return !person.disabled && this.#hats(person, permission).length > 0
  }

  task(person: Person, permission: string, task: TaskRow): boolean {
    if (!this.has(person, permission)) return false
    const isOwn = this.#isOwnTask(person, task)
    const byRole = this.#hats(person, permission).some(
      (hat) => (isOwn && hat.ownIn(task.projectId)) || hat.reaches(task.projectId, task.departmentId),
    )
    return byRole || this.#isShared(person, permission, 'sample_task', task.id)
  }

  participant(person: Person, permission: string, row: { taskId: string }): boolean {
    const task = this.#taskOf(row.taskId)
    if (!task || !this.has(person, permission) || !this.task(person, 'tasks.read', task)) return false
    return this.task(person, permission, task)
  }

  comment(person: Person, permission: string, row: { taskId: string; authorId: string }): boolean {
    const task = this.#taskOf(row.taskId)
    if (!task || !this.has(person, permission) || !this.task(person, 'tasks.read', task)) return false
    if (permission === 'tasks.read') return true
    return this.#hats(person, permission).some(
      (hat) => (row.authorId === person.id && hat.ownIn(task.projectId)) || hat.reaches(task.projectId, task.departmentId),
    )
  }

  channel(person: Person, permission: string, channelId: string): boolean {
    return this.has(person, permission) && this.members(channelId).has(person.id)
  }

  members(channelId: string): Set<string> {
    const { members, now } = this.#world
    return new Set(
      members.filter((member) => member.channelId === channelId && !(member.until && member.until <= now)).map(({ personId }) => personId),
    )
  }

  member(person: Person, permission: string, row: { channelId: string }): boolean {
    return this.has(person, permission) && this.channel(person, 'chat.read', row.channelId)
  }

  message(person: Person, permission: string, row: { channelId: string; authorId: string }): boolean {
    if (!this.has(person, permission) || !this.channel(person, 'chat.read', row.channelId)) return false
    return permission === 'chat.read' || row.authorId === person.id
  }

  folder(person: Person, permission: string, folder: FolderRow): boolean {
    if (!this.has(person, permission)) return false
    const byRole = this.#hats(person, permission).some((hat) => folder.ownerId === person.id || hat.reaches(null, folder.departmentId))
    return byRole || this.#isShared(person, permission, 'sample_folder', folder.shareRootId)
  }

  page(person: Person, permission: string, page: PageRow): boolean {
    if (!this.has(person, permission)) return false
    if (page.ownerId === person.id || this.#hats(person, permission).some((hat) => hat.reaches(null, null))) return true
    if (this.#isShared(person, permission, 'sample_page', page.id)) return true
    const folder = this.#world.folders.find(({ id }) => id === page.folderId)
    return folder !== undefined && this.folder(person, permission, folder)
  }

  #taskOf(taskId: string): TaskRow | undefined {
    return this.#world.tasks.find(({ id }) => id === taskId)
  }

  #isOwnTask(person: Person, task: TaskRow): boolean {
    const takesPart = this.#world.participants.some((row) => row.taskId === task.id && row.personId === person.id)
    return task.ownerId === person.id || task.createdById === person.id || takesPart
  }

  #isShared(person: Person, permission: string, kind: string, rowId: string): boolean {
    const enough = permission.endsWith('.read') ? ['view', 'edit'] : permission.endsWith('.update') ? ['edit'] : []
    return this.#world.shares.some((share) => {
      if (share.kind !== kind || share.rowId !== rowId || !enough.includes(share.level)) return false
      if (share.until && share.until <= this.#world.now) return false
      const { subjectId: subject } = share
      if (subject === person.id || person.projects.some(({ project }) => project === subject)) return true
      return !person.outside && (subject === 'everyone-inside' || person.departments.includes(subject))
    })
  }

  #isBelow(department: string, above: string): boolean {
    for (let at: string | null | undefined = department; at; at = this.#world.departments.find(({ id }) => id === at)?.parent)
      if (at === above) return true
    return false
  }

  /** The roles under which a person has a function: how far each one goes in the place where it is held. */
  #hats(person: Person, permission: string): Hat[] {
    const scopeOf = (role: string): Scope => this.#world.roles.get(role)?.get(permission) ?? 'none'
    const inProject = person.projects.flatMap(({ project, role }) =>
      role === null || scopeOf(role) === 'none' ? [] : [projectHat(project, scopeOf(role))],
    )
    const elsewhere = person.roles
      .filter(({ role }) => scopeOf(role) !== 'none')
      .map(({ role, department }) => this.#hat(person, scopeOf(role), department))
    return [...inProject, ...elsewhere]
  }

  #hat(person: Person, scope: Scope, heldIn: string | null): Hat {
    const myProjects = heldIn === null ? person.projects.map(({ project }) => project) : []
    const myDepartments = heldIn === null ? person.departments : [heldIn]
    const level = person.outside && scope !== 'own' ? 'project' : scope
    const inside = (department: string | null): boolean => {
      if (department === null) return false
      if (level === 'department') return myDepartments.includes(department)
      const wholeTree = level === 'department-tree' || (level === 'all' && heldIn !== null)
      return wholeTree && myDepartments.some((mine) => this.#isBelow(department, mine))
    }
    return {
      ownIn: () => true,
      reaches(project, department) {
        if (level === 'own') return false
        if (level === 'all' && heldIn === null) return true
        return (project !== null && myProjects.includes(project)) || inside(department)
      },
    }
  }
}

interface Hat {
  /** Whether own things count, given the project they lie in */
  ownIn(project: string | null): boolean
  /** Whether it reaches things there that are not one's own */
  reaches(project: string | null, department: string | null): boolean
}

const projectHat = (held: string, scope: Scope): Hat => ({
  ownIn: (project) => project === held,
  reaches: (project) => scope !== 'own' && project === held,
})

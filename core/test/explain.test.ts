import { beforeAll, expect, it } from 'vitest'
import type { AnyEntity } from '@liaison/sdk/server'
import type { Permission } from '@liaison/sdk'
import { explain } from '../src/access/explain.ts'
import { forEachDatabase, type TestDatabase } from './database.ts'
import { leakSetup, settle } from './leak/store.ts'
import { Model } from './leak/model.ts'
import { aWorld, type Person, type TaskRow, type World } from './leak/world.ts'
import { Channel, Comment, Page, sampleTables, Task } from './sample-plugin/index.ts'
import { chatRead, docsRead, docsUpdate, tasksRead, tasksUpdate } from './sample-plugin/permissions.ts'

const now = new Date('2026-03-02T08:00:00.000Z')
const person = (id: string, facts: Partial<Person>): Person => ({
  id,
  outside: false,
  disabled: false,
  departments: [],
  roles: [],
  projects: [],
  ...facts,
})
const task = (id: string, facts: Partial<TaskRow>): TaskRow => ({
  id,
  ownerId: 'nobody',
  createdById: 'nobody',
  projectId: null,
  departmentId: null,
  dueAt: null,
  ...facts,
})

const company: World = {
  now,
  departments: [
    { id: 'sales', parent: null },
    { id: 'east', parent: 'sales' },
  ],
  projects: ['L-1'],
  roles: new Map([
    [
      'clerk',
      new Map([
        ['tasks.read', 'department'],
        ['chat.read', 'all'],
      ]),
    ],
  ]),
  people: [
    person('lin', { departments: ['sales'], roles: [{ role: 'clerk', department: null }] }),
    person('shen', { outside: true, roles: [{ role: 'clerk', department: null }], projects: [{ project: 'L-1', role: null }] }),
    person('gone', { disabled: true, roles: [{ role: 'clerk', department: null }] }),
  ],
  tasks: [task('in-sales', { departmentId: 'sales' }), task('in-east', { departmentId: 'east' }), task('in-project', { projectId: 'L-1' })],
  channels: ['secret'],
  participants: [],
  comments: [],
  members: [],
  messages: [],
  folders: [],
  pages: [],
  shares: [],
}

forEachDatabase('an explanation', (open, dialect) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await open(leakSetup)
    await settle(database, company)
  })
  const ask = (personId: string, permission: Permission, entity?: AnyEntity, id?: string, { db } = database) =>
    explain({ db, personId, permission, entities: sampleTables, now, ...(entity && { resource: { entity, id: id as string } }) })

  it('says which role gives the function, and how far', async () => {
    const { allowed, scope, because } = await ask('lin', tasksRead)
    expect({ allowed, scope }).toEqual({ allowed: true, scope: 'department' })
    expect(because[0]).toMatchObject({
      kind: 'cell',
      holds: true,
      ids: { roleId: 'clerk' },
      text: { 'zh-CN': '担任“clerk”，该角色给予“所在部门”' },
    })
  })

  it('says that a role is cut for outside people', async () => {
    const { scope, because } = await ask('shen', tasksRead, Task, 'in-project')
    expect(scope).toBe('project')
    expect(because[0]?.text.en).toContain('which reaches “project” here')
    expect(because).toContainEqual(
      expect.objectContaining({ kind: 'row', holds: true, text: expect.objectContaining({ en: 'Belongs to a project in the scope' }) }),
    )
  })

  it('says which fact of the row speaks for it, and that none does', async () => {
    expect(await ask('lin', tasksRead, Task, 'in-sales')).toMatchObject({ allowed: true })
    const refused = await ask('lin', tasksRead, Task, 'in-east')
    expect(refused.allowed).toBe(false)
    expect(refused.because.filter(({ kind }) => kind === 'row').every(({ holds }) => !holds)).toBe(true)
  })

  it('says that no role replaces a membership', async () => {
    const { allowed, because } = await ask('lin', chatRead, Channel, 'secret')
    expect(allowed).toBe(false)
    expect(because.at(-1)?.text['zh-CN']).toBe('不是其成员，角色不能代替成员身份')
  })

  it('is short for who is not there, holds nothing, or asks about nothing', async () => {
    expect(await ask('gone', tasksRead)).toMatchObject({ allowed: false, because: [{ kind: 'person', holds: false }] })
    expect(await ask('lin', docsRead)).toMatchObject({ allowed: false, scope: 'none' })
    expect(await ask('lin', tasksRead, Task, 'nowhere')).toMatchObject({ allowed: false })
  })

  it('agrees with what is enforced, in a random world', async () => {
    const world = aWorld(dialect === 'sqlite' ? 11 : 12)
    const other = await open(leakSetup)
    await settle(other, world)
    const model = new Model(world)
    for (const someone of world.people) {
      const answers = async (
        permission: Permission,
        entity: AnyEntity,
        rows: readonly { id: string }[],
        reaches: (row: never) => boolean,
      ) => {
        for (const row of rows.slice(0, 8))
          expect((await ask(someone.id, permission, entity, row.id, other)).allowed, `${someone.id} ${permission.key} ${row.id}`).toBe(
            reaches(row as never),
          )
      }
      await answers(tasksUpdate, Task, world.tasks, (row) => model.task(someone, 'tasks.update', row))
      await answers(tasksUpdate, Comment, world.comments, (row) => model.comment(someone, 'tasks.update', row))
      await answers(
        chatRead,
        Channel,
        world.channels.map((id) => ({ id })),
        ({ id }: { id: string }) => model.channel(someone, 'chat.read', id),
      )
      await answers(docsUpdate, Page, world.pages, (row) => model.page(someone, 'docs.update', row))
    }
  })
})

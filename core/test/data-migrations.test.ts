import { column, entity, migration } from '@liaison/sdk/server'
import { expect, it } from 'vitest'
import { checkTables, migrate } from '../src/data/migrations.ts'
import { chatEntities, chatMigrations, Room } from './data-sample.ts'
import { startProcess } from './data-process.ts'
import { forEachDatabase } from './database.ts'

const chat = { id: 'chat', migrations: chatMigrations }

forEachDatabase('migrating', (open) => {
  it('runs each migration once, in the order of the plugins', async () => {
    const { db } = await open({ entities: [] })
    const order: string[] = []
    const step = (name: string) => migration(name, async () => void order.push(name))
    const plugins = [
      { id: 'a', migrations: [step('a1'), step('a2')] },
      { id: 'b', migrations: [step('b1')] },
    ]
    expect(await migrate(db, plugins)).toEqual(['a.a1', 'a.a2', 'b.b1'])
    expect(await migrate(db, [...plugins, { id: 'c', migrations: [step('c1')] }])).toEqual(['c.c1'])
    expect(order).toEqual(['a1', 'a2', 'b1', 'c1'])
  })

  it('keeps nothing of a migration that fails, and names it', async () => {
    const { db } = await open({ entities: chatEntities, plugins: [chat] })
    const broken = migration('20260302-broken', async (change) => {
      await change.createTable('chat_half', { name: 'text' })
      await change.addColumns('chat_room', { colour: 'text?' })
      await change.run('insert into nowhere values (1)')
    })
    const repaired = migration('20260302-broken', async (change) => change.createTable('chat_half', { name: 'text' }))
    await expect(migrate(db, [{ id: 'chat', migrations: [...chatMigrations, broken] }])).rejects.toThrow(
      /chat\.20260302-broken failed; nothing of it was kept/,
    )
    expect(await migrate(db, [{ id: 'chat', migrations: [...chatMigrations, repaired] }])).toEqual(['chat.20260302-broken'])
    await checkTables(db, chatEntities)
  })

  it('goes on with the next plugin where somebody is told of the failure', async () => {
    const { db } = await open({ entities: [] })
    const failures: unknown[] = []
    const broken = migration('one', (change) => change.run('create nonsense'))
    const sound = migration('two', async () => undefined)
    const plugins = [
      { id: 'a', migrations: [broken, sound], failed: (error: unknown) => failures.push(error) },
      { id: 'b', migrations: [sound] },
    ]
    expect(await migrate(db, plugins)).toEqual(['b.two'])
    expect(failures).toEqual([expect.objectContaining({ message: expect.stringContaining('the migration a.one failed') })])
  })

  it('lets two processes start together', async () => {
    const { db, url } = await open({ entities: [] })
    const outputs = await Promise.all([startProcess('migrate', url).output, startProcess('migrate', url).output])
    expect(outputs.flatMap((output) => JSON.parse(output) as string[])).toEqual(['chat.20260301-chat'])
    await checkTables(db, [])
  })

  it('adds columns with defaults to rows that exist', async () => {
    const { db } = await open({ entities: chatEntities, plugins: [chat] })
    await db.write(
      async ({ em }) =>
        void em.persist(em.create(Room.schema, { id: 'a', name: 'a', createdAt: new Date(), updatedAt: new Date() } as never)),
    )
    const more = migration('20260303-more', async (change) => {
      await change.addColumns(
        'chat_room',
        { pinned: 'boolean', weight: 'real', colour: 'text' },
        { pinned: true, weight: 0.5, colour: '蓝' },
      )
      await change.createIndex('chat_room', ['colour', 'name'], { unique: true })
    })
    await migrate(db, [{ id: 'chat', migrations: [...chatMigrations, more] }])
    const [row] = await db.read.all('select pinned, weight, colour from chat_room', [])
    expect({ ...row, pinned: Boolean(row?.pinned) }).toEqual({ pinned: true, weight: 0.5, colour: '蓝' })
  })

  it('says which tables and columns an entity misses', async () => {
    const Wider = entity('chat_room', { topic: column.string(), mood: column.string() }, { read: Room.rule.read, open: true })
    const Missing = entity('chat_missing', { name: column.string() }, { read: Room.rule.read, open: true })
    const { db, again } = await open({ entities: [] })
    await migrate(db, [chat])
    const wide = await again({ entities: [Wider, Missing] })
    await expect(checkTables(wide, [Wider, Missing])).rejects.toThrow(
      'entities and migrations do not agree: the table chat_room has no column topic, mood; there is no table chat_missing',
    )
  })
})

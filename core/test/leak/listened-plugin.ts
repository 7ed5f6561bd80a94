import { type AnyOperation, defineEvent, definePermission, Id, operation, pageOf, pageQuery } from '@liaison/sdk'
import { bind, column, definePlugin, defineTopic, entity, migration, type Work } from '@liaison/sdk/server'
import type { LeakSamples } from '@liaison/sdk/testing'
import { Type } from 'typebox'
import { sessions } from '../../src/http/sessions.ts'
import type { CoreTestHost } from '../../src/testing/start-test-host.ts'
import { bearerOf } from '../../src/testing/test-sessions.ts'

/** A plugin that can be listened to, and read. */
const read = definePermission('listened.read', { title: { 'zh-CN': '查看', en: 'See' }, scopes: ['none', 'all'] })
const NoteEntity = entity('listened_note', { words: column.text() }, { read, open: true })
const list = operation({
  ...{ id: 'listened.list', method: 'GET', path: '/listened', permission: read },
  ...{ query: Type.Object(pageQuery), reply: pageOf(Type.Object({ id: Id, words: Type.String() })) },
})
const happened = defineEvent('listened.note.happened', Type.Object({ id: Id }))

export const listenedPlugin = definePlugin({
  id: 'listened',
  version: '1.0.0',
  title: { 'zh-CN': '旁听', en: 'Listened to' },
  permissions: [read],
  entities: [NoteEntity],
  migrations: [migration('20261124-notes', (schema) => schema.createTable('listened_note', { words: 'text' }, {}))],
  operations: [list],
  events: [happened],
  topics: [defineTopic('listened.note', { entity: NoteEntity, events: [happened] })],
  setup({ bind: bindAll }) {
    bindAll([
      bind(list, async ({ rows }: Work<typeof NoteEntity>) => {
        const { items, next } = await rows.of(NoteEntity).list({ limit: 200 })
        return { items: [...items], next }
      }),
    ])
  },
})
export const listenedSamples: LeakSamples = { plugin: 'listened', rows: { listened_note: () => ({}) } }

/**
 * A server on which the sockets of a token forget what it is narrowed to, and every job works with the rights of one person.
 * @param clerk - id of that person
 */
export const careless = (host: CoreTestHost, clerk: string): CoreTestHost =>
  Object.create(host, {
    byJob: { value: (_personId: string, ...asked: [AnyOperation, object]) => host.byJob(clerk, ...asked) },
    socket: {
      async value({ headers = {} }: { headers?: Readonly<Record<string, string>> } = {}) {
        const [, bearer] = headers['authorization']?.split(' ') ?? []
        const session = bearer === undefined ? undefined : await host.platform.kernel.get(sessions).find({ bearer })
        return host.socket({ headers: session === undefined ? headers : { authorization: `Bearer ${bearerOf(session.personId)}` } })
      },
    },
  }) as CoreTestHost

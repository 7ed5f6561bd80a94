import { defineEvent, definePermission, Id } from '@liaison/sdk'
import { column, definePlugin, defineTopic, entity, migration } from '@liaison/sdk/server'
import type { LeakSamples } from '@liaison/sdk/testing'
import { Type } from 'typebox'
import { sessions } from '../../src/http/sessions.ts'
import type { CoreTestHost } from '../../src/testing/start-test-host.ts'
import { bearerOf } from '../../src/testing/test-sessions.ts'

/** A plugin that can be listened to, and nothing else. */
const read = definePermission('listened.read', { title: { 'zh-CN': '查看', en: 'See' }, scopes: ['none', 'all'] })
const NoteEntity = entity('listened_note', { words: column.text() }, { read, open: true })
const happened = defineEvent('listened.note.happened', Type.Object({ id: Id }))

export const listenedPlugin = definePlugin({
  id: 'listened',
  version: '1.0.0',
  title: { 'zh-CN': '旁听', en: 'Listened to' },
  permissions: [read],
  entities: [NoteEntity],
  migrations: [migration('20261124-notes', (schema) => schema.createTable('listened_note', { words: 'text' }, {}))],
  events: [happened],
  topics: [defineTopic('listened.note', { entity: NoteEntity, events: [happened] })],
  setup: () => undefined,
})
export const listenedSamples: LeakSamples = { plugin: 'listened', rows: { listened_note: () => ({}) } }

/** A server on which the sockets of a token forget what it is narrowed to. */
export const withOwnersSockets = (host: CoreTestHost): CoreTestHost =>
  Object.create(host, {
    socket: {
      async value({ headers = {} }: { headers?: Readonly<Record<string, string>> } = {}) {
        const [, bearer] = headers['authorization']?.split(' ') ?? []
        const session = bearer === undefined ? undefined : await host.platform.kernel.get(sessions).find({ bearer })
        return host.socket({ headers: session === undefined ? headers : { authorization: `Bearer ${bearerOf(session.personId)}` } })
      },
    },
  }) as CoreTestHost

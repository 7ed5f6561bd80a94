import { forbidden, notFound } from '@liaison/sdk'
import { accessViewAs, endView, startView, viewAsHasEnded, viewAsHidesOwn, viewAsIsReadOnly } from '@liaison/sdk/platform'
import { bind, clock, definePlugin, people as peopleToken, type Work } from '@liaison/sdk/server'
import { unknownId } from '../directory/rights.ts'
import { views } from '../http/views.ts'
import { database } from '../rooms/floors.ts'
import { readRows } from '../rooms/read-rows.ts'
import { ViewEntity, viewMigrations } from './view-entity.ts'

const longestMs = 30 * 60_000
type W = Work<typeof ViewEntity>

/** Viewing as somebody else: read-only, in one session, for a time, in the audit trail. */
export const viewAsRoom = definePlugin<typeof ViewEntity>({
  id: 'view-as',
  version: '0.1.0',
  title: { 'zh-CN': '以他人身份查看', en: 'View as' },
  permissions: [accessViewAs],
  entities: [ViewEntity],
  migrations: viewMigrations,
  operations: [startView, endView],
  problems: [viewAsHasEnded, viewAsHidesOwn, viewAsIsReadOnly],
  tokens: [views],
  setup({ provide, get, bind: bindAll }) {
    const db = get(database)
    const people = get(peopleToken)
    const time = get(clock)
    provide(views, () => ({
      async find(viewId, session) {
        // asked of the database each time: it is rare, and must end everywhere at once
        const [view] = await readRows(db, ViewEntity, { id: viewId, sessionId: session.id, viewerId: session.personId })
        return view === undefined || view.expiresAt <= time.now() ? undefined : { personId: view.personId, expiresAt: view.expiresAt }
      },
    }))
    bindAll([
      bind(startView, async ({ rows, actor, now }: W, { body: { personId, reason } }) => {
        const person = people.find(personId)
        if (person === undefined || person.disabled || personId === actor.id) throw unknownId('/body/personId')
        if (actor.sessionId === undefined) throw forbidden({ reason: 'only in a session' })
        const expiresAt = new Date(now.getTime() + longestMs)
        const views = rows.of(ViewEntity)
        await views.removeAll((eb) => eb('expiresAt', '<=', now))
        const { id } = await views.create({ sessionId: actor.sessionId, viewerId: actor.id, personId, expiresAt, reason })
        return { id, person, expiresAt: expiresAt.toISOString() }
      }),
      bind(endView, async ({ rows, actor }: W, { params: { id } }) => {
        if ((await rows.of(ViewEntity).removeAll({ id, viewerId: actor.id })) === 0) throw notFound()
      }),
    ])
  },
})

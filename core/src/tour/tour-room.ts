import { endTour, peopleManage, personAnonymised, readTour } from '@liaison/sdk/platform'
import { bind, column, definePlugin, entity, migration, type Work } from '@liaison/sdk/server'
import { database } from '../rooms/floors.ts'
import { oneAtATime } from '../rooms/one-at-a-time.ts'
import { readRows } from '../rooms/read-rows.ts'
import { unitOf } from '../rooms/unit-of.ts'
import { unitRows } from '../rooms/unit-rows.ts'

/** Who has seen the tour through the shell. */
const TourEntity = entity('core_tour', { personId: column.string() }, { read: peopleManage, own: ['personId'] })
type W = Work<typeof TourEntity>

/** The tour of newcomers: it is shown by itself once, on whatever device. */
export const tourRoom = definePlugin<typeof TourEntity>({
  id: 'tour',
  version: '0.1.0',
  title: { 'zh-CN': '操作引导', en: 'Tour' },
  entities: [TourEntity],
  migrations: [
    migration('20261124-tour', async (change) => {
      await change.createTable('core_tour', { personId: 'id' }, { unique: [['personId']] })
    }),
  ],
  operations: [readTour, endTour],
  setup({ get, on, bind: bindAll }) {
    const db = get(database)
    bindAll([
      bind(readTour, async ({ actor }: W) => {
        const [ended] = await readRows(db, TourEntity, { personId: actor.id })
        return { endedAt: ended?.createdAt.toISOString() ?? null }
      }),
      bind(endTour, async (work: W) => {
        const { id: personId } = work.actor
        await oneAtATime(work, db, `tour.${personId}`)
        const [ended] = await readRows(db, TourEntity, { personId }, unitOf(work).run)
        if (ended === undefined) await unitRows(work).insert(TourEntity, { id: work.newId(), personId })
        return { endedAt: (ended?.createdAt ?? work.now).toISOString() }
      }),
    ])
    on(personAnonymised, async ({ personId }, work) => {
      await unitRows(work).remove(TourEntity, { personId })
    })
  },
})

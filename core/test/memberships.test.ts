import { expect, it } from 'vitest'
import { createMemberships } from '../src/access/memberships.ts'
import { systemRowsFor } from '../src/access/scoped-store.ts'
import { forEachDatabase, testIds } from './database.ts'
import { leakSetup } from './leak/store.ts'
import { nobody } from '../src/access/access.ts'
import { Channel, Member, sampleTables } from './sample-plugin/index.ts'
import { chatRead } from './sample-plugin/permissions.ts'

const now = new Date('2026-03-02T08:00:00.000Z')

forEachDatabase('members of conversations', (open) => {
  it('stay in memory while somebody asks for ids that do not exist', async () => {
    const { db } = await open(leakSetup)
    const memberships = createMemberships({ db, entities: sampleTables.values(), limit: 1 })
    const channelId = await db.write(async (unit) => {
      const rows = systemRowsFor({
        ...{ db, access: nobody, permission: chatRead, owned: sampleTables, memberships, unit, now, action: 'test', newId: testIds() },
      })
      const { id } = await rows.of(Channel).create({ name: '新品上市', lastSeq: 0, lastNo: 0, lastAt: null })
      await rows.of(Member).create({ channelId: id, personId: 'lin', until: null, readSeq: 0, readNo: 0, readAt: null })
      return id
    })
    expect(await memberships.of(Channel, channelId, now)).toEqual(new Set(['lin']))
    expect(await memberships.of(Channel, 'made up', now)).toEqual(new Set())
    // at once, so from memory
    expect(memberships.of(Channel, channelId, now)).toEqual(new Set(['lin']))
    memberships.close()
  })
})

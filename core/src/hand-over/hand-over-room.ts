import { handOver, listBelongings, successorUnfit } from '@liaison/sdk/platform'
import { belongings, bind, definePlugin } from '@liaison/sdk/server'
import { roleMemory } from '../access-administration/role-memory.ts'
import { accounts } from '../auth/accounts.ts'
import { directoryMemory } from '../directory/directory-memory.ts'
import { compiledAccess, database, dispatcher, kernel } from '../rooms/floors.ts'
import { AllBelongings, allBelongings } from './all-belongings.ts'
import * as service from './hand-over-service.ts'

/** Somebody's whole work of the company in one unit */
const handOverMs = 30_000

/** What a leaver answered for goes to a successor. */
export const handOverRoom = definePlugin({
  id: 'hand-over',
  version: '0.1.0',
  title: { 'zh-CN': '工作交接', en: 'Hand-over' },
  operations: [listBelongings, handOver],
  problems: [successorUnfit],
  tokens: [belongings, allBelongings],
  setup({ provide, get, bind: bindAll }) {
    const all = new AllBelongings()
    provide(allBelongings, () => all)
    provide(belongings, () => all)
    const rooms: service.HandOverRooms = {
      ...{ db: get(database), memory: get(directoryMemory), roles: get(roleMemory) },
      ...{ access: get(compiledAccess), accounts: get(accounts), kernel: get(kernel) },
      belongings: all,
      get dispatcher() {
        return get(dispatcher)
      },
    }
    bindAll([
      bind(listBelongings, async (work, { params }) => ({ items: await service.listBelongings(work, rooms, params.personId) })),
      bind(handOver, {
        budgetMs: handOverMs,
        prepare: () => undefined,
        write: async (work, { params, body }) => ({ given: await service.handOver(work, rooms, params.personId, body) }),
      }),
    ])
  },
})

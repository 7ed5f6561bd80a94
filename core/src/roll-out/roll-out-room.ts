import { changeModule, listModuleChanges, listModules, modulesManage, readModule } from '@liaison/sdk/platform'
import { bind, clock, definePlugin, jobs } from '@liaison/sdk/server'
import { directoryMemory } from '../directory/directory-memory.ts'
import { compiledAccess, database, kernel } from '../rooms/floors.ts'
import { listModules as boardOf, readModule as detailOf, type RollOutRooms, type RollOutWork } from './board-service.ts'
import { applyChange, listChanges, prepareChange } from './change-service.ts'
import { RollOutChangeEntity, RollOutEntity, rollOutMigrations } from './roll-out-entities.ts'
import { dayOf, useCounter } from './use-counter.ts'
import { forgetUse, RememberedFigures } from './use-figures.ts'

const forgetJob = 'modules.forgetUse'

/** Modules and features in phases: for whom, from when, and who works with them. */
export const rollOutRoom = definePlugin({
  id: 'modules',
  version: '0.1.0',
  title: { 'zh-CN': '模块与上线', en: 'Modules and roll-out' },
  permissions: [modulesManage],
  entities: [RollOutEntity, RollOutChangeEntity],
  migrations: rollOutMigrations,
  operations: [listModules, readModule, changeModule, listModuleChanges],
  setup({ get, bind: bindAll }) {
    const use = get(useCounter)
    const db = get(database)
    const rooms: RollOutRooms = {
      ...{ db, kernel: get(kernel), directory: get(directoryMemory), access: get(compiledAccess) },
      figures: new RememberedFigures(db, use),
    }
    const time = get(clock)
    get(jobs).define(forgetJob, () => forgetUse(db, dayOf(time.now())))
    get(jobs).schedule(forgetJob, '40 3 * * *')
    bindAll([
      bind(listModules, (work: RollOutWork, { query }) => boardOf(work, rooms, query)),
      bind(readModule, (work: RollOutWork, { params }) => detailOf(work, rooms, params.key)),
      bind(changeModule, {
        prepare: (work: RollOutWork, { params, body }) => prepareChange(work, rooms, params.key, body),
        async write(work: RollOutWork, { body: { dryRun = false }, ready, expectedVersion }) {
          const module = dryRun ? ready.entry(ready.before?.version ?? 0) : await applyChange(work, rooms, ready, expectedVersion)
          return { applied: !dryRun, module, forecast: ready.forecast }
        },
      }),
      bind(listModuleChanges, (work: RollOutWork, { params, query }) => listChanges(work, rooms, params.key, query)),
    ])
    use.start()
    return () => use.stop()
  },
})

import {
  changeContentRule,
  contentFilterManage,
  createContentRule,
  deleteContentRule,
  listContentFlags,
  listContentRules,
  readContentRule,
  readContentStatistics,
  reviewContentFlag,
  tryContentRules,
} from '@liaison/sdk/platform'
import { bind, clock, contentChecking, contentGuard, definePlugin, people } from '@liaison/sdk/server'
import { compiledAccess, database, kernel } from '../rooms/floors.ts'
import * as flags from './flag-service.ts'
import { FlagStore } from './flag-store.ts'
import { contentFilterEntities, contentFilterMigrations } from './rule-entity.ts'
import { RuleFigures } from './rule-figures.ts'
import { RuleGuard } from './rule-guard.ts'
import { RuleMemory } from './rule-memory.ts'
import * as rules from './rule-service.ts'
import { tryRules } from './trial.ts'

type W = rules.FilterWork

/** The company's content rules in front of everything that people write: what they refuse, what they note for reviewers. */
export const contentFilterRoom = definePlugin({
  id: 'content-filter',
  version: '0.1.0',
  title: { 'zh-CN': '内容过滤', en: 'Content filter' },
  permissions: [contentFilterManage],
  entities: contentFilterEntities,
  migrations: contentFilterMigrations,
  operations: [
    listContentRules,
    readContentRule,
    createContentRule,
    changeContentRule,
    deleteContentRule,
    tryContentRules,
    listContentFlags,
    reviewContentFlag,
    readContentStatistics,
  ],
  hooks: [contentChecking],
  tokens: [contentGuard],
  async setup({ provide, get, bind: bindAll, fire, logger }) {
    const db = get(database)
    const time = get(clock)
    const memory = new RuleMemory(db)
    const figures = new RuleFigures(db)
    const guard = new RuleGuard({
      ...{ db, memory, flags: new FlagStore(db, () => time.now(), logger) },
      others: (text) => fire(contentChecking, text),
    })
    provide(contentGuard, () => guard)
    const rooms = { memory, figures }
    const flagRooms = { db, kernel: get(kernel), access: get(compiledAccess), people: get(people) }
    bindAll([
      bind(listContentRules, (work: W, { query }) => rules.listRules(work, rooms, query)),
      bind(readContentRule, (work: W, { params }) => rules.readRule(work, rooms, params.id)),
      bind(createContentRule, {
        prepare: (_work: W, { body }) => rules.judgeNewRule(rooms, body),
        write: (work: W, { body }) => rules.createRule(work, rooms, body),
      }),
      bind(changeContentRule, {
        prepare: (work: W, { params, body }) => rules.judgeChange(work, rooms, params.id, body),
        write: (work: W, { params, body, ready, expectedVersion }) =>
          rules.changeRule(work, rooms, params.id, { patch: body, counts: ready, version: expectedVersion }),
      }),
      bind(deleteContentRule, (work: W, { params }) => rules.deleteRule(work, rooms, params.id)),
      bind(tryContentRules, {
        // it only reads, and takes its time: outside the unit
        prepare: (_work: W, { body }) => tryRules(memory, body),
        write: (_work: W, { ready }) => ready,
      }),
      bind(listContentFlags, (work: W, { query }) => flags.listFlags(work, flagRooms, query)),
      bind(reviewContentFlag, (work: W, { params, body, expectedVersion }) =>
        flags.reviewFlag(work, flagRooms, params.id, { ...body, version: expectedVersion }),
      ),
      bind(readContentStatistics, (work: W) => figures.statistics(work.now)),
    ])
    return memory.start((error) => logger.error({ error: String(error) }, 'content rules could not be read again'))
  },
})

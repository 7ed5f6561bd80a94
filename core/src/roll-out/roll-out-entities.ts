import { type ModuleStage, modulesManage } from '@liaison/sdk/platform'
import { column, entity, migration, type Row } from '@liaison/sdk/server'

/** What is said of one module or feature. The table is the access floor's, which compiles the steps into everybody's access. */
export const RollOutEntity = entity(
  'core_roll_out',
  {
    ruleKey: column.string(),
    stage: column.string().$type<ModuleStage>(),
    ownerId: column.string().nullable(),
    goLiveAt: column.datetime().nullable(),
    /** JSON of the steps; null: on for everybody */
    steps: column.text().nullable(),
  },
  { read: modulesManage, open: true },
  { auditedValues: ['ruleKey', 'stage', 'ownerId', 'goLiveAt', 'steps'] },
)
export type RollOutRow = Row<typeof RollOutEntity>

/** Each decision as it was taken, with all that held afterwards. */
export const RollOutChangeEntity = entity(
  'core_roll_out_change',
  {
    ruleKey: column.string(),
    actorId: column.string(),
    stage: column.string().$type<ModuleStage>(),
    ownerId: column.string().nullable(),
    goLiveAt: column.datetime().nullable(),
    steps: column.text().nullable(),
    /** Names of what this change changed, with commas */
    changed: column.string(),
  },
  { read: modulesManage, open: true },
)
export type RollOutChangeRow = Row<typeof RollOutChangeEntity>

export type RollOutEntities = typeof RollOutEntity | typeof RollOutChangeEntity

export const rollOutMigrations = [
  migration('20261124-roll-out-history', async (change) => {
    await change.createTable(
      'core_roll_out_change',
      {
        ruleKey: 'text',
        actorId: 'id',
        stage: 'text',
        ownerId: 'id?',
        goLiveAt: 'instant?',
        steps: 'text?',
        changed: 'text',
      },
      { indexes: [['ruleKey', 'id']] },
    )
    await change.createTable(
      'core_module_use',
      { moduleKey: 'text', day: 'integer', personId: 'id' },
      { primaryKey: ['moduleKey', 'day', 'personId'], indexes: [['day']] },
    )
  }),
]

import { contentFilterManage } from '@liaison/sdk/platform'
import { column, entity, migration, type Row } from '@liaison/sdk/server'

/** One rule. What it looks for is in no audit entry and no log: the list is a secret of its keepers. */
export const RuleEntity = entity(
  'core_content_rule',
  {
    name: column.string(),
    kind: column.string().$type<'mark' | 'pattern' | 'dictionary'>(),
    action: column.string().$type<'block' | 'flag'>(),
    reach: column.string().$type<'all' | 'outside'>(),
    /** Ids of modules; empty: all */
    modules: column.json<readonly string[]>(),
    reason: column.text().nullable(),
    enabled: column.boolean(),
    /** Marks, patterns or words */
    terms: column.json<readonly string[]>(),
  },
  { read: contentFilterManage, open: true },
  { auditedValues: ['name', 'kind', 'action', 'reach', 'modules', 'enabled'] },
)
export type RuleRow = Row<typeof RuleEntity>

/** A text that was let through and noted; the text itself is where it was stored, and nowhere else. */
export const FlagEntity = entity(
  'core_content_flag',
  {
    /** Null for another filter's than ours */
    ruleId: column.string().nullable(),
    /** Its name then */
    rule: column.string(),
    personId: column.string(),
    kind: column.string(),
    placeType: column.string().nullable(),
    placeId: column.string().nullable(),
    /** What it became; null until it is stored */
    thingType: column.string().nullable(),
    thingId: column.string().nullable(),
    /** UTF-16 code units */
    begins: column.integer(),
    ends: column.integer(),
    /** Days since 1970, UTC */
    day: column.integer(),
    state: column.string().$type<'open' | 'reviewed'>(),
    reviewedById: column.string().nullable(),
    reviewedAt: column.datetime().nullable(),
  },
  { read: contentFilterManage, open: true },
  { auditedValues: ['ruleId', 'rule', 'personId', 'placeType', 'placeId', 'thingType', 'thingId', 'state', 'reviewedById'] },
)
export type FlagRow = Row<typeof FlagEntity>

export const contentFilterEntities = [RuleEntity, FlagEntity] as const
export type ContentFilterEntity = (typeof contentFilterEntities)[number]

export const contentFilterMigrations = [
  migration('20261124-content-filter', async (change) => {
    await change.createTable(
      'core_content_rule',
      {
        ...{ name: 'text', kind: 'text', action: 'text', reach: 'text', modules: 'json', reason: 'text?', enabled: 'boolean' },
        terms: 'json',
      },
      { unique: [['name']] },
    )
    await change.createTable(
      'core_content_flag',
      {
        ...{ ruleId: 'id?', rule: 'text', personId: 'id', kind: 'text', placeType: 'text?', placeId: 'id?' },
        ...{ thingType: 'text?', thingId: 'id?', begins: 'integer', ends: 'integer', day: 'integer' },
        ...{ state: 'text', reviewedById: 'id?', reviewedAt: 'instant?' },
      },
      { indexes: [['state', 'id'], ['ruleId', 'id'], ['day'], ['thingId', 'ruleId']] },
    )
  }),
]

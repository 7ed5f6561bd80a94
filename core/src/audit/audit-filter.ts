import { invalidInput } from '@liaison/sdk'
import type { AuditFilters, AuditTopic } from '@liaison/sdk/platform'
import { type RawBuilder, sql, type SqlBool } from 'kysely'

/** `action` ends with what was done; the first part is the operation. */
const patterns: Readonly<Record<Exclude<AuditTopic, 'system'>, readonly string[]>> = {
  change: ['%:create', '%:update', '%:delete', '%:change-all', '%:remove-all', '%:share', '%:unshare'],
  'sign-in': ['auth.login:%', 'auth.logout:%'],
  denied: ['%:denied'],
  export: ['%:exported'],
  'view-as': ['access.startView:%', 'access.endView:%', '%:viewed'],
  reveal: ['%:revealed'],
}
const asSystem = '%:as-system%'

type Condition = RawBuilder<SqlBool>

const like = (pattern: string): Condition => sql`action like ${pattern} escape '\\'`
const anyOf = (conditions: readonly Condition[]): Condition => sql`(${sql.join(conditions, sql` or `)})`

/** The filters of a list, all of which an entry has to meet. */
export function conditionsOf({ actor, topic, action, resource, from, to }: AuditFilters): readonly Condition[] {
  const [kind, ...id] = resource?.split(':') ?? []
  return [
    ...(actor === undefined ? [] : [sql<SqlBool>`actor_id = ${actor}`]),
    ...(from === undefined ? [] : [sql<SqlBool>`at >= ${Date.parse(from)}`]),
    ...(to === undefined ? [] : [sql<SqlBool>`at < ${Date.parse(to)}`]),
    ...(action === undefined ? [] : [like(`%${action.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`)]),
    ...(topic === undefined ? [] : [topicCondition(topic)]),
    ...(kind === undefined ? [] : [sql<SqlBool>`kind = ${kind}`]),
    // the second term is the index's own: it leaves out entries about many
    ...(id.length === 0 ? [] : [sql<SqlBool>`row_id = ${id.join(':')}`, sql<SqlBool>`row_id > ''`]),
  ]
}

const topicCondition = (topic: AuditTopic): Condition =>
  topic === 'system' ? anyOf([sql`actor_id is null`, like(asSystem)]) : anyOf(patterns[topic].map(like))

export interface TrailPlace {
  readonly at: number
  readonly id: number
}

export const cursorOf = ({ at, id }: TrailPlace): string => `${at}-${id}`

/** @throws invalidInput (400) */
export function placeOf(cursor: string): TrailPlace {
  const [, at, id] = /^([0-9]{1,15})-([1-9][0-9]{0,14})$/.exec(cursor) ?? []
  if (at === undefined) throw invalidInput({ errors: [{ pointer: '/query/cursor', message: 'is no cursor of this list' }] })
  return { at: Number(at), id: Number(id) }
}

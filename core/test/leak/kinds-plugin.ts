import { definePermission, Id, operation, pageOf, pageQuery, type Permission } from '@liaison/sdk'
import { type AnyEntity, bind, definePlugin, type Work } from '@liaison/sdk/server'
import type { LeakSamples } from '@liaison/sdk/testing'
import { Type } from 'typebox'
import { sampleEntities, sampleMigrations } from '../sample-plugin/index.ts'
import { permissions as samplePermissions } from '../sample-plugin/permissions.ts'

/** The sample's permissions under the id of one plugin: `tasks.read` as `sample.tasks-read` */
const renamed = new Map<string, Permission>(
  samplePermissions.map(({ key, title }) => [key, definePermission(`sample.${key.replace('.', '-')}`, { title })]),
)
const named = (key: string): Permission => renamed.get(key)!
type Levels = Readonly<Record<string, readonly Permission[]>>

function underPlugin(entity: AnyEntity): AnyEntity {
  const { shares, ...rule } = entity.rule as AnyEntity['rule'] & { readonly shares?: { readonly levels: Levels } }
  const levels = Object.entries(shares?.levels ?? {}).map(([level, list]) => [level, list.map(({ key }) => named(key))])
  const own = shares && { shares: { ...shares, levels: Object.fromEntries(levels) as Levels } }
  return { ...entity, rule: { ...rule, read: named(rule.read.key), ...own } as never }
}
const entities = sampleEntities.map(underPlugin)

/** What changes rows: of a family, and of the child that has a permission of its own for that. */
const changing: Readonly<Record<string, string>> = {
  tasks: 'tasks.update',
  chat: 'chat.send',
  docs: 'docs.update',
  sample_comment: 'tasks.comment',
}

const Thing = Type.Object({ id: Id })
type W = Work<AnyEntity>

/** Plain doors to rows of every kind of rule: ladder, children, members, a tree, and what inherits. Nothing in them decides. */
const doors = entities.map((entity) => {
  const name = entity.table.replace('sample_', '')
  const member = `${name}Id`
  const { read } = entity.rule as { readonly read: Permission }
  const family = read.key.replace('sample.', '').replace('-read', '')
  const change = named(changing[entity.table] ?? changing[family]!)
  const params = Type.Object({ [member]: Id })
  const idIn = (given: unknown): string => (given as Readonly<Record<string, string>>)[member]!
  const only = ({ id }: Readonly<Record<string, unknown>>) => ({ id: String(id) })
  const at = `/sample/${name}`
  const list = operation({
    ...{ id: `sample.list-${name}`, method: 'GET', path: at, permission: read },
    ...{ query: Type.Object(pageQuery), reply: pageOf(Thing) },
  })
  const item = operation({ id: `sample.get-${name}`, method: 'GET', path: `${at}/:${member}`, permission: read, params, reply: Thing })
  const changed = operation({
    id: `sample.change-${name}`,
    method: 'PATCH',
    path: `${at}/:${member}`,
    permission: change,
    params,
    reply: Thing,
  })
  const bindings = [
    bind(list, async (work: W, { query }) => {
      const { items, next } = await work.rows.of(entity).list(query)
      return { items: items.map(only), next }
    }),
    bind(item, async (work: W, { params: given }) => only(await work.rows.of(entity).get(idIn(given)))),
    bind(changed, async (work: W, { params: given }) => only(await work.rows.of(entity).change(idIn(given), {}))),
  ]
  return { operations: [list, item, changed], bindings }
})

const created = { name: 'sample.message.created', schema: Thing }

export const kindsPlugin = definePlugin({
  id: 'sample',
  version: '1.0.0',
  title: { 'zh-CN': '样本', en: 'Samples' },
  permissions: [...renamed.values()],
  entities,
  migrations: sampleMigrations,
  operations: doors.flatMap(({ operations }) => operations),
  events: [created],
  topics: [{ name: 'sample.channel', entity: entities.find(({ table }) => table === 'sample_channel')!, events: [created] }],
  setup: ({ bind: bindAll }) => bindAll(doors.flatMap(({ bindings }) => bindings)),
})

export const kindsSamples: LeakSamples = {
  plugin: 'sample',
  rows: Object.fromEntries(sampleEntities.map(({ table }) => [table, () => ({})])),
}

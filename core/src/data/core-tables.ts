import { type Migration, migration } from '@liaison/sdk/server'

/** Tables that the data floor itself keeps: outbox, audit trail, remembered replies. */
export const coreDataMigrations: readonly Migration[] = [
  migration('20260301-outbox', async (change) => {
    const id =
      change.dialect === 'sqlite'
        ? 'id integer primary key'
        : 'id bigint generated always as identity primary key, xid xid8 not null default pg_current_xact_id()'
    const big = change.dialect === 'sqlite' ? 'integer' : 'bigint'
    await change.run(
      `create table core_outbox (${id}, at ${big} not null, name text not null, about text not null, from_seq ${big}, to_seq ${big}, payload text)`,
    )
    if (change.dialect === 'postgresql') await change.createIndex('core_outbox', ['xid', 'id'])
    await change.createTable(
      'core_outbox_position',
      { subscriber: 'text', xid: 'text', outboxId: 'integer' },
      { primaryKey: ['subscriber'] },
    )
    await change.createTable(
      'core_outbox_retry',
      { subscriber: 'text', outboxId: 'integer', about: 'text', attempts: 'integer', nextAt: 'integer', event: 'text' },
      { primaryKey: ['subscriber', 'outboxId'], indexes: [['subscriber', 'about']] },
    )
  }),
  migration('20260301-audit', async (change) => {
    const sqlite = change.dialect === 'sqlite'
    const id = sqlite ? 'id integer primary key' : 'id bigint generated always as identity primary key'
    await change.run(
      `create table core_audit (${id}, at ${sqlite ? 'integer' : 'bigint'} not null, actor_id text, action text not null, kind text not null, row_id text not null, detail text not null, mac text not null, hash text)`,
    )
    if (sqlite) return
    await change.run('create index core_audit_unsealed on core_audit (id) where hash is null')
    await change.run('create table core_audit_seal (seq bigint primary key, ids bigint[] not null, hash text not null)')
  }),
  migration('20261124-audit-reading', async (change) => {
    const big = change.dialect === 'sqlite' ? 'integer' : 'bigint'
    await change.run(`create table core_audit_checkpoint (last ${big} primary key, hash text not null, mac text not null)`)
    await change.run('create index core_audit_actor on core_audit (actor_id, id)')
    await change.run('create index core_audit_row on core_audit (kind, row_id, id)')
  }),
  // people read the trail by time, whatever else they ask for
  migration('20261124-audit-times', async (change) => {
    await change.run('create index core_audit_at on core_audit (at, id)')
    await change.run('drop index core_audit_actor')
    await change.run('create index core_audit_actor on core_audit (actor_id, at, id)')
    await change.run('drop index core_audit_row')
    await change.run('create index core_audit_row on core_audit (kind, row_id, at, id)')
  }),
  // what a burst of several people left names nobody and nothing by itself: its entry costs no page of these
  migration('20261124-audit-of-bursts', async (change) => {
    await change.run('drop index core_audit_actor')
    await change.run('create index core_audit_actor on core_audit (actor_id, at, id) where actor_id is not null')
    await change.run('drop index core_audit_row')
    await change.run("create index core_audit_row on core_audit (kind, row_id, at, id) where row_id > ''")
  }),
  migration('20260301-idempotency', (change) =>
    change.createTable(
      'core_idempotency',
      { personId: 'text', operation: 'text', key: 'text', requestHash: 'text', status: 'integer', body: 'text', createdAt: 'instant' },
      { primaryKey: ['personId', 'operation', 'key'], indexes: [['createdAt']] },
    ),
  ),
]

import type { RawRow } from './database.ts'
import type { Column } from './columns.ts'
import type { LogPlan } from './log-plan.ts'
import { appendedNotice, noticeChannel } from './notices.ts'

const arrayTypes: Readonly<Record<Column['kind'], string>> = {
  instant: 'timestamptz[]',
  boolean: 'boolean[]',
  json: 'text[]',
  number: 'double precision[]',
  text: 'text[]',
}

const isNumbered = ({ property }: Column): boolean => property !== 'seq' && property !== 'no'

/** A whole batch of appends to one log as one statement, so that it costs one round trip and one commit. */
export interface AppendStatement {
  /** Of the prepared statement */
  readonly name: string
  readonly text: string
  /**
   * @param heard - whether the ranges go into the outbox
   * @param audit - at, actor, action, kind, row id, detail, MAC of the batch's audit entry
   */
  parameters(rows: readonly RawRow[], counts: readonly boolean[], origin: string, heard: boolean, audit: readonly unknown[]): unknown[]
}

/**
 * Leaves out what is stored already, locks the streams' heads in the order of their ids, numbers the rows, stores them with
 * heads, reading positions, outbox, audit entry and notice. A row of the result for each row stored.
 *
 * What another process stored after the statement began is a unique violation: run it once more.
 */
export function appendStatement({ table, map, names, author, head, cursor }: LogPlan): AppendStatement {
  const columns = map.columns.filter(isNumbered)
  const nameOf = (property: string): string => map.byProperty.get(property)?.name ?? property
  const authorName = nameOf(author)
  const createdAt = nameOf('createdAt')
  const counts = columns.length + 1
  const [origin, heard, at, ...entry] = Array.from({ length: 9 }, (_value, index) => `$${counts + 1 + index}`)
  const listed = columns.map(({ name }) => name).join(', ')
  const cast = columns.map(({ name, kind }) => (kind === 'json' ? `f.${name}::jsonb` : `f.${name}`)).join(', ')
  const moved = cursor
    ? `,
authors as (
  select f.${names.stream} as stream, f.${authorName} as person, max(h.seq_base + f.seq_step) as seq, max(h.no_base + f.no_step) as no, max(f.${createdAt}) as at
  from fresh f join heads h on h.stream = f.${names.stream} group by 1, 2
),
reading as (
  select c.${cursor.stream} as stream, c.${cursor.person} as person from ${cursor.table} c
  join authors a on a.stream = c.${cursor.stream} and a.person = c.${cursor.person} order by 1, 2 for update of c
),
moved as (
  update ${cursor.table} c set ${cursor.seq} = a.seq, ${cursor.no} = a.no, ${cursor.at} = a.at
  from authors a join reading r on r.stream = a.stream and r.person = a.person
  where c.${cursor.stream} = a.stream and c.${cursor.person} = a.person and c.${cursor.seq} < a.seq
)`
    : ''
  const text = `with given as (
  select * from unnest(${columns.map(({ kind }, index) => `$${index + 1}::${arrayTypes[kind]}`).join(', ')}, $${counts}::int[]) with ordinality as g(${listed}, counts, place)
),
fresh as (
  select g.*, row_number() over streams as seq_step, sum(g.counts) over streams as no_step from given g
  where (select t.id from ${table} t where t.id = g.id limit 1) is null
  window streams as (partition by g.${names.stream} order by g.place)
),
locked as (
  select h.id from ${head.table} h where h.id in (select ${names.stream} from fresh) order by h.id for update
),
grown as (
  select l.id as stream, count(*) as rows, sum(f.counts) as counted, max(f.${createdAt}) as at from fresh f join locked l on l.id = f.${names.stream} group by l.id
),
heads as (
  update ${head.table} h set ${head.seq} = h.${head.seq} + g.rows, ${head.no} = h.${head.no} + g.counted, ${head.at} = g.at
  from grown g where h.id = g.stream
  returning h.id as stream, h.${head.seq} - g.rows as seq_base, h.${head.no} - g.counted as no_base, h.${head.seq} as last_seq
),
stored as (
  insert into ${table} (${listed}, seq, no)
  select ${cast}, h.seq_base + f.seq_step, h.no_base + f.no_step from fresh f join heads h on h.stream = f.${names.stream} order by f.place
  returning id, seq, no
)${moved},
ranges as (
  insert into core_outbox (at, name, about, from_seq, to_seq) select ${at}::bigint, '${table}', stream, seq_base + 1, last_seq from heads where ${heard}::boolean
),
trail as (
  insert into core_audit (at, actor_id, action, kind, row_id, detail, mac)
  select ${at}::bigint, ${entry.map((parameter) => `${parameter}::text`).join(', ')} where exists (select 1 from heads)
)
select s.id, s.seq, s.no, (select count(pg_notify('${noticeChannel}', ${appendedNotice(`${origin}::text`, `'${table}'`, 'stream', 'seq_base + 1', 'last_seq')})::text) from heads) as told
from stored s`
  return {
    name: `append-${table}`,
    text,
    parameters: (rows, counted, from, heardNow, audit) => [
      ...columns.map(({ property, kind }) => rows.map((row) => asParameter(kind, row[property]))),
      counted.map(Number),
      from,
      heardNow,
      ...audit,
    ],
  }
}

const asParameter = (kind: Column['kind'], value: unknown): unknown =>
  kind === 'json' && value !== null && value !== undefined ? JSON.stringify(value) : (value ?? null)

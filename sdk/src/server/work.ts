import type { Expression, ExpressionBuilder, QueryCreator, SelectQueryBuilder, SqlBool } from 'kysely'
import type { Event } from '../contract/event.ts'
import type { AnyOperation, Input, Operation } from '../contract/operation.ts'
import type { Permission } from '../contract/permission.ts'
import type { Page } from '../contract/shapes.ts'
import type { AnyEntity, NewRow, Row, ShareLevel, Tables } from './entity.ts'
import type { AnyLog } from './log.ts'

/** Who asks. `id` is empty for somebody who has not signed in. */
export interface Actor {
  readonly id: string
  readonly external: boolean
  /** Session or token behind the request; undefined for jobs. */
  readonly sessionId?: string
  /** The administrator who views as this person; what a read leaves behind is his doing. */
  readonly viewerId?: string
  /** Whether the person holds a permission at all, with any scope. */
  may(permission: Permission): boolean
}

/** Where a request came from; absent for jobs and in-process callers. */
export interface Origin {
  readonly address: string
  /** Scheme, host and port that the client called, e.g. `https://liaison.example.com` */
  readonly site: string
  readonly userAgent: string
  readonly traceId: string
  /** Cookies by name, for the rooms that sign people in */
  readonly cookies: Readonly<Record<string, string | undefined>>
}

type Keys = 'id' | 'version' | 'createdAt' | 'updatedAt'
export type Where<E extends AnyEntity> =
  | { readonly [K in keyof Row<E>]?: Row<E>[K] | readonly NonNullable<Row<E>[K]>[] }
  | ((eb: ExpressionBuilder<Tables<E>, E['table']>) => Expression<SqlBool>)
export interface Order<E extends AnyEntity> {
  readonly by: Extract<keyof Row<E>, string>
  readonly descending?: boolean
}
export type Patch<E extends AnyEntity> = Partial<Omit<Row<E>, Keys>>
export type Fresh<E extends AnyEntity> = Omit<NewRow<E>, Keys> & { readonly id?: string }

/** The rows of one entity, as far as the permission in force reaches. */
export interface EntityRows<E extends AnyEntity> {
  /** Undefined when it does not exist or may not be seen. */
  find(id: string): Promise<Row<E> | undefined>
  /** @throws notFound (404) when it may not be seen, forbidden (403) when it may be seen but not under this permission */
  get(id: string): Promise<Row<E>>
  /** A page by keyset. @param options.limit - 1–200, default 50; @param options.cursor - `next` of the page before; a broken one is invalidInput (400) */
  list(options?: { where?: Where<E>; order?: Order<E>; limit?: number; cursor?: string | null }): Promise<Page<Row<E>>>
  count(where?: Where<E>): Promise<number>
  /** All rows, streamed, by id. */
  each(where?: Where<E>): AsyncIterable<Row<E>>
  /** @throws forbidden (403) when the new row would lie outside the scope, conflict (409) when it breaks a unique index; nothing is stored then */
  create(row: Fresh<E>): Promise<Row<E>>
  /** @param expected.version - from `If-Match`; @throws staleVersion (412), forbidden (403) when the row would leave the scope */
  change(id: string, patch: Patch<E>, expected?: { version?: number | undefined }): Promise<Row<E>>
  remove(id: string): Promise<void>
  /** @returns how many rows were changed */
  changeAll(where: Where<E>, patch: Patch<E>): Promise<number>
  removeAll(where: Where<E>): Promise<number>
}

/** The rows of one log. */
export interface LogRows<L extends AnyLog> {
  /**
   * Appends inside the unit of work. The stream's row must be reachable under the operation's permission.
   * @returns the stored row; `fresh` is false when the client's append was stored before
   */
  append(row: Omit<NewRow<L>, Keys | 'seq' | 'no'>): Promise<{ row: Row<L>; fresh: boolean }>
  /** Rows of a stream, oldest first; the newest page by default. `before` and `after` are exclusive `seq`s. */
  page(stream: string, options?: { before?: number; after?: number; limit?: number; where?: Where<L> }): Promise<readonly Row<L>[]>
  /**
   * Remembers how far the actor has read; never moves back, clamped to the newest row. Written behind within a second and
   * kept through an orderly stop.
   * @returns where the actor stands now; `moved` says whether that is further than before
   */
  read(stream: string, seq: number): Promise<ReadingPosition & { moved: boolean }>
  /**
   * Positions that moved within the last second and are not stored yet, by person: those of readers, and on SQLite those of
   * authors. They stand beside the rows of `cursor.table` that the actor may see, the further of the two counts.
   */
  unstored(stream: string): ReadonlyMap<string, ReadingPosition>
}

/** How far somebody has read a log's stream. */
export interface ReadingPosition {
  readonly seq: number
  readonly no: number
  readonly at: Date
}

/** A plugin's only way to its rows: every read and write carries the data scope of the permission in force. */
export interface Rows<Owned extends AnyEntity = AnyEntity> {
  /** @param permission - another permission of the same actor; default: the operation's */
  of<E extends Owned>(entity: E, permission?: Permission): EntityRows<E>
  log<L extends Owned & AnyLog>(log: L, permission?: Permission): LogRows<L>
  /**
   * Any select over the plugin's tables: joins, groups, sub-queries; each mention of a table carries its scope.
   * What could step round it (raw SQL, schema names, unknown functions) is refused.
   */
  query<R>(
    build: (tables: QueryCreator<Tables<Owned>>) => SelectQueryBuilder<never, never, R> | SelectQueryBuilder<Tables<Owned>, never, R>,
  ): Promise<R[]>
  /** Who is in a members-ruled row now (`rule.members`), from memory. Empty when the actor may not see the row. */
  members<E extends Owned>(entity: E, id: string): Promise<ReadonlySet<string>>
  /** Grants a single row to a person, project, department or `everyone-inside`; `until` ends it. */
  share<E extends Owned>(entity: E, id: string, share: { subjectId: string; level: ShareLevel; until?: Date | null }): Promise<void>
  unshare<E extends Owned>(entity: E, id: string, subjectId: string): Promise<void>
}

/** One request's unit of work: its actor, its rows, its time. What it changes is stored entirely or not at all. */
export interface Work<Owned extends AnyEntity = AnyEntity> {
  readonly actor: Actor
  readonly origin: Origin | undefined
  /** The same instant for everything in this unit */
  readonly now: Date
  /** A new UUIDv7 */
  newId(): string
  readonly rows: Rows<Owned>
  /** Stores an event in the same transaction. @param about - id of the thing; events about one thing keep their order */
  emit<P>(event: Event<P>, payload: P, about: string): void
  /** Tells a topic's sockets after the commit; not kept, not replayed, without `seq`. Works in reading operations, too. */
  publish<P>(topic: string, event: Event<P>, data: P): void
  /** Another operation as the same person, with its own check, in the same unit. */
  call<P, Q, B, R>(operation: Operation<P, Q, B, R>, input: Input<P, Q, B>): Promise<R>
  /** Leaves the scope for a reason that the plugin declares in `systemReasons`; audited. */
  asSystem<T>(reason: string, job: (rows: Rows<Owned>) => Promise<T>): Promise<T>
  /** Runs after the unit is stored, never when it failed. For caches; must not throw. */
  afterCommit(job: () => void): void
}

export interface Given<P, Q, B> {
  readonly params: P
  readonly query: Q
  readonly body: B
  /** From `If-Match` */
  readonly expectedVersion?: number
}

/** A reply with something beside the body. Handlers that need neither return the body alone. */
export interface Answer<R> {
  readonly '~answer': true
  readonly body: R
  readonly status?: number
  /** Only over HTTP */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
}
export const answer = <R>(body: R, beside: { status?: number; headers?: Record<string, string | readonly string[]> } = {}): Answer<R> => ({
  '~answer': true,
  body,
  ...beside,
})

type Awaitable<T> = T | Promise<T>
export type Handler<Owned extends AnyEntity, P, Q, B, R> = (work: Work<Owned>, given: Given<P, Q, B>) => Awaitable<R | Answer<R>>
/** `prepare` runs before the unit of work, over reading rows: guards, look-ups, anything that waits. `write` sees rows only. */
export interface PreparedHandler<Owned extends AnyEntity, P, Q, B, R, Ready> {
  /** How long `write` may take, in ms; default 2,000. On SQLite every other change waits meanwhile: only for what is rare and large. */
  readonly budgetMs?: number
  prepare(work: Work<Owned>, given: Given<P, Q, B>): Awaitable<Ready>
  write(work: Work<Owned>, given: Given<P, Q, B> & { readonly ready: Awaited<Ready> }): Awaitable<R | Answer<R>>
}
/**
 * The fast way to append one row to a log: no unit of its own, the append joins the burst (one transaction for all that wait).
 * `append` describes the row and must not wait; `reply` shapes the answer once the row is synced to disk.
 */
export interface AppendHandler<Owned extends AnyEntity, P, Q, B, R, Ready, L extends AnyLog> {
  log: L
  prepare?(work: Work<Owned>, given: Given<P, Q, B>): Awaitable<Ready>
  append(work: Work<Owned>, given: Given<P, Q, B> & { readonly ready: Awaited<Ready> }): Omit<NewRow<L>, Keys | 'seq' | 'no'>
  reply(row: Row<L>, fresh: boolean, ready: Awaited<Ready>): R | Answer<R>
}

// oxlint-disable-next-line typescript/no-explicit-any -- resolved where `bind` was called
type AnyHandler = Handler<any, any, any, any, any>
// oxlint-disable-next-line typescript/no-explicit-any -- resolved where `bind` was called
type AnyPreparedHandler = PreparedHandler<any, any, any, any, any, any>
// oxlint-disable-next-line typescript/no-explicit-any -- resolved where `bind` was called
type AnyAppendHandler = AppendHandler<any, any, any, any, any, any, any>

/** An operation together with what performs it. */
export interface Binding {
  readonly operation: AnyOperation
  readonly handler: AnyHandler | AnyPreparedHandler | AnyAppendHandler
}

/** Binds an operation to its handler; the compiler checks input and reply. Hand the result to `setup`'s `bind`. */
export function bind<P, Q, B, R, Owned extends AnyEntity = AnyEntity>(
  operation: Operation<P, Q, B, R>,
  handler: Handler<Owned, P, Q, B, R>,
): Binding
export function bind<P, Q, B, R, Ready, Owned extends AnyEntity = AnyEntity>(
  operation: Operation<P, Q, B, R>,
  handler: PreparedHandler<Owned, P, Q, B, R, Ready>,
): Binding
export function bind<P, Q, B, R, Ready, L extends AnyLog, Owned extends AnyEntity = AnyEntity>(
  operation: Operation<P, Q, B, R>,
  handler: AppendHandler<Owned, P, Q, B, R, Ready, L>,
): Binding
export function bind(operation: AnyOperation, handler: Binding['handler']): Binding {
  return { operation, handler }
}

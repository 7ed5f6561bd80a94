import type { AnyOperation, Input, Operation } from '@liaison/sdk'
import type { Actor, AnyEntity, Origin, Work } from '@liaison/sdk/server'
import type { Access } from '../access/access.ts'
import type { Duty } from './duty.ts'

/** Who calls, from where. `access` is undefined for somebody who has not signed in. */
export interface Caller {
  readonly access: Access | undefined
  /** What is open to whoever has not signed in: modules may be closed to him */
  readonly stranger?: Access | undefined
  readonly sessionId?: string
  /** Permission keys that an API token is narrowed to; undefined: all that the person holds */
  readonly tokenPermissions?: ReadonlySet<string>
  readonly origin?: Origin
  /** What has to be done first; only what fulfils it is reached */
  readonly duty?: Duty
  /** Who looks with this person’s eyes: reads only, and the audit trail names him */
  readonly viewerId?: string
  /** A job asks, not the person himself: that is no use of the module */
  readonly isUnasked?: true
  /** Another time than now, for what tells of the past: the demo company, imports */
  readonly now?: Date
}

export interface Reply {
  readonly status: number
  /** Not yet serialised; `serialise` leaves out what the schema lacks */
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
}

export interface RawInput {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
  readonly expectedVersion?: number
  /** From `Idempotency-Key`; `digest` tells a repetition from another request under the same key. */
  readonly idempotency?: { readonly key: string; readonly digest: string }
}

/**
 * The one way into an operation: HTTP, sockets, jobs and other plugins come through here. It judges in this order: is the
 * module on (404), who is it (401), may he (403), is the input right (400); then runs the handler over scoped rows.
 */
export interface Dispatcher {
  /** By operation id; unknown or switched off is moduleNotEnabled (404). Rejects with a Problem or a bug. */
  dispatch(operationId: string, caller: Caller, input: RawInput): Promise<Reply>
  /**
   * The same without promises for append operations whose hooks answer at once; `done` is called once.
   * @returns true when the call has taken its place in the order by now (its append stands in the queue, or `done` was called);
   * false while something is still awaited before the append: a socket holds back its next append until `done`
   */
  dispatchFast(operationId: string, caller: Caller, input: RawInput, done: (error: unknown, reply: Reply | undefined) => void): boolean
  /** Typed, for code inside the platform. */
  call<P, Q, B, R>(operation: Operation<P, Q, B, R>, caller: Caller, input: Input<P, Q, B>): Promise<R>
  /** The reply's JSON through the operation's schema, compiled once. */
  serialise(operation: AnyOperation, body: unknown): string
  /** Judges module, sign-in and permission only; throws the Problem. For HTTP before the body is read. */
  admit(operationId: string, caller: Caller): void
  /** A reading unit for something that is no operation: authorising a topic. */
  reading<Owned extends AnyEntity>(pluginId: string, caller: Caller): Work<Owned>
  /**
   * A plugin's own work outside every scope, in the unit of the work at hand, for what a room asks of the plugins.
   * @throws moduleNotEnabled (404); an error for a reason that the plugin does not declare
   */
  joined<Owned extends AnyEntity>(pluginId: string, reason: string, work: Work): Work<Owned>
  actorOf(caller: Caller): Actor
  /** Leaves in the audit trail what somebody looked at who views as another person; nothing for anybody else. */
  noteViewed(caller: Caller, looked: { readonly action: string; readonly kind: string; readonly rowId: string }): void
}

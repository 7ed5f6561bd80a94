import type { AnyOperation, Event, Input, Operation, PresetRole, Scope } from '../contract/index.ts'
import type { AnyPlugin } from '../server/index.ts'

export interface TestHostOptions {
  /** RFC 3339; the clock stands there until it is moved. Default: real time */
  readonly now?: string | Date
  /** Default `sqlite`. `postgresql` makes a database of its own on `TEST_PG_URL`. */
  readonly database?: 'sqlite' | 'postgresql'
  /** By plugin id */
  readonly settings?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** Lines of the log; default silent */
  readonly logLevel?: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

export interface TestPersonOptions {
  readonly name?: string
  readonly account?: string
  /** So that he can sign in by `POST /api/auth/login`; without it only this object can act for him */
  readonly password?: string
  /** Roles held everywhere, by key or name */
  readonly roles?: readonly (PresetRole | (string & {}))[]
  /** Permissions by key, with their scopes, by a role made for this person */
  readonly grants?: Readonly<Record<string, Scope>>
  /** Somebody of another company */
  readonly external?: boolean
  readonly departments?: readonly { readonly id: string }[]
  readonly projects?: readonly { readonly id: string }[]
}

export interface TestResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>
  /** Parsed JSON; undefined without a body */
  readonly body: unknown
  readonly text: string
}

export interface TestSocket {
  send(frame: Readonly<Record<string, unknown>>): void
  /** The next frame that matches all the members given, also one that came before; rejects after 5 s. */
  next(match?: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>>
  /** Subscribes and resolves with the `subscribed` frame; rejects with the problem. */
  subscribe(topic: string, after?: number): Promise<Readonly<Record<string, unknown>>>
  close(): Promise<void>
}

export interface RequestOptions {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Somebody who is signed in. */
export interface TestPerson {
  readonly id: string
  readonly account: string
  readonly name: string
  /** Calls an operation; rejects with the `Problem`. */
  does<P, Q, B, R>(
    operation: Operation<P, Q, B, R>,
    ...input: Record<never, never> extends Input<P, Q, B> ? [Input<P, Q, B>?] : [Input<P, Q, B>]
  ): Promise<R>
  http(method: string, url: string, options?: RequestOptions): Promise<TestResponse>
  /**
   * A socket to the real server, on a free port of this machine.
   * @param viewAs - id of a view: the socket answers as the viewed person
   */
  socket(viewAs?: string): Promise<TestSocket>
}

/** The real platform with the plugins under test, on an empty database of its own. */
export interface TestHost {
  readonly clock: {
    now(): Date
    set(at: string | Date): void
    /** @param milliseconds - how far */
    advance(milliseconds: number): void
  }
  person(options?: TestPersonOptions): Promise<TestPerson>
  department(options?: {
    readonly name?: string
    readonly parent?: { readonly id: string }
  }): Promise<{ readonly id: string; readonly name: string }>
  project(options?: {
    readonly name?: string
    readonly department?: { readonly id: string }
  }): Promise<{ readonly id: string; readonly name: string; readonly key: string }>
  /** A request of somebody who has not signed in, without a network */
  http(method: string, url: string, options?: RequestOptions): Promise<TestResponse>
  /**
   * A socket to the real server for whomever the headers name, e.g. by a token.
   * @param options.viewAs - id of a view
   */
  socket(options?: { readonly headers?: Readonly<Record<string, string>>; readonly viewAs?: string }): Promise<TestSocket>
  /** What a job that acts for a person is answered when it calls an operation; `input` as the operation's schemas say. */
  byJob(
    personId: string,
    operation: AnyOperation,
    input: { readonly params?: unknown; readonly query?: unknown; readonly body?: unknown },
  ): Promise<TestResponse>
  /** Tells the sockets of a topic, as a plugin's `publish` does. */
  publish<P>(topic: string, event: Event<P>, data: P): void
  /** Resolves when every event stored so far was heard, or waits for another try. */
  settled(): Promise<void>
  /** Switches a plugin off and on again. */
  enable(pluginId: string, enabled: boolean): void
  /** What runs, as it was declared: the core's own rooms and the plugins under test */
  readonly plugins: readonly AnyPlugin[]
  /** All rows of an entity's table (or of `core_share`), past every scope: to compare a door with what lies behind it */
  stored(table: string): Promise<readonly ({ readonly id: string } & Readonly<Record<string, unknown>>)[]>
  /** Puts a row there past every scope, by property names, e.g. one whose time is over. @returns its id */
  store(table: string, row: Readonly<Record<string, unknown>>): Promise<string>
  /** Appends a row to a log past every scope, as its author; `seq` and `no` are the core's to give. Whoever listens hears it. */
  append(table: string, row: Readonly<Record<string, unknown>>): Promise<void>
  /** Ids of the operations that are bound */
  readonly operations: readonly string[]
  /** Address of the listening server, e.g. for a browser */
  listen(): Promise<string>
  stop(): Promise<void>
}

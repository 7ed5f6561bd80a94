import type { Duplex } from 'node:stream'
import type { Locale } from '@liaison/sdk'
import type { Clock, Logger, Origin } from '@liaison/sdk/server'
import type { WebSocket } from 'ws'
import type { Access } from '../access/access.ts'
import type { Allowance } from './allowance.ts'
import type { Dispatcher } from '../http/dispatcher.ts'
import type { Failures } from './failures.ts'
import type { Hub } from './hub.ts'
import type { Subscriptions } from './subscriptions.ts'

/** What all sockets of a process share. */
export interface SharedContext {
  readonly hub: Hub
  readonly subscriptions: Subscriptions
  readonly dispatcher: Dispatcher
  readonly clock: Clock
  readonly logger: Logger
  readonly failures: Failures
  newId(): string
  /** The person's compiled access: at once when it is known; undefined for somebody who is disabled */
  accessOf(personId: string): Access | undefined | Promise<Access | undefined>
  /** Whether the operation appends to a log: those keep their order */
  isAppend(operationId: string): boolean
  /** JSON of a reply; undefined when nothing is answered */
  serialise(operationId: string, body: unknown): string | undefined
}

export interface ConnectionContext extends SharedContext {
  readonly socket: Pick<WebSocket, 'close' | 'terminate' | 'pause' | 'resume'>
  /** The stream below the socket, for frames that are encoded once for all */
  readonly stream: Duplex
  readonly allowance: Allowance
  readonly origin: Origin
  /** Language of problems */
  readonly locale: Locale
}

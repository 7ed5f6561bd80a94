import { createToken } from '@liaison/sdk'
import type { Duty } from './duty.ts'

/** What a request or a socket presents to say who it is. */
export interface Credentials {
  /** Value of the session cookie */
  readonly cookie?: string
  /** Value after `Bearer ` */
  readonly bearer?: string
}

/** Somebody who is signed in, by a session or an API token. */
export interface Session {
  readonly id: string
  readonly personId: string
  /** Permission keys that an API token is narrowed to; undefined: all that the person holds */
  readonly tokenPermissions?: ReadonlySet<string>
  /** What its person has to do before anything else, now */
  readonly duty?: Duty | undefined
  /** A program's, not a browser's */
  readonly isToken?: boolean
  /** False once it was ended, expired or the person was disabled; asked for every call of an open socket. */
  isLive(now: Date): boolean
}

/** Whether a socket may be open: live, and nothing has to be done first. */
export const isFree = (session: Session, now: Date): boolean => session.isLive(now) && session.duty === undefined

/** Provided by the auth room. */
export interface Sessions {
  /** From memory when it is known there, else one look-up; undefined for what is unknown, ended or expired. */
  find(credentials: Credentials): Session | undefined | Promise<Session | undefined>
  /** By id, for tickets that were issued to a session */
  byId(sessionId: string): Session | undefined | Promise<Session | undefined>
}
export const sessions = createToken<Sessions>('core.Sessions')

export const sessionCookie = 'liaison_session'

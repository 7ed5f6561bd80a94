import { deletePersonToken, endPersonSession, endPersonSessions, listPersonSessions, listPersonTokens } from '@liaison/sdk/platform'
import { bind } from '@liaison/sdk/server'
import type { AuthWork } from './auth-rooms.ts'
import * as managed from './managed-sessions.ts'

type W = AuthWork
export type ManagedRooms = managed.ManagedRooms

/** What people managers do about where others are signed in. */
export const managedOperations = [listPersonSessions, endPersonSession, endPersonSessions, listPersonTokens, deletePersonToken]

export const bindManaged = (rooms: ManagedRooms) => [
  bind(listPersonSessions, (work: W, { params, query }) => managed.listPersonSessions(work, rooms, params.personId, query)),
  bind(endPersonSession, (work: W, { params }) => managed.endPersonSession(work, rooms, params.personId, params.sessionId)),
  bind(endPersonSessions, (work: W, { params }) => managed.endPersonSessions(work, rooms, params.personId)),
  bind(listPersonTokens, (work: W, { params, query }) => managed.listPersonTokens(work, rooms, params.personId, query)),
  bind(deletePersonToken, (work: W, { params }) => managed.deletePersonToken(work, rooms, params.personId, params.tokenId)),
]

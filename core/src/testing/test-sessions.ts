import type { Session, Sessions } from '../http/sessions.ts'

const prefix = 'test.'

/** What a test person presents instead of a token that it would have to sign in for. */
export const bearerOf = (personId: string): string => `${prefix}${personId}`
export const sessionIdOf = (personId: string): string => `test-${personId}`

/** Lets test persons in without a password; everybody else by the real sessions. */
export function withTestSessions(own: Sessions): Sessions {
  const sessionOf = (personId: string): Session => ({ id: sessionIdOf(personId), personId, isLive: () => true })
  return {
    find: (credentials) =>
      credentials.bearer?.startsWith(prefix) === true ? sessionOf(credentials.bearer.slice(prefix.length)) : own.find(credentials),
    byId: (sessionId) => (sessionId.startsWith('test-') ? sessionOf(sessionId.slice('test-'.length)) : own.byId(sessionId)),
  }
}

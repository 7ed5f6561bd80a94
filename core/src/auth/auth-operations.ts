import * as contract from '@liaison/sdk'
import { createApiToken, deleteToken, listTokens } from '@liaison/sdk/platform'
import { bind } from '@liaison/sdk/server'
import { nameIndexOf } from '../directory/name-index.ts'
import type { Kernel } from '../kernel/kernel.ts'
import type { AuthWork } from './auth-rooms.ts'
import { bindManaged, managedOperations, type ManagedRooms } from './managed-operations.ts'
import { prove, provePassword } from './identity-proof.ts'
import type { ForgottenThrottle } from './password-policy/forgotten-throttle.ts'
import { judgedHash } from './password-policy/password-rules.ts'
import { bindSafety, safetyOperations } from './safety-operations.ts'
import { askSecondFactor } from './second-factor/second-factor-step.ts'
import * as sessions from './session-service.ts'
import { refuseSecondSetUp, setUp } from './set-up-service.ts'
import * as signing from './sign-in-service.ts'
import * as tokens from './token-service.ts'

type W = AuthWork

export const authOperations = [
  contract.signIn,
  contract.signOut,
  contract.setUp,
  contract.listSessions,
  contract.endSession,
  contract.changePassword,
  listTokens,
  createApiToken,
  deleteToken,
  ...safetyOperations,
  ...managedOperations,
]

export const bindAuth = (rooms: ManagedRooms & { readonly kernel: Kernel; readonly forgotten: ForgottenThrottle }) => [
  ...bindManaged(rooms),
  ...bindSafety(rooms),
  bind(contract.signIn, {
    prepare: async (work: W, { body }) => {
      const person = await prove(work, rooms, body)
      await askSecondFactor(work, rooms, person)
      return person
    },
    write: (work: W, { ready }) => signing.signIn(work, rooms, ready),
  }),
  bind(contract.signOut, (work: W) => signing.signOut(work, rooms)),
  bind(contract.setUp, {
    prepare: async (_work: W, { body }) => {
      refuseSecondSetUp(rooms)
      return { passwordHash: await judgedHash(rooms, body.password, body), nameIndex: await nameIndexOf(body.name, body.account) }
    },
    write: (work: W, { body: { account, name }, ready }) => setUp(work, rooms, { account, name, ...ready }),
  }),
  bind(contract.listSessions, (work: W, { query }) => sessions.listSessions(work, rooms, query)),
  bind(contract.endSession, (work: W, { params }) => sessions.endSession(work, rooms, params.sessionId)),
  bind(contract.changePassword, {
    prepare: async (work: W, { body }) => {
      sessions.refuseTokens(work, rooms)
      await provePassword(work, rooms, body.current)
      const { id: personId } = work.actor
      const { account = '', name = '' } = rooms.directory.factsOf(personId) ?? {}
      const mustDiffer = rooms.safety.dutyOf(personId, work.now) === 'password'
      return judgedHash(rooms, body.next, { personId, account, name }, { mustDiffer })
    },
    write: (work: W, { ready }) => sessions.changePassword(work, rooms, ready),
  }),
  bind(listTokens, (work: W, { query }) => tokens.listTokens(work, rooms, query)),
  bind(createApiToken, (work: W, { body }) => tokens.createToken(work, rooms, body)),
  bind(deleteToken, (work: W, { params }) => tokens.deleteToken(work, rooms, params.id)),
]

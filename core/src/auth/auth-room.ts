import { passwordChangeNeeded, secondFactorSetUpNeeded, wrongCredentials, wrongPassword } from '@liaison/sdk'
import { sessionNeeded, signInManage } from '@liaison/sdk/platform'
import { clock, definePlugin, jobs, mail } from '@liaison/sdk/server'
import { type Static, Type } from 'typebox'
import { roleMemory } from '../access-administration/role-memory.ts'
import { directoryMemory } from '../directory/directory-memory.ts'
import { sessions } from '../http/sessions.ts'
import { consentMemory } from '../privacy/consent-memory.ts'
import { realtime } from '../realtime/token.ts'
import { compiledAccess, database, installation, kernel } from '../rooms/floors.ts'
import { accounts } from './accounts.ts'
import { authEntities, type AuthEntity } from './auth-entities.ts'
import { authMigrations } from './auth-migrations.ts'
import { authOperations, bindAuth } from './auth-operations.ts'
import { Challenges } from './challenges.ts'
import { removeExpired } from './expired-sessions.ts'
import { provePassword } from './identity-proof.ts'
import { KnownBrowser } from './known-browser.ts'
import { LastSeen } from './last-seen.ts'
import { ForgottenThrottle } from './password-policy/forgotten-throttle.ts'
import { judgedHash } from './password-policy/password-rules.ts'
import { leaveAddress, resetPassword, sendForgotten, signInState } from './password-policy/reset-service.ts'
import { setFirstPasswords, setPassword } from './password-policy/set-password.ts'
import { Passwords } from './passwords.ts'
import { SafetyMemory } from './safety-memory.ts'
import { forgottenJob } from './safety-operations.ts'
import { RecoveryCodes } from './second-factor/recovery-codes.ts'
import { forgetSignIn, removeAllFactors } from './second-factor/second-factor-service.ts'
import { SessionMemory } from './session-memory.ts'
import { endAll } from './session-service.ts'
import { SignInThrottle } from './sign-in-throttle.ts'

const settings = Type.Object({
  idleHours: Type.Number({
    default: 12,
    exclusiveMinimum: 0,
    maximum: 720,
    description: 'A session ends when it was not used for so long',
  }),
  absoluteDays: Type.Number({ default: 14, exclusiveMinimum: 0, maximum: 366, description: 'A session ends so long after the sign-in' }),
})

/** Wrong codes of an account from everywhere, before browsers that it does not know have to wait. */
const guessing = { allowed: 50, longestWaitMs: 15 * 60_000 }

/** Who is it: passwords, sessions, API tokens, and the first administrator. */
export const authRoom = definePlugin<AuthEntity, Static<typeof settings>>({
  id: 'auth',
  version: '0.1.0',
  title: { 'zh-CN': '登录', en: 'Sign-in' },
  settings,
  entities: authEntities,
  migrations: authMigrations,
  operations: authOperations,
  permissions: [signInManage],
  problems: [wrongCredentials, wrongPassword, sessionNeeded, passwordChangeNeeded, secondFactorSetUpNeeded],
  tokens: [sessions, accounts],
  systemReasons: {
    'sign-in': 'who signs in is not known before',
    'sign-out': 'a session is no permission’s to end',
    'own-sessions': 'one’s own sessions need no permission',
    'own-tokens': 'one’s own API tokens need no permission',
    demo: 'the demo company begins with one password for all',
    forgotten: 'who forgot the password has not signed in',
    expire: 'what has expired is removed by nobody in particular',
  },
  async setup({ settings: { idleHours, absoluteDays }, provide, get, find, bind, asSystem, logger }) {
    const failed = (what: string) => (error: unknown) => logger.error({ error: String(error) }, what)
    const db = get(database)
    const directory = get(directoryMemory)
    const time = get(clock)
    const limits = { idleMs: idleHours * 3_600_000, absoluteMs: absoluteDays * 86_400_000 }
    const passwords = new Passwords()
    const safety = new SafetyMemory(db, directory)
    const lastSeen = new LastSeen(db, failed('uses of sessions could not be written'))
    const mayUse = (personId: string) => directory.factsOf(personId)?.disabled === false
    const memory = new SessionMemory({
      db,
      limits,
      now: () => time.now(),
      by: {
        idleMs: limits.idleMs,
        mayUse,
        dutyOf: (personId) => safety.dutyOf(personId, time.now()) ?? (find(consentMemory)?.owes(personId) === true ? 'consent' : undefined),
        used: (session, at) => lastSeen.used(session, at),
      },
    })
    memory.onEnd = (ended) => find(realtime)?.disconnect(ended)
    const ahead = passwords.decoy()
    ahead.catch(failed('no password can be hashed'))

    provide(sessions, () => memory)
    const rooms = {
      ...{ db, directory, limits, passwords, safety, sessions: memory },
      kernel: get(kernel),
      installation: get(installation),
      mail: get(mail),
      jobs: get(jobs),
      throttle: new SignInThrottle(),
      factorThrottle: new SignInThrottle({ everywhere: guessing }),
      forgotten: new ForgottenThrottle(),
      browser: new KnownBrowser(get(installation).secret),
      challenges: new Challenges(db, get(installation).secret),
      codes: new RecoveryCodes(db, get(installation).secret),
      get roles() {
        return get(roleMemory)
      },
      get access() {
        return get(compiledAccess)
      },
    }
    provide(accounts, () => ({
      hash: (password) => passwords.hash(password),
      judgedHash: (password, owner) => judgedHash(rooms, password, owner),
      setPassword: (work, personId, passwordHash, options) => setPassword(work, rooms, personId, passwordHash, options),
      setFirstPasswords: (work, passwordHashes) => setFirstPasswords(work, rooms, passwordHashes),
      provePassword: (work, password) => provePassword(work, rooms, password),
      setPasswords: (personIds, passwordHash) =>
        asSystem('demo', async (work) => {
          for (const personId of personIds) await setPassword(work, rooms, personId, passwordHash)
        }),
      endAll: (work, personId) => endAll(work, memory, personId),
      signInState: (personId) => signInState(rooms, personId),
      resetPassword: (work, personId, by) => resetPassword(work, rooms, personId, by),
      leaveAddress: (work, personId) => leaveAddress(work, rooms, personId),
      removeFactors: (work, personId) => removeAllFactors(work, rooms, personId),
      forget: (work, personId) => forgetSignIn(work, rooms, personId),
    }))
    bind(bindAuth(rooms))
    get(jobs).define<{ account: string }>(forgottenJob, ({ account }) =>
      asSystem('forgotten', (work) => sendForgotten(work, rooms, account)),
    )
    const unfollowSafety = await safety.start(failed('how people sign in could not be read again'))
    const unfollow = memory.follow(failed('sessions could not be checked again'))
    const sweep = () => asSystem('expire', (work) => removeExpired(work.rows, limits, work.now)).catch(failed('expired sessions stay'))
    const first = setTimeout(sweep, 60_000).unref()
    const sweeping = setInterval(sweep, 3_600_000).unref()
    return async () => {
      clearTimeout(first)
      clearInterval(sweeping)
      unfollow()
      unfollowSafety()
      await lastSeen.flush()
    }
  },
})

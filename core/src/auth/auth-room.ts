import { wrongCredentials, wrongPassword } from '@liaison/sdk'
import { sessionNeeded } from '@liaison/sdk/platform'
import { clock, definePlugin } from '@liaison/sdk/server'
import { type Static, Type } from 'typebox'
import { roleMemory } from '../access-administration/role-memory.ts'
import { directoryMemory } from '../directory/directory-memory.ts'
import { sessions } from '../http/sessions.ts'
import { realtime } from '../realtime/token.ts'
import { database, installation, kernel } from '../rooms/floors.ts'
import { accounts } from './accounts.ts'
import { authEntities, type AuthEntity } from './auth-entities.ts'
import { authMigrations } from './auth-migrations.ts'
import { authOperations, bindAuth } from './auth-operations.ts'
import { removeExpired } from './expired-sessions.ts'
import { KnownBrowser } from './known-browser.ts'
import { LastSeen } from './last-seen.ts'
import { Passwords } from './passwords.ts'
import { SessionMemory } from './session-memory.ts'
import { endAll, setPassword } from './session-service.ts'
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

/** Who is it: passwords, sessions, API tokens, and the first administrator. */
export const authRoom = definePlugin<AuthEntity, Static<typeof settings>>({
  id: 'auth',
  version: '0.1.0',
  title: { 'zh-CN': '登录', en: 'Sign-in' },
  settings,
  entities: authEntities,
  migrations: authMigrations,
  operations: authOperations,
  problems: [wrongCredentials, wrongPassword, sessionNeeded],
  tokens: [sessions, accounts],
  systemReasons: {
    'sign-in': 'who signs in is not known before',
    'sign-out': 'a session is no permission’s to end',
    'own-sessions': 'one’s own sessions need no permission',
    'own-tokens': 'one’s own API tokens need no permission',
    demo: 'the demo company begins with one password for all',
    expire: 'what has expired is removed by nobody in particular',
  },
  setup({ settings: { idleHours, absoluteDays }, provide, get, find, bind, asSystem, logger }) {
    const failed = (what: string) => (error: unknown) => logger.error({ error: String(error) }, what)
    const db = get(database)
    const directory = get(directoryMemory)
    const time = get(clock)
    const limits = { idleMs: idleHours * 3_600_000, absoluteMs: absoluteDays * 86_400_000 }
    const passwords = new Passwords()
    const lastSeen = new LastSeen(db, failed('uses of sessions could not be written'))
    const mayUse = (personId: string) => directory.factsOf(personId)?.disabled === false
    const memory = new SessionMemory({
      db,
      limits,
      now: () => time.now(),
      by: { idleMs: limits.idleMs, mayUse, used: (session, at) => lastSeen.used(session, at) },
    })
    memory.onEnd = (ended) => find(realtime)?.disconnect(ended)
    const ahead = passwords.decoy()
    ahead.catch(failed('no password can be hashed'))

    provide(sessions, () => memory)
    provide(accounts, () => ({
      hash: (password) => passwords.hash(password),
      setPassword,
      setPasswords: (personIds, passwordHash) =>
        asSystem('demo', async (work) => {
          for (const personId of personIds) await setPassword(work, personId, passwordHash)
        }),
      endAll: (work, personId) => endAll(work, memory, personId),
    }))
    bind(
      bindAuth({
        ...{ db, directory, limits, passwords, sessions: memory },
        kernel: get(kernel),
        installation: get(installation),
        throttle: new SignInThrottle(),
        browser: new KnownBrowser(get(installation).secret),
        get roles() {
          return get(roleMemory)
        },
      }),
    )
    const unfollow = memory.follow(failed('sessions could not be checked again'))
    const sweep = () => asSystem('expire', (work) => removeExpired(work.rows, limits, work.now)).catch(failed('expired sessions stay'))
    const first = setTimeout(sweep, 60_000).unref()
    const sweeping = setInterval(sweep, 3_600_000).unref()
    return async () => {
      clearTimeout(first)
      clearInterval(sweeping)
      unfollow()
      await lastSeen.flush()
    }
  },
})

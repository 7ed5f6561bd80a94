import { type Static, Type } from 'typebox'
import { defineEvent } from './event.ts'
import { operation } from './operation.ts'
import { definePermission, scopes } from './permission.ts'
import { defineProblem, invalidInput, notFound, tooManyRequests } from './problem.ts'
import { Id, Instant, nullable, pageOf, pageQuery, PersonSummary, text } from './shapes.ts'
import { passwordProblems, secondFactorRequired } from './sign-in-problems.ts'
import { locales } from './text.ts'

const LocalizedText = Type.Object({ 'zh-CN': Type.String(), en: Type.String() })
const LocaleName = Type.Enum([...locales])
const Account = Type.String({ minLength: 1, maxLength: 64 })
const NewAccount = Type.String({ pattern: '^[a-z0-9][a-z0-9._@-]*$', maxLength: 64, description: 'Lower case; unique' })
const Password = Type.String({ minLength: 8, maxLength: 200, description: 'Characters' })

/** What the browser asks first: who am I talking to? Modules are told to those who signed in. */
export const PlatformInformation = Type.Object({
  /** Name of the company */
  name: Type.String(),
  version: Type.String(),
  locales: Type.Array(LocaleName),
  /** Nobody can sign in yet: show the set-up page. */
  setupNeeded: Type.Boolean(),
  /** Whether the caller is signed in: whoever is not need not ask who he is. */
  signedIn: Type.Boolean(),
  /** What the session has to do before anything else: choose a new password, or set up a second factor */
  duty: Type.Optional(Type.Enum(['password', 'second-factor', 'consent'])),
  /** Enabled for the caller, in the order of the rail; empty before sign-in */
  modules: Type.Array(
    Type.Object({
      id: Type.String(),
      title: LocalizedText,
      /** Address of the module's web part; null when it has none */
      web: nullable(Type.String()),
    }),
  ),
})
export type PlatformInformation = Static<typeof PlatformInformation>

/** The caller, with all that he may. */
export const Me = Type.Object({
  id: Id,
  account: Type.String(),
  name: Type.String(),
  kind: Type.Enum(['internal', 'external']),
  locale: LocaleName,
  departmentIds: Type.Array(Id),
  roleIds: Type.Array(Id),
  /** Scope by permission key; what is not held is absent. */
  grants: Type.Record(Type.String(), Type.Enum([...scopes])),
  /** Ids of the modules that are on for the caller */
  modules: Type.Array(Type.String()),
  /** Keys of their features that are on for the caller */
  features: Type.Array(Type.String()),
})
export type Me = Static<typeof Me>

/** A person as the directory shows him; phone, mail and ID number are masked. */
export const DirectoryPerson = Type.Object({
  ...PersonSummary.properties,
  account: Type.String(),
  title: nullable(Type.String()),
  email: nullable(Type.String()),
  phone: nullable(Type.String()),
  /** Of the identity card, masked; for those who manage people only */
  idNumber: Type.Optional(nullable(Type.String())),
  departmentIds: Type.Array(Id),
  /** Told to the person and to those who manage people or access; empty for others */
  roleIds: Type.Array(Id),
  organisationId: nullable(Id),
  version: Type.Integer(),
})
export type DirectoryPerson = Static<typeof DirectoryPerson>

/** One device on which the caller is signed in. */
export const SessionSummary = Type.Object({
  id: Id,
  createdAt: Instant,
  lastSeenAt: Instant,
  expiresAt: Instant,
  /** As the device named itself; may be empty */
  userAgent: Type.String(),
  address: Type.String(),
  /** The session that asks */
  current: Type.Boolean(),
})
export type SessionSummary = Static<typeof SessionSummary>

/** Unknown account, wrong password or disabled person: one answer for all. */
export const wrongCredentials = defineProblem('auth/wrong-credentials', 401, {
  'zh-CN': '账号或密码不正确',
  en: 'Wrong account or password',
})
export const wrongPassword = defineProblem('auth/wrong-password', 403, {
  'zh-CN': '当前密码不正确',
  en: 'The current password is wrong',
})

export const describePlatform = operation({
  id: 'platform.describe',
  method: 'GET',
  path: '/platform',
  access: 'public',
  summary: 'Name, languages and, once signed in, the modules with their web parts',
  reply: PlatformInformation,
})

export const readMe = operation({
  id: 'platform.me',
  method: 'GET',
  path: '/me',
  access: 'signed-in',
  reply: Me,
})

/**
 * On `person:<id>`: modules or features were switched on or off for the person. What `GET /me` and `GET /platform` answered no
 * longer holds.
 */
export const accessChanged = defineEvent('platform.accessChanged', Type.Object({}))

export const changeMe = operation({
  id: 'platform.changeMe',
  method: 'PATCH',
  path: '/me',
  access: 'signed-in',
  body: Type.Object({ locale: Type.Optional(LocaleName) }),
  reply: Me,
})

export const signIn = operation({
  id: 'auth.login',
  method: 'POST',
  path: '/auth/login',
  access: 'public',
  summary: 'Answers with the session cookie',
  body: Type.Object({ account: Account, password: Type.String({ minLength: 1, maxLength: 200 }) }),
  reply: Type.Object({ person: DirectoryPerson }),
  problems: [wrongCredentials, secondFactorRequired, tooManyRequests],
})

export const signOut = operation({ id: 'auth.logout', method: 'POST', path: '/auth/logout', access: 'signed-in' })

/** There is an administrator already: it answers 404 from then on. */
export const setUp = operation({
  id: 'auth.setup',
  method: 'POST',
  path: '/setup',
  access: 'public',
  summary: 'Makes the first administrator of an empty installation and signs him in',
  body: Type.Object({ account: NewAccount, name: text(60), password: Password }),
  reply: DirectoryPerson,
  status: 201,
  problems: [notFound, ...passwordProblems],
})

export const listSessions = operation({
  id: 'auth.listSessions',
  method: 'GET',
  path: '/me/sessions',
  access: 'signed-in',
  query: Type.Object(pageQuery),
  reply: pageOf(SessionSummary),
  problems: [invalidInput],
})

export const endSession = operation({
  id: 'auth.endSession',
  method: 'DELETE',
  path: '/me/sessions/:sessionId',
  access: 'signed-in',
  params: Type.Object({ sessionId: Id }),
  problems: [notFound],
})

export const changePassword = operation({
  id: 'auth.changePassword',
  method: 'PUT',
  path: '/me/password',
  access: 'signed-in',
  summary: 'Ends the other sessions',
  body: Type.Object({ current: Type.String({ minLength: 1, maxLength: 200 }), next: Password }),
  problems: [wrongPassword, tooManyRequests, ...passwordProblems],
})

/** Sees names, departments and companies of people. Outside people: of those they share a project with. */
export const peopleRead = definePermission('people.read', {
  title: { 'zh-CN': '查看人员', en: 'See people' },
  presets: {
    'general-manager': 'all',
    'department-head': 'all',
    'project-member': 'all',
    marketing: 'all',
    'account-manager': 'all',
    'supplier-manager': 'all',
    administrator: 'all',
    'external-customer': 'project',
    'external-guest': 'project',
  },
})

export const listPeople = operation({
  id: 'directory.listPeople',
  method: 'GET',
  path: '/directory/people',
  permission: peopleRead,
  summary: 'Found by name, account, pinyin or initials',
  query: Type.Object({
    ...pageQuery,
    query: Type.Optional(Type.String({ maxLength: 100 })),
    /** Of this department itself */
    departmentId: Type.Optional(Id),
    organisationId: Type.Optional(Id),
    projectId: Type.Optional(Id),
    kind: Type.Optional(Type.Enum(['internal', 'external'])),
    disabled: Type.Optional(Type.Boolean()),
    /** Only those whom the caller manages: of his departments, for whoever manages a part of the tree */
    manageable: Type.Optional(Type.Boolean()),
  }),
  reply: pageOf(DirectoryPerson),
  problems: [invalidInput],
})

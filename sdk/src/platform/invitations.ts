import { type Static, Type } from 'typebox'
import { defineEvent } from '../contract/event.ts'
import { changeHook } from '../contract/hook.ts'
import { operation } from '../contract/operation.ts'
import { DirectoryPerson } from '../contract/platform.ts'
import { defineProblem, forbidden, invalidInput, notFound } from '../contract/problem.ts'
import { passwordProblems } from '../contract/sign-in-problems.ts'
import { Id, Instant, nullable, pageOf, pageQuery, PersonSummary, text } from '../contract/shapes.ts'
import { accountTaken, projectsManage, roleBeyondOwn } from './directory.ts'
import { projectArchived } from './projects.ts'

/** `members.reason` is `used`, `expired` or `withdrawn`. */
export const invitationGone = defineProblem('invitations/gone', 410, {
  'zh-CN': '这个邀请已经失效',
  en: 'This invitation is no longer valid',
})
/** The person agreed to another text than the one in force: read it again. */
export const consentOutdated = defineProblem('invitations/consent-outdated', 409, {
  'zh-CN': '个人信息告知已更新，请重新阅读',
  en: 'The privacy notice has changed, please read it again',
})

const Named = Type.Object({ id: Id, name: Type.String() })
/** `open`: not yet accepted; `ended`: the access is over. */
const InvitationState = Type.Enum(['open', 'accepted', 'expired', 'withdrawn', 'ended'])
export const Invitation = Type.Object({
  id: Id,
  /** Masked */
  email: Type.String(),
  name: nullable(Type.String()),
  organisationId: nullable(Id),
  project: Named,
  role: Named,
  /** Who invited, and is told before the access ends */
  sponsor: nullable(PersonSummary),
  state: InvitationState,
  /** Until when the link works */
  linkUntil: Instant,
  /** When the access ends */
  expiresAt: Instant,
  /** Of whoever accepted */
  personId: nullable(Id),
  createdAt: Instant,
})
export type Invitation = Static<typeof Invitation>

const Words = Type.Object({ 'zh-CN': Type.String(), en: Type.String() })
/** What one module will show to somebody who joins a project. */
export const InvitationPart = Type.Object({
  /** What it is about: conversations, documents */
  title: Words,
  /** What he sees from the beginning, and what not */
  text: Words,
})
export type InvitationPart = Static<typeof InvitationPart>

export interface InvitationShowing {
  readonly projectId: string
  readonly parts: readonly InvitationPart[]
}
/** Before somebody is invited into a project, and when he reads the invitation: each module adds what it will show him. */
export const invitationShowing = changeHook<InvitationShowing>('invitations.showing')

const Code = Type.String({ minLength: 1, maxLength: 100 })

/**
 * Invites somebody of another company into a project, for a time: without `expiresAt` for 90 days. Whoever decides who takes
 * part in the project may; the role has to be one for outside people. The link works once, for a week at most.
 */
export const createInvitation = operation({
  id: 'invitations.create',
  method: 'POST',
  path: '/invitations',
  permission: projectsManage,
  status: 201,
  body: Type.Object({
    email: Type.String({ format: 'email', maxLength: 200 }),
    name: Type.Optional(nullable(text(60))),
    organisationId: Type.Optional(nullable(Id)),
    projectId: Id,
    roleId: Id,
    expiresAt: Type.Optional(Instant),
  }),
  reply: Type.Interface([Invitation], {
    /** Shown this once; a path when the installation does not know its own address */
    url: Type.String(),
    /** Whether a mail is on its way; else the link has to be handed over */
    mailed: Type.Boolean(),
  }),
  problems: [invalidInput, forbidden, projectArchived, roleBeyondOwn],
})
/** What whoever invites may choose from, and with `projectId` whom the person invited will see. */
export const readInvitationOptions = operation({
  id: 'invitations.options',
  method: 'GET',
  path: '/invitations/options',
  permission: projectsManage,
  query: Type.Object({ projectId: Type.Optional(Id) }),
  reply: Type.Object({
    /** For outside people, as far as the caller may give them */
    roles: Type.Array(Type.Object({ id: Id, name: Type.String(), description: Type.String() })),
    people: Type.Array(PersonSummary),
    parts: Type.Array(InvitationPart),
    /** Whether invitations go by mail; else the link has to be handed over */
    mails: Type.Boolean(),
  }),
  problems: [invalidInput, forbidden],
})
/** Of the projects whose members the caller decides about, newest first */
export const listInvitations = operation({
  id: 'invitations.list',
  method: 'GET',
  path: '/invitations',
  permission: projectsManage,
  query: Type.Object({ ...pageQuery, projectId: Type.Optional(Id) }),
  reply: pageOf(Invitation),
  problems: [invalidInput],
})
const Made = Type.Interface([Invitation], {
  /** Shown this once; a path when the installation does not know its own address */
  url: Type.String(),
  /** Whether a mail is on its way; else the link has to be handed over */
  mailed: Type.Boolean(),
})
/** Moves the end of the access, of an invitation that is open or accepted. `members.reason` of the problem says why not. */
export const changeInvitation = operation({
  id: 'invitations.change',
  method: 'PATCH',
  path: '/invitations/:id',
  permission: projectsManage,
  params: Type.Object({ id: Id }),
  body: Type.Object({ expiresAt: Instant }),
  reply: Invitation,
  problems: [notFound, forbidden, invalidInput, invitationGone, roleBeyondOwn],
})
/** A new link for an invitation that nobody has accepted, by mail where there is mail; the one before stops working. */
export const renewInvitation = operation({
  id: 'invitations.renew',
  method: 'POST',
  path: '/invitations/:id/link',
  permission: projectsManage,
  params: Type.Object({ id: Id }),
  reply: Made,
  problems: [notFound, forbidden, invitationGone, roleBeyondOwn],
})
/** The link stops working; who has accepted loses the access at once. */
export const withdrawInvitation = operation({
  id: 'invitations.withdraw',
  method: 'DELETE',
  path: '/invitations/:id',
  permission: projectsManage,
  params: Type.Object({ id: Id }),
  problems: [notFound, forbidden],
})

export const InvitationOffer = Type.Object({
  project: Named,
  role: Named,
  expiresAt: Instant,
  linkUntil: Instant,
  consent: Type.Object({ version: Type.String(), text: Type.String() }),
  /** As the sponsor wrote it */
  name: nullable(Type.String()),
  organisation: nullable(Type.String()),
  sponsor: nullable(PersonSummary),
  /** Who takes part in the project now: they will see each other */
  people: Type.Array(PersonSummary),
  parts: Type.Array(InvitationPart),
})
export type InvitationOffer = Static<typeof InvitationOffer>
/** What the holder of the link is offered. */
export const readInvitation = operation({
  id: 'invitations.read',
  method: 'GET',
  path: '/invitations/:code',
  access: 'public',
  params: Type.Object({ code: Code }),
  reply: InvitationOffer,
  problems: [notFound, invitationGone],
})
/** Makes the account. A refused acceptance leaves the invitation usable. */
export const acceptInvitation = operation({
  id: 'invitations.accept',
  method: 'POST',
  path: '/invitations/:code/acceptance',
  access: 'public',
  status: 201,
  params: Type.Object({ code: Code }),
  body: Type.Object({
    account: Type.String({ pattern: '^[a-z0-9][a-z0-9._@-]*$', maxLength: 64, description: 'Lower case; unique' }),
    name: text(60),
    password: Type.String({ minLength: 8, maxLength: 200, description: 'Characters' }),
    /** Of the consent text that the person agreed to */
    consentVersion: Type.String({ maxLength: 40 }),
  }),
  reply: DirectoryPerson,
  problems: [notFound, invitationGone, accountTaken, consentOutdated, projectArchived, invalidInput, ...passwordProblems],
})

const About = Type.Object({ invitationId: Id, projectId: Id, personId: Id, sponsorId: Id })
/** An outside person's access ends in a week: for whoever looks after him. */
export const invitedAccessEnding = defineEvent('invitations.access.ending', About)
export const invitedAccessEnded = defineEvent('invitations.access.ended', About)

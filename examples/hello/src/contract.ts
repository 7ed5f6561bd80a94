/** The kudos wall: what is said aloud when a colleague did something well. */
import { defineProblem, definePermission, Id, Instant, operation, pageOf, pageQuery, PersonSummary, type Scope, text } from '@liaison/sdk'
import { type Static, Type } from 'typebox'

const everybodyInside = <S extends Scope>(scope: S) => ({
  'general-manager': scope,
  'department-head': scope,
  'project-member': scope,
  marketing: scope,
  'account-manager': scope,
  'supplier-manager': scope,
})

/** Outside people hold neither: the wall belongs to the company. */
export const kudosRead = definePermission('kudos.read', {
  title: { 'zh-CN': '查看夸夸墙', en: 'See the kudos wall' },
  scopes: ['none', 'own', 'department', 'department-tree', 'all'],
  presets: everybodyInside('all'),
})
/** `own` is to give, and to take down what one gave or received; `all` is to look after the wall. */
export const kudosGive = definePermission('kudos.give', {
  title: { 'zh-CN': '发布夸夸', en: 'Give kudos' },
  scopes: ['none', 'own', 'all'],
  presets: { ...everybodyInside('own'), 'general-manager': 'all' },
})

export const notForOneself = defineProblem('kudos/not-for-oneself', 409, { 'zh-CN': '不能夸自己', en: 'Kudos are for others' })
export const notOneOfUs = defineProblem('kudos/not-one-of-us', 409, {
  'zh-CN': '只能夸公司内的同事',
  en: 'Kudos are for colleagues inside the company',
})

/** One piece of praise, from one colleague to another. */
export const Kudos = Type.Object({ id: Id, from: PersonSummary, to: PersonSummary, words: Type.String(), createdAt: Instant })
export type Kudos = Static<typeof Kudos>

/** The wall as far as the caller sees it, the newest first. */
export const listKudos = operation({
  id: 'kudos.list',
  method: 'GET',
  path: '/kudos',
  permission: kudosRead,
  query: Type.Object(pageQuery),
  reply: pageOf(Kudos),
})

export const giveKudos = operation({
  id: 'kudos.give',
  method: 'POST',
  path: '/kudos',
  permission: kudosGive,
  body: Type.Object({ toId: Id, words: text(500) }),
  reply: Kudos,
  status: 201,
  problems: [notForOneself, notOneOfUs],
})

/** Takes a piece of praise down: who gave it, who received it, or who looks after the wall. */
export const takeDownKudos = operation({
  id: 'kudos.takeDown',
  method: 'DELETE',
  path: '/kudos/:kudosId',
  permission: kudosGive,
  params: Type.Object({ kudosId: Id }),
})

export const operations = [listKudos, giveKudos, takeDownKudos]

import { type Static, Type } from 'typebox'
import { operation } from '../contract/operation.ts'
import { defineProblem, forbidden, invalidInput, notFound } from '../contract/problem.ts'
import { Id } from '../contract/shapes.ts'
import { lastAdministrator, peopleManage } from './directory.ts'

export const successorUnfit = defineProblem('hand-over/successor-unfit', 400, {
  'zh-CN': '接收人须是在职的内部人员，且不能是本人',
  en: 'The successor has to be somebody else inside the company who is not disabled',
})

/** One kind of thing that somebody answers for */
export const Belonging = Type.Object({
  /** `departments`, `projects`, `memberships`, `organisations`, `invitations`, or the id of a module */
  kind: Type.String(),
  title: Type.Object({ 'zh-CN': Type.String(), en: Type.String() }),
  count: Type.Integer(),
})
export type Belonging = Static<typeof Belonging>

/** Everything that somebody answers for, counted by kind. */
export const listBelongings = operation({
  id: 'hand-over.list',
  method: 'GET',
  path: '/directory/people/:personId/belongings',
  permission: peopleManage,
  params: Type.Object({ personId: Id }),
  reply: Type.Object({ items: Type.Array(Belonging) }),
  problems: [notFound, forbidden],
})
/**
 * Gives everything that somebody answers for to a successor, all of it or nothing: departments that he heads, projects that he
 * opened or takes part in, companies and invited people that he looks after, and what modules declare. With `disable` his account is closed in
 * the same unit. It takes no fewer rights than he holds.
 */
export const handOver = operation({
  id: 'hand-over.give',
  method: 'POST',
  path: '/directory/people/:personId/hand-over',
  permission: peopleManage,
  params: Type.Object({ personId: Id }),
  body: Type.Object({ successorId: Id, disable: Type.Optional(Type.Boolean()) }),
  reply: Type.Object({ given: Type.Array(Belonging) }),
  problems: [notFound, forbidden, successorUnfit, lastAdministrator, invalidInput],
})

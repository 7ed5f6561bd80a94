import { Type } from 'typebox'
import { operation } from '../contract/operation.ts'
import { SessionSummary } from '../contract/platform.ts'
import { forbidden, invalidInput, notFound } from '../contract/problem.ts'
import { Id, pageOf, pageQuery } from '../contract/shapes.ts'
import { ApiToken } from './api-tokens.ts'
import { peopleManage } from './directory.ts'

const person = Type.Object({ personId: Id })

/** Where somebody is signed in: device, address, last use. Newest first. */
export const listPersonSessions = operation({
  id: 'auth.listPersonSessions',
  method: 'GET',
  path: '/directory/people/:personId/sessions',
  permission: peopleManage,
  params: person,
  query: Type.Object(pageQuery),
  reply: pageOf(SessionSummary),
  problems: [notFound, forbidden, invalidInput],
})
/** Ends one of somebody's sessions and its sockets at once. It takes no fewer rights than he holds. */
export const endPersonSession = operation({
  id: 'auth.endPersonSession',
  method: 'DELETE',
  path: '/directory/people/:personId/sessions/:sessionId',
  permission: peopleManage,
  params: Type.Object({ personId: Id, sessionId: Id }),
  problems: [notFound, forbidden],
})
/** Ends everything that somebody is signed in with: sessions, API tokens, sockets. */
export const endPersonSessions = operation({
  id: 'auth.endPersonSessions',
  method: 'DELETE',
  path: '/directory/people/:personId/sessions',
  permission: peopleManage,
  params: person,
  problems: [notFound, forbidden],
})
/** Somebody's API tokens, never the secret. Newest first. */
export const listPersonTokens = operation({
  id: 'auth.listPersonTokens',
  method: 'GET',
  path: '/directory/people/:personId/tokens',
  permission: peopleManage,
  params: person,
  query: Type.Object(pageQuery),
  reply: pageOf(ApiToken),
  problems: [notFound, forbidden, invalidInput],
})
export const deletePersonToken = operation({
  id: 'auth.deletePersonToken',
  method: 'DELETE',
  path: '/directory/people/:personId/tokens/:tokenId',
  permission: peopleManage,
  params: Type.Object({ personId: Id, tokenId: Id }),
  problems: [notFound, forbidden],
})

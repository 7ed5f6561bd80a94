import { type Static, Type } from 'typebox'
import { operation } from '../contract/operation.ts'
import { peopleRead } from '../contract/platform.ts'
import { conflict, forbidden, invalidInput, notFound, staleVersion } from '../contract/problem.ts'
import { Id, nullable, pageOf, pageQuery, PersonSummary, text } from '../contract/shapes.ts'
import { peopleManage } from './directory.ts'

const OrganisationKind = Type.Enum(['customer', 'supplier', 'partner'])
/** An outside company. */
export const Organisation = Type.Object({
  id: Id,
  name: Type.String(),
  kind: OrganisationKind,
  /** Whom one turns to there; null for people outside */
  contact: nullable(PersonSummary),
  /** Who is in charge of it inside; null for people outside */
  manager: nullable(PersonSummary),
  /** How many of its people are here */
  people: Type.Integer(),
  version: Type.Integer(),
})
export type Organisation = Static<typeof Organisation>

export const listOrganisations = operation({
  id: 'directory.listOrganisations',
  method: 'GET',
  path: '/directory/organisations',
  permission: peopleRead,
  query: Type.Object(pageQuery),
  reply: pageOf(Organisation),
  problems: [invalidInput],
})
export const createOrganisation = operation({
  id: 'directory.createOrganisation',
  method: 'POST',
  path: '/directory/organisations',
  permission: peopleManage,
  status: 201,
  body: Type.Object({ name: text(100), kind: OrganisationKind, managerId: Type.Optional(nullable(Id)) }),
  reply: Organisation,
  problems: [forbidden, conflict, invalidInput],
})
export const changeOrganisation = operation({
  id: 'directory.changeOrganisation',
  method: 'PATCH',
  path: '/directory/organisations/:id',
  permission: peopleManage,
  params: Type.Object({ id: Id }),
  body: Type.Partial(
    Type.Object({
      name: text(100),
      kind: OrganisationKind,
      contactId: nullable(Id),
      managerId: nullable(Id),
    }),
  ),
  reply: Organisation,
  problems: [notFound, forbidden, conflict, invalidInput, staleVersion],
})

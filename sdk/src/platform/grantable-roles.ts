import { type Static, Type } from 'typebox'
import { operation } from '../contract/operation.ts'
import { invalidInput, notFound } from '../contract/problem.ts'
import { Id, nullable, pageOf, pageQuery } from '../contract/shapes.ts'
import { peopleManage, projectsManage } from './directory.ts'

/** A role that could be given to somebody. */
export const RoleChoice = Type.Object({
  id: Id,
  /** Of a role that the installation started with; null for the company's own */
  key: nullable(Type.String()),
  name: Type.String(),
  description: Type.String(),
  /** Meant for outside people */
  external: Type.Boolean(),
  /** Whether the caller may give it: it goes no further than what he holds, or he manages access */
  grantable: Type.Boolean(),
})
export type RoleChoice = Static<typeof RoleChoice>

/** All roles, for whoever manages people: which of them he may give. */
export const listRoleChoices = operation({
  id: 'directory.listRoleChoices',
  method: 'GET',
  path: '/directory/role-choices',
  permission: peopleManage,
  query: Type.Object(pageQuery),
  reply: pageOf(RoleChoice),
  problems: [invalidInput],
})
/** All roles, for whoever manages a project: in a project a role reaches no further than it. */
export const listProjectRoleChoices = operation({
  id: 'directory.listProjectRoleChoices',
  method: 'GET',
  path: '/projects/:id/role-choices',
  permission: projectsManage,
  params: Type.Object({ id: Id }),
  query: Type.Object(pageQuery),
  reply: pageOf(RoleChoice),
  problems: [invalidInput, notFound],
})

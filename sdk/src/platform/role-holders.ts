import { type Static, Type } from 'typebox'
import { operation } from '../contract/operation.ts'
import { invalidInput, notFound } from '../contract/problem.ts'
import { Id, nullable, pageOf, pageQuery, PersonSummary } from '../contract/shapes.ts'
import { accessManage } from './access.ts'
import { lastAdministrator } from './directory.ts'

/** How many people hold each role, everywhere, in a department or in a project; each is counted once. */
export const countRoleHolders = operation({
  id: 'directory.countRoleHolders',
  method: 'GET',
  path: '/access/role-holders',
  permission: accessManage,
  reply: Type.Object({ items: Type.Array(Type.Object({ roleId: Id, people: Type.Integer() })) }),
})

/** Somebody who holds a role, and where. */
export const RoleHolder = Type.Object({
  person: PersonSummary,
  /** `everywhere` has no place */
  within: Type.Enum(['everywhere', 'department', 'project']),
  place: nullable(Type.Object({ id: Id, name: Type.String() })),
})
export type RoleHolder = Static<typeof RoleHolder>

export const listRoleHolders = operation({
  id: 'directory.listRoleHolders',
  method: 'GET',
  path: '/access/roles/:id/holders',
  permission: accessManage,
  params: Type.Object({ id: Id }),
  query: Type.Object(pageQuery),
  reply: pageOf(RoleHolder),
  problems: [notFound, invalidInput],
})

const HolderPath = Type.Object({ id: Id, personId: Id })
/** Gives somebody a role everywhere; who holds it already stays as he is. */
export const putRoleHolder = operation({
  id: 'directory.putRoleHolder',
  method: 'PUT',
  path: '/access/roles/:id/holders/:personId',
  permission: accessManage,
  params: HolderPath,
  problems: [notFound],
})
/** Takes a role that somebody holds everywhere; one that he holds in a project ends with his membership. */
export const deleteRoleHolder = operation({
  id: 'directory.deleteRoleHolder',
  method: 'DELETE',
  path: '/access/roles/:id/holders/:personId',
  permission: accessManage,
  params: HolderPath,
  problems: [notFound, lastAdministrator],
})

import { type Static, Type } from 'typebox'
import { operation } from '../contract/operation.ts'
import { definePermission, scopes } from '../contract/permission.ts'
import { conflict, defineProblem, forbidden, invalidInput, notFound, staleVersion } from '../contract/problem.ts'
import { Id, nullable, pageOf, pageQuery, text } from '../contract/shapes.ts'
import { lastAdministrator } from './directory.ts'

/** Roles, the matrix and explanations. */
export const accessManage = definePermission('access.manage', {
  title: { 'zh-CN': '管理角色与权限', en: 'Manage roles and permissions' },
  scopes: ['none', 'all'],
  presets: { administrator: 'all' },
})

export const roleInUse = defineProblem('access/role-in-use', 409, { 'zh-CN': '仍有人员持有该角色', en: 'Somebody still holds this role' })
export const presetRole = defineProblem('access/preset-role', 409, {
  'zh-CN': '系统管理员角色不能删除',
  en: 'The administrator role cannot be deleted',
})

const ScopeName = Type.Enum([...scopes])

export const Role = Type.Object({
  id: Id,
  /** Of a role that the installation started with; null for the company's own */
  key: nullable(Type.String()),
  name: Type.String(),
  description: Type.String(),
  /** Meant for outside people */
  external: Type.Boolean(),
  version: Type.Integer(),
})
export type Role = Static<typeof Role>
const Description = Type.String({ maxLength: 500 })

export const listRoles = operation({
  id: 'access.listRoles',
  method: 'GET',
  path: '/access/roles',
  permission: accessManage,
  query: Type.Object(pageQuery),
  reply: pageOf(Role),
  problems: [invalidInput],
})
/** A new role, empty or with the cells of another. */
export const createRole = operation({
  id: 'access.createRole',
  method: 'POST',
  path: '/access/roles',
  permission: accessManage,
  status: 201,
  body: Type.Object({
    name: text(60),
    description: Type.Optional(Description),
    external: Type.Optional(Type.Boolean()),
    /** Id of the role whose cells the new one begins with */
    copyOf: Type.Optional(Id),
  }),
  reply: Role,
  problems: [conflict, invalidInput],
})
export const changeRole = operation({
  id: 'access.changeRole',
  method: 'PATCH',
  path: '/access/roles/:id',
  permission: accessManage,
  params: Type.Object({ id: Id }),
  body: Type.Partial(Type.Object({ name: text(60), description: Description, external: Type.Boolean() })),
  reply: Role,
  problems: [notFound, conflict, staleVersion],
})
/** Deletes a role that nobody holds, with its cells. */
export const deleteRole = operation({
  id: 'access.deleteRole',
  method: 'DELETE',
  path: '/access/roles/:id',
  permission: accessManage,
  params: Type.Object({ id: Id }),
  problems: [notFound, roleInUse, presetRole],
})

const Title = Type.Object({ 'zh-CN': Type.String(), en: Type.String() })
/** One row of the matrix. */
export const DeclaredPermission = Type.Object({
  key: Type.String(),
  /** Id of the module that declares it */
  plugin: Type.String(),
  title: Title,
  scopes: Type.Array(ScopeName),
})
export type DeclaredPermission = Static<typeof DeclaredPermission>
export const listPermissions = operation({
  id: 'access.listPermissions',
  method: 'GET',
  path: '/access/permissions',
  permission: accessManage,
  query: Type.Object(pageQuery),
  reply: pageOf(DeclaredPermission),
  problems: [invalidInput],
})

/** Who may what, how far. An absent cell is `none`. */
export const getMatrix = operation({
  id: 'access.getMatrix',
  method: 'GET',
  path: '/access/matrix',
  permission: accessManage,
  reply: Type.Object({
    rows: Type.Array(DeclaredPermission),
    columns: Type.Array(Role),
    cells: Type.Record(Type.String(), Type.Record(Type.String(), ScopeName)),
  }),
})

const Reach = Type.Object({ permission: Type.String(), scope: ScopeName })
/** What somebody may do more or less; of a wider or narrower permission the new or the former scope. */
export const PersonChange = Type.Object({ personId: Id, gains: Type.Array(Reach), loses: Type.Array(Reach) })
export type PersonChange = Static<typeof PersonChange>
/** Changes cells, all or none, and tells what each person gains and loses by it; `dryRun` only tells. */
export const changeMatrix = operation({
  id: 'access.changeMatrix',
  method: 'PATCH',
  path: '/access/matrix',
  permission: accessManage,
  body: Type.Object({
    changes: Type.Array(Type.Object({ roleId: Id, permission: Type.String({ maxLength: 100 }), scope: ScopeName }), {
      minItems: 1,
      maxItems: 2_000,
    }),
    dryRun: Type.Optional(Type.Boolean()),
  }),
  reply: Type.Object({ applied: Type.Boolean(), people: Type.Array(PersonChange) }),
  problems: [invalidInput, lastAdministrator, forbidden],
})

/** Why somebody may or may not: role, cell, scope, and the fact of the row. */
export const explainAccess = operation({
  id: 'access.explain',
  method: 'POST',
  path: '/access/explanations',
  permission: accessManage,
  body: Type.Object({
    personId: Id,
    permission: Type.String({ maxLength: 100 }),
    resource: Type.Optional(Type.Object({ type: Type.String({ maxLength: 100 }), id: Id })),
  }),
  reply: Type.Object({
    allowed: Type.Boolean(),
    scope: ScopeName,
    because: Type.Array(
      Type.Object({
        /** What was looked at: `person`, `cell`, `scope` or `row` */
        kind: Type.String(),
        /** Whether it speaks for it */
        holds: Type.Boolean(),
        text: Title,
        ids: Type.Optional(Type.Record(Type.String(), Type.String())),
      }),
    ),
  }),
  problems: [notFound, invalidInput],
})

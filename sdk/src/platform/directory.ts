import { Type } from 'typebox'
import { defineEvent } from '../contract/event.ts'
import { operation } from '../contract/operation.ts'
import { definePermission } from '../contract/permission.ts'
import { defineProblem, forbidden, invalidInput, notFound, staleVersion } from '../contract/problem.ts'
import { Id, nullable, text } from '../contract/shapes.ts'
import { DirectoryPerson, peopleRead } from '../contract/platform.ts'
import { passwordProblems } from '../contract/sign-in-problems.ts'

/** Making, changing and disabling people, departments and outside organisations. */
export const peopleManage = definePermission('people.manage', {
  title: { 'zh-CN': '管理人员与部门', en: 'Manage people and departments' },
  scopes: ['none', 'department', 'department-tree', 'all'],
  presets: { administrator: 'all' },
})
/** Seeing whole phone numbers, mail addresses and ID numbers, one at a time, with a reason; each time is in the audit trail. */
export const peopleReveal = definePermission('people.reveal', {
  title: { 'zh-CN': '查看完整的电话、邮箱和身份证号', en: 'See whole phone numbers, mail addresses and ID numbers' },
  presets: { administrator: 'all' },
})
export const projectsRead = definePermission('projects.read', {
  title: { 'zh-CN': '查看项目', en: 'See projects' },
  presets: {
    'general-manager': 'all',
    'department-head': 'department-tree',
    'project-member': 'project',
    marketing: 'project',
    'account-manager': 'project',
    'supplier-manager': 'project',
    'external-customer': 'project',
    'external-guest': 'project',
    administrator: 'all',
  },
})
/** Opening projects and deciding who takes part; `own` are those that one has opened. */
export const projectsManage = definePermission('projects.manage', {
  title: { 'zh-CN': '创建和管理项目', en: 'Open and manage projects' },
  presets: {
    'general-manager': 'all',
    'department-head': 'department-tree',
    marketing: 'own',
    'account-manager': 'own',
    'supplier-manager': 'own',
    administrator: 'all',
  },
})

export const accountTaken = defineProblem('directory/account-taken', 409, { 'zh-CN': '该账号已被使用', en: 'This account is taken' })
/** One gives only what one holds oneself, unless one manages access. */
export const roleBeyondOwn = defineProblem('directory/role-beyond-own', 403, {
  'zh-CN': '不能授予超出自己权限的角色',
  en: 'A role that goes beyond your own rights cannot be given',
})
/** Whoever deleted his account does not come back: whatever it gave entry to would fall to somebody else. */
export const personDeleted = defineProblem('directory/person-deleted', 409, {
  'zh-CN': '该账号已由本人注销，不能再修改或启用',
  en: 'This account was deleted by its owner and cannot be changed or enabled again',
})
/** At least one person who manages access has to stay. */
export const lastAdministrator = defineProblem('access/last-administrator', 409, {
  'zh-CN': '至少要保留一位可以管理权限的人员',
  en: 'At least one person who manages access has to stay',
})

/** The password works for the next sign-in, within 7 days; then a new one has to be chosen. */
const OneTime = Type.Boolean()
const NewPassword = Type.String({ minLength: 8, maxLength: 200, description: 'Characters' })
const Account = Type.String({ pattern: '^[a-z0-9][a-z0-9._@-]*$', maxLength: 64, description: 'Lower case; unique' })
const Kind = Type.Enum(['internal', 'external'])
const Email = Type.String({ format: 'email', maxLength: 200 })
const Phone = Type.String({ pattern: '^[+0-9][0-9 -]{3,29}$' })
const IdNumber = Type.String({ pattern: '^[1-9][0-9]{16}[0-9X]$', description: 'Of a resident identity card, with the right check' })
const Ids = (maxItems: number) => Type.Array(Id, { maxItems, uniqueItems: true })

export const getPerson = operation({
  id: 'directory.getPerson',
  method: 'GET',
  path: '/directory/people/:id',
  permission: peopleRead,
  params: Type.Object({ id: Id }),
  reply: DirectoryPerson,
  problems: [notFound],
})
export const createPerson = operation({
  id: 'directory.createPerson',
  method: 'POST',
  path: '/directory/people',
  permission: peopleManage,
  status: 201,
  body: Type.Object({
    account: Account,
    name: text(60),
    password: Type.Optional(NewPassword),
    oneTimePassword: Type.Optional(OneTime),
    kind: Kind,
    email: Type.Optional(nullable(Email)),
    phone: Type.Optional(nullable(Phone)),
    idNumber: Type.Optional(nullable(IdNumber)),
    title: Type.Optional(nullable(text(60))),
    departmentIds: Type.Optional(Ids(20)),
    roleIds: Type.Optional(Ids(50)),
    organisationId: Type.Optional(nullable(Id)),
    disabled: Type.Optional(Type.Boolean()),
  }),
  reply: DirectoryPerson,
  problems: [accountTaken, invalidInput, forbidden, roleBeyondOwn, ...passwordProblems],
})
/** The whole phone number, mail address or ID number that everybody else sees masked; who asked, and why, is in the audit trail. */
export const revealPerson = operation({
  id: 'directory.revealPerson',
  method: 'POST',
  path: '/directory/people/:id/revelations',
  permission: peopleReveal,
  params: Type.Object({ id: Id }),
  body: Type.Object({ field: Type.Enum(['phone', 'email', 'idNumber']), reason: text(200) }),
  reply: Type.Object({ value: nullable(Type.String()) }),
  problems: [notFound, forbidden, invalidInput],
})
/** Disabling ends the person's sessions, tokens and sockets at once. */
export const changePerson = operation({
  id: 'directory.changePerson',
  method: 'PATCH',
  path: '/directory/people/:id',
  permission: peopleManage,
  params: Type.Object({ id: Id }),
  body: Type.Partial(
    Type.Object({
      account: Account,
      name: text(60),
      password: NewPassword,
      oneTimePassword: OneTime,
      email: nullable(Email),
      phone: nullable(Phone),
      idNumber: nullable(IdNumber),
      title: nullable(text(60)),
      departmentIds: Ids(20),
      roleIds: Ids(50),
      organisationId: nullable(Id),
      disabled: Type.Boolean(),
    }),
  ),
  reply: DirectoryPerson,
  problems: [
    notFound,
    accountTaken,
    invalidInput,
    forbidden,
    roleBeyondOwn,
    lastAdministrator,
    personDeleted,
    staleVersion,
    ...passwordProblems,
  ],
})

const Membership = Type.Object({ projectId: Id, personId: Id })
export const projectMemberJoined = defineEvent('directory.projectMember.joined', Membership)
/** Modules end what an outside person held through the project. */
export const projectMemberLeft = defineEvent('directory.projectMember.left', Membership)
/** Somebody may no longer sign in. */
export const personDisabled = defineEvent('directory.person.disabled', Type.Object({ personId: Id }))

import { peopleRead } from '@liaison/sdk'
import { projectsRead } from '@liaison/sdk/platform'
import { column, entity, via } from '@liaison/sdk/server'

/** Inside people are seen by all who may see people; outside people see those whose project they share. */
export const PersonEntity = entity(
  'core_person',
  {
    /** Lower case, unique */
    account: column.string(),
    name: column.string(),
    kind: column.string().$type<'internal' | 'external'>(),
    email: column.string().nullable(),
    phone: column.string().nullable(),
    /** Of the identity card, 18 characters */
    idNumber: column.string().nullable(),
    title: column.string().nullable(),
    locale: column.string().$type<'zh-CN' | 'en'>(),
    organisationId: column.string().nullable(),
    disabled: column.boolean(),
    /** What a search matches; begins with the whole pinyin, so that it sorts, too (`name-index.ts`) */
    nameIndex: column.text(),
  },
  {
    read: peopleRead,
    own: ['id'],
    project: via('core_project_member', { row: 'personId', key: 'projectId' }),
    department: via('core_person_department', { row: 'personId', key: 'departmentId' }),
  },
  { auditedValues: ['account', 'name', 'title', 'disabled', 'kind', 'organisationId'], sensitive: ['email', 'phone', 'idNumber'] },
)

/** The company's own shape: outside people, who reach `project` at most, do not see it. */
export const DepartmentEntity = entity(
  'core_department',
  {
    name: column.string(),
    parentId: column.string().nullable(),
    headId: column.string().nullable(),
    /** `/id/…/id/` of the departments above and itself */
    path: column.text(),
    position: column.integer(),
  },
  { read: peopleRead, department: 'id' },
  { auditedValues: ['name', 'parentId', 'headId'] },
)

export const PersonDepartmentEntity = entity(
  'core_person_department',
  { personId: column.string(), departmentId: column.string() },
  { read: peopleRead, inherits: ['personId', 'core_person'] },
  { auditedValues: ['personId', 'departmentId'] },
)

/** A role that a person holds everywhere, or in one department. */
export const PersonRoleEntity = entity(
  'core_person_role',
  { personId: column.string(), roleId: column.string(), departmentId: column.string().nullable() },
  { read: peopleRead, inherits: ['personId', 'core_person'] },
  { auditedValues: ['personId', 'roleId', 'departmentId'] },
)

/** An outside company; its own people see it. */
export const OrganisationEntity = entity(
  'core_organisation',
  {
    name: column.string(),
    kind: column.string().$type<'customer' | 'supplier' | 'partner'>(),
    /** Of its people, whom one turns to */
    contactId: column.string().nullable(),
    /** Who is in charge of it inside */
    managerId: column.string().nullable(),
  },
  { read: peopleRead, own: [via('core_person', { row: 'organisationId', key: 'id' })] },
  { auditedValues: ['name', 'kind', 'contactId', 'managerId'] },
)

export const ProjectEntity = entity(
  'core_project',
  {
    key: column.string(),
    name: column.string(),
    description: column.text().nullable(),
    departmentId: column.string().nullable(),
    createdById: column.string().nullable(),
    /** Put away: nothing new begins in it */
    archivedAt: column.datetime().nullable(),
  },
  { read: projectsRead, own: ['createdById'], project: 'id', department: 'departmentId' },
  { auditedValues: ['key', 'name', 'departmentId', 'createdById', 'archivedAt'] },
)

/** Who takes part, with the role held in the project. */
export const ProjectMemberEntity = entity(
  'core_project_member',
  { projectId: column.string(), personId: column.string(), roleId: column.string().nullable() },
  { read: projectsRead, inherits: ['projectId', 'core_project'] },
  { auditedValues: ['projectId', 'personId', 'roleId'] },
)

export const directoryEntities = [
  PersonEntity,
  DepartmentEntity,
  PersonDepartmentEntity,
  PersonRoleEntity,
  OrganisationEntity,
  ProjectEntity,
  ProjectMemberEntity,
] as const
export type DirectoryEntity = (typeof directoryEntities)[number]

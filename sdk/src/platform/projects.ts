import { type Static, Type } from 'typebox'
import { operation } from '../contract/operation.ts'
import { defineProblem, forbidden, invalidInput, notFound, staleVersion } from '../contract/problem.ts'
import { Id, Instant, nullable, pageOf, pageQuery, PersonSummary, text } from '../contract/shapes.ts'
import { projectsManage, projectsRead, roleBeyondOwn } from './directory.ts'

export const projectKeyTaken = defineProblem('directory/project-key-taken', 409, {
  'zh-CN': '该项目编号已被使用',
  en: 'This project key is taken',
})
/** An archived project takes nobody in until it is taken up again. */
export const projectArchived = defineProblem('directory/project-archived', 409, {
  'zh-CN': '项目已归档，恢复后才能添加成员',
  en: 'The project is archived; take it up again to add people',
})

/** People inside and outside who work on the same thing for a time. */
export const Project = Type.Object({
  id: Id,
  /** Short name that people write, e.g. `L-1`; unique */
  key: Type.String(),
  name: Type.String(),
  description: nullable(Type.String()),
  departmentId: nullable(Id),
  createdById: nullable(Id),
  /** Put away: nothing new begins in it */
  archivedAt: nullable(Instant),
  /** How many take part */
  people: Type.Integer(),
  /** Whether the caller manages it */
  managed: Type.Boolean(),
  version: Type.Integer(),
  createdAt: Instant,
})
export type Project = Static<typeof Project>
const ProjectKey = Type.String({ pattern: '^[A-Z][A-Z0-9]{0,9}-[0-9]{1,6}$' })
/** The newest first; those that are archived only when asked for. */
export const listProjects = operation({
  id: 'directory.listProjects',
  method: 'GET',
  path: '/projects',
  permission: projectsRead,
  query: Type.Object({
    ...pageQuery,
    /** Part of the name or of the key */
    query: Type.Optional(Type.String({ maxLength: 100 })),
    archived: Type.Optional(Type.Boolean()),
  }),
  reply: pageOf(Project),
  problems: [invalidInput],
})
export const getProject = operation({
  id: 'directory.getProject',
  method: 'GET',
  path: '/projects/:id',
  permission: projectsRead,
  params: Type.Object({ id: Id }),
  reply: Project,
  problems: [notFound],
})
/** Opens a project; without `key` it gets the next free `P-<n>`. Who opens it is no member by that. */
export const createProject = operation({
  id: 'directory.createProject',
  method: 'POST',
  path: '/projects',
  permission: projectsManage,
  status: 201,
  body: Type.Object({
    key: Type.Optional(ProjectKey),
    name: text(100),
    description: Type.Optional(nullable(text(2_000))),
    departmentId: Type.Optional(nullable(Id)),
  }),
  reply: Project,
  problems: [invalidInput, forbidden, projectKeyTaken],
})
/** `archived` puts it away or takes it up again; what its members see stays as it is. */
export const changeProject = operation({
  id: 'directory.changeProject',
  method: 'PATCH',
  path: '/projects/:id',
  permission: projectsManage,
  params: Type.Object({ id: Id }),
  body: Type.Partial(
    Type.Object({ name: text(100), description: nullable(text(2_000)), departmentId: nullable(Id), archived: Type.Boolean() }),
  ),
  reply: Project,
  problems: [notFound, invalidInput, forbidden, staleVersion],
})

export const ProjectMember = Type.Object({ projectId: Id, personId: Id, roleId: nullable(Id) })
export type ProjectMember = Static<typeof ProjectMember>
/** A member with his name, as far as the caller sees the person. */
export const ListedMember = Type.Object({ projectId: Id, personId: Id, roleId: nullable(Id), person: nullable(PersonSummary) })
export type ListedMember = Static<typeof ListedMember>
const MemberPath = Type.Object({ id: Id, personId: Id })
export const listProjectMembers = operation({
  id: 'directory.listProjectMembers',
  method: 'GET',
  path: '/projects/:id/members',
  permission: projectsRead,
  params: Type.Object({ id: Id }),
  query: Type.Object(pageQuery),
  reply: pageOf(ListedMember),
  problems: [notFound, invalidInput],
})
/** Takes somebody into the project, or changes the role that he holds in it (at most `project`, of this project). */
export const putProjectMember = operation({
  id: 'directory.putProjectMember',
  method: 'PUT',
  path: '/projects/:id/members/:personId',
  permission: projectsManage,
  params: MemberPath,
  body: Type.Object({ roleId: Type.Optional(nullable(Id)) }),
  reply: ProjectMember,
  problems: [notFound, invalidInput, forbidden, roleBeyondOwn, projectArchived],
})
export const deleteProjectMember = operation({
  id: 'directory.deleteProjectMember',
  method: 'DELETE',
  path: '/projects/:id/members/:personId',
  permission: projectsManage,
  params: MemberPath,
  problems: [notFound, forbidden],
})

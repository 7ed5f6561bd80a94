import { type Static, Type } from 'typebox'
import { operation } from '../contract/operation.ts'
import { defineProblem, forbidden, invalidInput, notFound, staleVersion } from '../contract/problem.ts'
import { Id, nullable, pageOf, pageQuery, PersonSummary, text } from '../contract/shapes.ts'
import { peopleRead } from '../contract/platform.ts'
import { peopleManage } from './directory.ts'

export const departmentCircle = defineProblem('directory/department-circle', 409, {
  'zh-CN': '部门不能移动到自己的下级部门',
  en: 'A department cannot move below itself',
})
/** Only an empty department is deleted: no people, nothing below, no projects. */
export const departmentInUse = defineProblem('directory/department-in-use', 409, {
  'zh-CN': '部门下还有人员、下级部门或项目，不能删除',
  en: 'The department still has people, departments or projects and cannot be deleted',
})
/** Whoever manages a part of the tree cannot put anybody out of it. */
export const lastDepartment = defineProblem('directory/last-department', 409, {
  'zh-CN': '这是此人在你管理范围内的最后一个部门，请先把他加入另一个部门',
  en: 'This is the last department of this person that you manage; add him to another one first',
})

export const Department = Type.Object({
  id: Id,
  name: Type.String(),
  parentId: nullable(Id),
  headId: nullable(Id),
  head: nullable(PersonSummary),
  /** Order among its siblings, from 0 */
  position: Type.Integer(),
  /** Who is in it */
  people: Type.Integer(),
  /** Who is in it or below it, each counted once */
  peopleBelow: Type.Integer(),
  /** Whether the caller manages its people */
  managed: Type.Boolean(),
  version: Type.Integer(),
})
export type Department = Static<typeof Department>

export const listDepartments = operation({
  id: 'directory.listDepartments',
  method: 'GET',
  path: '/directory/departments',
  permission: peopleRead,
  query: Type.Object(pageQuery),
  reply: pageOf(Department),
  problems: [invalidInput],
})
/** Last among its siblings. Whoever manages a part of the tree makes departments in that part alone. */
export const createDepartment = operation({
  id: 'directory.createDepartment',
  method: 'POST',
  path: '/directory/departments',
  permission: peopleManage,
  status: 201,
  body: Type.Object({ name: text(60), parentId: Type.Optional(nullable(Id)), headId: Type.Optional(nullable(Id)) }),
  reply: Department,
  problems: [invalidInput, forbidden],
})
/**
 * Renames, moves (with everything below), orders or gives a head. Where a department stands, its head and whether it is there is
 * decided by whoever manages the one above; the name also by whoever manages itself.
 */
export const changeDepartment = operation({
  id: 'directory.changeDepartment',
  method: 'PATCH',
  path: '/directory/departments/:id',
  permission: peopleManage,
  params: Type.Object({ id: Id }),
  body: Type.Partial(
    Type.Object({
      name: text(60),
      parentId: nullable(Id),
      headId: nullable(Id),
      position: Type.Integer({ minimum: 0, maximum: 10_000, description: 'Among its siblings, from 0; those behind make room' }),
    }),
  ),
  reply: Department,
  problems: [notFound, invalidInput, forbidden, departmentCircle, staleVersion],
})
export const deleteDepartment = operation({
  id: 'directory.deleteDepartment',
  method: 'DELETE',
  path: '/directory/departments/:id',
  permission: peopleManage,
  params: Type.Object({ id: Id }),
  problems: [notFound, forbidden, departmentInUse],
})

const PlacePath = Type.Object({ id: Id, personId: Id })
/**
 * Takes somebody into a department, beside those that he is in. Whoever manages a part of the tree takes in only people who are
 * in that part already: joining opens a department's things.
 */
export const putDepartmentPerson = operation({
  id: 'directory.putDepartmentPerson',
  method: 'PUT',
  path: '/directory/departments/:id/people/:personId',
  permission: peopleManage,
  params: PlacePath,
  problems: [notFound, forbidden],
})
export const deleteDepartmentPerson = operation({
  id: 'directory.deleteDepartmentPerson',
  method: 'DELETE',
  path: '/directory/departments/:id/people/:personId',
  permission: peopleManage,
  params: PlacePath,
  problems: [notFound, forbidden, lastDepartment],
})

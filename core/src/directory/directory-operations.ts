import { listPeople as listPeopleOperation } from '@liaison/sdk'
import * as contract from '@liaison/sdk/platform'
import { revealPerson } from '@liaison/sdk/platform'
import { bind, type Given, type Work } from '@liaison/sdk/server'
import * as departmentPeople from './department-people.ts'
import * as departments from './department-service.ts'
import { readablePassword, type ResetBy } from '../auth/password-policy/reset-service.ts'
import type { DirectoryEntity } from './directory-entities.ts'
import * as grantable from './grantable-roles.ts'
import { nameIndexOf } from './name-index.ts'
import * as organisations from './organisation-service.ts'
import * as queries from './person-queries.ts'
import { importPeople, prepareImport } from './person-import/import-service.ts'
import * as people from './person-service.ts'
import * as projects from './project-service.ts'
import * as roleHolders from './role-holder-service.ts'
import * as help from './sign-in-help.ts'

type W = Work<DirectoryEntity>
/** Thousands of people in one unit, on a slow machine */
const importMs = 60_000

export const directoryOperations = [
  listPeopleOperation,
  contract.getPerson,
  contract.createPerson,
  revealPerson,
  contract.changePerson,
  contract.readSignInState,
  contract.resetPassword,
  contract.removeSecondFactor,
  contract.importPeople,
  contract.listDepartments,
  contract.createDepartment,
  contract.changeDepartment,
  contract.deleteDepartment,
  contract.putDepartmentPerson,
  contract.deleteDepartmentPerson,
  contract.listRoleChoices,
  contract.listProjectRoleChoices,
  contract.countRoleHolders,
  contract.listRoleHolders,
  contract.putRoleHolder,
  contract.deleteRoleHolder,
  contract.listOrganisations,
  contract.createOrganisation,
  contract.changeOrganisation,
  contract.listProjects,
  contract.getProject,
  contract.createProject,
  contract.changeProject,
  contract.listProjectMembers,
  contract.putProjectMember,
  contract.deleteProjectMember,
]

export const bindDirectory = (rooms: people.PeopleRooms) => [
  bind(listPeopleOperation, (work: W, { query }) => queries.listPeople(work, rooms, query)),
  bind(contract.getPerson, (work: W, { params }) => queries.getPerson(work, rooms, params.id)),
  bind(revealPerson, (work: W, { params, body }) => people.revealPerson(work, params.id, body)),
  bind(contract.createPerson, {
    prepare: (_work: W, { body }) => readyFor(rooms, body),
    write: (work: W, { body: { password: _given, oneTimePassword: _once, ...fields }, ready }) =>
      people.createPerson(work, rooms, fields, ready),
  }),
  bind(contract.changePerson, {
    prepare: (_work: W, { params, body }) => readyFor(rooms, body, params.id),
    write: (work: W, { params, body: { password: _given, oneTimePassword: _once, ...fields }, ready, expectedVersion }) =>
      people.changePerson(work, rooms, params.id, fields, { ...ready, version: expectedVersion }),
  }),
  bind(contract.importPeople, {
    budgetMs: importMs,
    prepare: (work: W, { body }) => prepareImport(work, rooms, body),
    write: (work: W, { body, ready }) => importPeople(work, rooms, body, ready),
  }),
  bind(contract.readSignInState, (work: W, { params }) => help.readSignIn(work, rooms, params.id)),
  bind(contract.resetPassword, {
    prepare: async (_work: W, { body: { way } }): Promise<ResetBy> => {
      if (way !== 'password') return { way }
      const password = readablePassword()
      return { way, password, passwordHash: await rooms.accounts.hash(password) }
    },
    write: (work: W, { params, ready }) => help.resetPassword(work, rooms, params.id, ready),
  }),
  bind(contract.removeSecondFactor, (work: W, { params }) => help.removeSecondFactor(work, rooms, params.id)),
  bind(contract.listDepartments, (work: W, { query }) => departments.listDepartments(work, rooms, query)),
  bind(contract.createDepartment, (work: W, { body }) => departments.createDepartment(work, rooms, body)),
  bind(
    contract.changeDepartment,
    (work: W, { params, body, expectedVersion }: Given<{ id: string }, object, departments.DepartmentFields>) =>
      departments.changeDepartment(work, rooms, params.id, body, expectedVersion),
  ),
  bind(contract.deleteDepartment, (work: W, { params }) => departments.deleteDepartment(work, rooms, params.id)),
  bind(contract.putDepartmentPerson, (work: W, { params }) =>
    departmentPeople.putDepartmentPerson(work, rooms, { departmentId: params.id, personId: params.personId }),
  ),
  bind(contract.deleteDepartmentPerson, (work: W, { params }) =>
    departmentPeople.deleteDepartmentPerson(work, rooms, { departmentId: params.id, personId: params.personId }),
  ),
  bind(contract.listRoleChoices, (work: W, { query }) => grantable.listRoleChoices(work, rooms, query)),
  bind(contract.listProjectRoleChoices, (work: W, { params, query }) => grantable.listProjectRoleChoices(work, rooms, params.id, query)),
  bind(contract.countRoleHolders, () => roleHolders.countRoleHolders(rooms)),
  bind(contract.listRoleHolders, (_work: W, { params, query }) => roleHolders.listRoleHolders(rooms, params.id, query)),
  bind(contract.putRoleHolder, (work: W, { params }) =>
    roleHolders.putRoleHolder(work, rooms, { roleId: params.id, personId: params.personId }),
  ),
  bind(contract.deleteRoleHolder, (work: W, { params }) =>
    roleHolders.deleteRoleHolder(work, rooms, { roleId: params.id, personId: params.personId }),
  ),
  bind(contract.listOrganisations, (work: W, { query }) => organisations.listOrganisations(work, rooms, query)),
  bind(contract.createOrganisation, (work: W, { body }) => organisations.createOrganisation(work, rooms, body)),
  bind(contract.changeOrganisation, (work: W, { params, body, expectedVersion }) =>
    organisations.changeOrganisation(work, rooms, params.id, { patch: body, version: expectedVersion }),
  ),
  bind(contract.listProjects, (work: W, { query }) => projects.listProjects(work, rooms, query)),
  bind(contract.getProject, (work: W, { params }) => projects.getProject(work, rooms, params.id)),
  bind(contract.createProject, (work: W, { body }) => projects.createProject(work, rooms, body)),
  bind(contract.changeProject, (work: W, { params, body, expectedVersion }) =>
    projects.changeProject(work, rooms, params.id, { patch: body, version: expectedVersion }),
  ),
  bind(contract.listProjectMembers, (work: W, { params, query }) => projects.listProjectMembers(work, rooms, params.id, query)),
  bind(contract.putProjectMember, (work: W, { params, body }) =>
    projects.putProjectMember(work, rooms, { projectId: params.id, personId: params.personId }, body.roleId),
  ),
  bind(contract.deleteProjectMember, (work: W, { params }) =>
    projects.deleteProjectMember(work, rooms, { projectId: params.id, personId: params.personId }),
  ),
]

/** Hashing and pinyin take their time: before the unit. */
async function readyFor(
  { accounts, memory }: people.PeopleRooms,
  { account, name, password, oneTimePassword }: { account?: string; name?: string; password?: string; oneTimePassword?: boolean },
  personId?: string,
): Promise<people.Ready> {
  const before = personId === undefined ? undefined : memory.factsOf(personId)
  const renamed = account !== undefined || name !== undefined
  return {
    nameIndex: renamed ? await nameIndexOf(name ?? before?.name ?? '', account ?? before?.account ?? '') : undefined,
    passwordHash:
      password === undefined
        ? undefined
        : await accounts.judgedHash(password, {
            personId,
            account: account ?? before?.account ?? '',
            name: name ?? before?.name ?? '',
          }),
    oneTime: oneTimePassword === true,
  }
}

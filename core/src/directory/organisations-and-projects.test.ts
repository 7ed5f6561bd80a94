import {
  changeOrganisation,
  changePerson,
  changeProject,
  createOrganisation,
  createProject,
  getProject,
  listOrganisations,
  listProjectMembers,
  listProjectRoleChoices,
  listProjects,
  listRoles,
  putProjectMember,
} from '@liaison/sdk/platform'
import type { TestHost, TestPerson } from '@liaison/sdk/testing'
import { aHost } from '@liaison/sdk/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const refusal = (type: string) => expect.objectContaining({ type })
const at = '2026-03-01T08:00:00.000Z'

describe.each(['sqlite', 'postgresql'] as const)('on %s', (database) => {
  let host: TestHost
  let administrator: TestPerson
  beforeAll(async () => {
    host = await aHost([], { database, now: at })
    administrator = await host.person({ roles: ['administrator'] })
  })
  afterAll(() => host.stop())

  describe('outside companies', () => {
    let count = 0
    const aCompany = () => administrator.does(createOrganisation, { body: { name: `单位 ${++count}`, kind: 'customer' } })
    const join = (person: TestPerson, organisationId: string) =>
      administrator.does(changePerson, { params: { id: person.id }, body: { organisationId } })
    const change = (id: string, body: { contactId?: string | null; managerId?: string | null }) =>
      administrator.does(changeOrganisation, { params: { id }, body })

    it('have a contact among their people and somebody in charge inside', async () => {
      const company = await aCompany()
      const [guest, inside] = [await host.person({ name: '丁雯', external: true }), await host.person({ name: '何佳怡' })]
      await join(guest, company.id)
      expect(await change(company.id, { contactId: guest.id, managerId: inside.id })).toMatchObject({
        contact: { id: guest.id, name: '丁雯' },
        manager: { id: inside.id, name: '何佳怡' },
        people: 1,
      })
      expect(await change(company.id, { contactId: null })).toMatchObject({ contact: null, manager: { id: inside.id } })
    })

    it('take no contact from elsewhere and nobody from outside in charge', async () => {
      const company = await aCompany()
      const [guest, inside] = [await host.person({ external: true }), await host.person()]
      for (const wrong of [{ contactId: guest.id }, { contactId: inside.id }, { managerId: guest.id }])
        await expect(change(company.id, wrong)).rejects.toEqual(refusal('invalid-input'))
    })

    it('show their own people no names, and count whom they see', async () => {
      const company = await aCompany()
      const guest = await host.person({ external: true, roles: ['external-customer'] })
      await join(guest, company.id)
      await join(await host.person({ external: true }), company.id)
      await change(company.id, { contactId: guest.id, managerId: administrator.id })
      expect((await guest.does(listOrganisations, { query: {} })).items).toMatchObject([
        { id: company.id, contact: null, manager: null, people: 1 },
      ])
    })
  })

  describe('projects', () => {
    const change = (id: string, archived: boolean) => administrator.does(changeProject, { params: { id }, body: { archived } })

    it('that are archived are listed when asked for, and seen as before', async () => {
      const project = await administrator.does(createProject, { body: { name: `旧项目 ${database}` } })
      const member = await host.person({ grants: { 'projects.read': 'project' }, projects: [project] })
      expect(await change(project.id, true)).toMatchObject({ archivedAt: at, people: 1 })
      expect((await member.does(listProjects, { query: {} })).items).toEqual([])
      expect((await member.does(listProjects, { query: { archived: true } })).items).toMatchObject([{ id: project.id, archivedAt: at }])
      expect(await member.does(getProject, { params: { id: project.id } })).toMatchObject({ archivedAt: at })
      expect(await change(project.id, false)).toMatchObject({ archivedAt: null })
      expect((await member.does(listProjects, { query: {} })).items).toMatchObject([{ id: project.id }])
    })

    it('that are archived take nobody in', async () => {
      const project = await host.project()
      const [member, other] = [await host.person({ projects: [project] }), await host.person()]
      await change(project.id, true)
      const put = (person: TestPerson) =>
        administrator.does(putProjectMember, { params: { id: project.id, personId: person.id }, body: {} })
      await expect(put(other)).rejects.toEqual(refusal('directory/project-archived'))
      await expect(put(member)).resolves.toMatchObject({ personId: member.id })
    })

    it('are found by a part of the name, or by the key', async () => {
      const project = await administrator.does(createProject, { body: { name: `搬运机器人 ${database}`, key: 'ROBOT-7' } })
      const found = async (query: string) => (await administrator.does(listProjects, { query: { query } })).items.map(({ id }) => id)
      expect(await found('机器人')).toEqual([project.id])
      expect(await found('robot-')).toEqual([project.id])
      expect(await found('没有这个')).toEqual([])
    })

    it('say whether the reader manages them', async () => {
      const lead = await host.person({ grants: { 'projects.manage': 'own', 'projects.read': 'all' } })
      const own = await lead.does(createProject, { body: { name: '自己的' } })
      const other = await host.project()
      const { items } = await lead.does(listProjects, { query: { limit: 200 } })
      expect([own, other].map(({ id }) => items.find((one) => one.id === id)?.managed)).toEqual([true, false])
    })

    it('list members with names, as far as the reader sees the people', async () => {
      const project = await host.project()
      const member = await host.person({ name: '高翔', projects: [project] })
      const nameless = await host.person({ grants: { 'projects.read': 'all' } })
      const input = { params: { id: project.id }, query: {} }
      expect((await administrator.does(listProjectMembers, input)).items).toMatchObject([{ personId: member.id, person: { name: '高翔' } }])
      expect((await nameless.does(listProjectMembers, input)).items).toMatchObject([{ personId: member.id, person: null }])
    })

    it('tell whoever manages them which roles he may give in them', async () => {
      const lead = await host.person({
        grants: { 'projects.manage': 'own', 'projects.read': 'project', 'people.read': 'project' },
      })
      const own = await lead.does(createProject, { body: { name: '自己的' } })
      const { items } = await lead.does(listProjectRoleChoices, { params: { id: own.id }, query: { limit: 200 } })
      const keys = (grantable: boolean) => items.filter((one) => one.grantable === grantable).map(({ key }) => key)
      expect(keys(true)).toEqual(expect.arrayContaining(['external-customer', 'project-member']))
      expect(keys(false)).toContain('administrator')
      const other = await host.project()
      await expect(lead.does(listProjectRoleChoices, { params: { id: other.id }, query: {} })).rejects.toEqual(refusal('not-found'))
      expect(items.length).toBe((await administrator.does(listRoles, { query: { limit: 200 } })).items.length)
    })
  })
})

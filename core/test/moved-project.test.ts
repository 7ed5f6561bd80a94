import { changeProject, createInvitation, listInvitations, listRoles, withdrawInvitation } from '@liaison/sdk/platform'
import { aHost, type TestHost, type TestPerson } from '@liaison/sdk/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

describe.each(['sqlite', 'postgresql'] as const)('a project that moves to another department, on %s', (database) => {
  let host: TestHost
  let before: TestPerson
  let after: TestPerson
  let invitationId: string
  let seenBefore: number
  beforeAll(async () => {
    host = await aHost([], { database })
    const administrator = await host.person({ roles: ['administrator'] })
    const [left, reached] = [await host.department(), await host.department()]
    const project = await host.project({ department: left })
    before = await host.person({ roles: ['department-head'], departments: [left] })
    after = await host.person({ roles: ['department-head'], departments: [reached] })
    const { items } = await administrator.does(listRoles, { query: { limit: 200 } })
    const roleId = items.find(({ key }) => key === 'external-guest')!.id
    const body = { email: 'tang@lanqiao.example', projectId: project.id, roleId }
    invitationId = (await administrator.does(createInvitation, { body })).id
    seenBefore = (await before.does(listInvitations)).items.length
    await administrator.does(changeProject, { params: { id: project.id }, body: { departmentId: reached.id } })
  })
  afterAll(() => host.stop())

  it('takes its invitations out of the sight of the department that it left', async () => {
    expect(seenBefore).toBe(1)
    expect((await before.does(listInvitations)).items).toEqual([])
    await expect(before.does(withdrawInvitation, { params: { id: invitationId } })).rejects.toMatchObject({ status: 404 })
  })

  it('shows them to the department that it reached', async () => {
    expect((await after.does(listInvitations)).items.map(({ id }) => id)).toEqual([invitationId])
  })
})

import { changeMe, describePlatform, readMe } from '@liaison/sdk'
import { definePermission } from '@liaison/sdk'
import { definePlugin } from '@liaison/sdk/server'
import { aHost, type TestHost } from '@liaison/sdk/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const notesRead = definePermission('notes.read', { title: { 'zh-CN': '查看便签', en: 'See notes' } })
const notes = definePlugin({ id: 'notes', version: '1.0.0', title: { 'zh-CN': '便签', en: 'Notes' }, permissions: [notesRead] })

describe.each(['sqlite', 'postgresql'] as const)('what the platform tells on %s', (database) => {
  let host: TestHost
  beforeAll(async () => {
    host = await aHost(notes, { database })
  })
  afterAll(() => host.stop())

  it('is a name and languages to a stranger, and the modules to those who have signed in', async () => {
    const person = await host.person()
    expect((await host.http('GET', '/api/platform')).body).toEqual({
      name: 'Liaison',
      version: expect.any(String),
      locales: ['zh-CN', 'en'],
      setupNeeded: false,
      signedIn: false,
      modules: [],
    })
    expect((await person.does(describePlatform)).modules).toEqual([{ id: 'notes', title: { 'zh-CN': '便签', en: 'Notes' }, web: null }])
  })

  it('is who one is and what one may', async () => {
    const department = await host.department()
    const person = await host.person({ grants: { 'notes.read': 'department', 'people.read': 'all' }, departments: [department] })
    expect(await person.does(readMe)).toMatchObject({
      id: person.id,
      kind: 'internal',
      locale: 'zh-CN',
      departmentIds: [department.id],
      grants: { 'notes.read': 'department', 'people.read': 'all' },
      modules: ['notes'],
    })
  })

  it('leaves out a module that is switched off', async () => {
    const person = await host.person()
    host.enable('notes', false)
    try {
      expect((await person.does(readMe)).modules).toEqual([])
    } finally {
      host.enable('notes', true)
    }
  })

  it('remembers one’s language', async () => {
    const person = await host.person()
    expect(await person.does(changeMe, { body: { locale: 'en' } })).toMatchObject({ locale: 'en' })
    expect(await person.does(readMe)).toMatchObject({ locale: 'en' })
  })
})

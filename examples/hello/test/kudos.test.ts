import { randomUUID } from 'node:crypto'
import im from '@liaison/plugin-im'
import { createChannel, sendMessage } from '@liaison/plugin-im/contract'
import { aHost, type TestHost, type TestPerson } from '@liaison/sdk/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { giveKudos, listKudos, takeDownKudos } from '../src/contract.ts'
import kudos from '../src/plugin.ts'

describe.each(['sqlite', 'postgresql'] as const)('the kudos wall on %s', (database) => {
  let host: TestHost
  let lin: TestPerson
  let zhao: TestPerson
  let sun: TestPerson
  let guest: TestPerson

  beforeAll(async () => {
    host = await aHost([im, kudos], { database, now: '2026-03-01T08:00:00.000Z' })
    const workshop = await host.department({ name: '制造部' })
    lin = await host.person({ name: '林知远', roles: ['project-member'] })
    zhao = await host.person({ name: '赵启航', roles: ['project-member'], departments: [workshop] })
    sun = await host.person({ name: '孙悦', grants: { 'kudos.read': 'department', 'kudos.give': 'own' }, departments: [workshop] })
    guest = await host.person({ name: '沈怡然', external: true, roles: ['external-customer'] })
  })
  afterAll(() => host.stop())

  const give = (from: TestPerson, to: TestPerson, words: string) => from.does(giveKudos, { body: { toId: to.id, words } })
  const seenBy = async (person: TestPerson) => (await person.does(listKudos)).items.map(({ words }) => words)

  it('is seen by everybody inside, the newest first', async () => {
    await give(lin, zhao, '通宵修好了产线')
    host.clock.advance(60_000)
    await give(zhao, lin, '把客户的急单排进了本周')
    expect(await seenBy(lin)).toEqual(['把客户的急单排进了本周', '通宵修好了产线'])
  })

  it('shows who holds the scope of a department what was given to it, and what is his own', async () => {
    expect(await seenBy(sun)).toEqual(['通宵修好了产线'])
    host.clock.advance(60_000)
    await give(sun, lin, '展会布置得真好')
    expect(await seenBy(sun)).toEqual(['展会布置得真好', '通宵修好了产线'])
  })

  it('takes no praise for oneself, for outside people or for nobody', async () => {
    await expect(give(lin, lin, '我真棒')).rejects.toMatchObject({ type: 'kudos/not-for-oneself', status: 409 })
    await expect(give(lin, guest, '谢谢')).rejects.toMatchObject({ type: 'kudos/not-one-of-us' })
    await expect(lin.does(giveKudos, { body: { toId: randomUUID(), words: '谢谢' } })).rejects.toMatchObject({
      type: 'kudos/not-one-of-us',
    })
  })

  it('is closed to people from outside', async () => {
    await expect(guest.does(listKudos)).rejects.toMatchObject({ status: 403 })
    expect(await host.http('GET', '/api/kudos')).toMatchObject({ status: 401 })
  })

  it('lets those whom it concerns take it down, and nobody else', async () => {
    const { id } = await give(zhao, lin, '会议纪要写得清楚')
    const stranger = await host.person({ roles: ['project-member'] })
    await expect(stranger.does(takeDownKudos, { params: { kudosId: id } })).rejects.toMatchObject({ status: 403 })
    await lin.does(takeDownKudos, { params: { kudosId: id } })
    expect(await seenBy(lin)).not.toContain('会议纪要写得清楚')
    await expect(lin.does(takeDownKudos, { params: { kudosId: id } })).rejects.toMatchObject({ status: 404 })
  })

  it('takes what is said in a conversation with the sign', async () => {
    const channel = await lin.does(createChannel, { body: { kind: 'group', name: '产线', memberIds: [zhao.id, guest.id] } })
    const say = (person: TestPerson, text: string) =>
      person.does(sendMessage, { params: { channelId: channel.id }, body: { clientId: randomUUID(), text, mentions: [zhao.id] } })
    host.clock.advance(60_000)
    await say(lin, '@赵启航 明天几点开会？')
    await say(guest, '#夸夸 @赵启航 谢谢你们')
    await say(lin, '#夸夸 @赵启航 三天就把样机调通了')
    await expect.poll(() => seenBy(lin)).toContain('三天就把样机调通了')
    expect((await lin.does(listKudos)).items[0]).toMatchObject({ from: { id: lin.id }, to: { id: zhao.id } })
    expect(await seenBy(lin)).not.toContain('谢谢你们')
  })
})

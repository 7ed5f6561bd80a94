import { aHost, type TestHost, type TestPerson } from '@liaison/sdk/testing'
import im from '../src/plugin.ts'

export { aGroup, say } from '../src/testing.ts'

/** When the tests begin */
export const start = '2026-03-01T08:00:00.000Z'

/** Chat in the real platform, with a few people. */
export interface World {
  readonly host: TestHost
  readonly lin: TestPerson
  readonly zhao: TestPerson
  readonly zhou: TestPerson
  /** In no channel of the others */
  readonly stranger: TestPerson
  /** Of another company, in the project */
  readonly shen: TestPerson
  readonly project: { readonly id: string }
}

export async function aWorld(database: 'sqlite' | 'postgresql', settings?: Record<string, unknown>): Promise<World> {
  const host = await aHost(im, { database, now: start, ...(settings && { settings: { im: settings } }) })
  const project = await host.project({ name: '新品上市' })
  const inside = { roles: ['project-member'], projects: [project] }
  return {
    host,
    project,
    lin: await host.person({ name: '林知远', ...inside }),
    zhao: await host.person({ name: '赵启航', ...inside }),
    zhou: await host.person({ name: '周敏', ...inside }),
    stranger: await host.person({ name: '顾晨', roles: ['project-member'] }),
    shen: await host.person({ name: '沈怡然', external: true, roles: ['external-customer'], projects: [project] }),
  }
}

export const at = (channel: { id: string }) => ({ params: { channelId: channel.id } })
export const databases = ['sqlite', 'postgresql'] as const
export const absent = { status: 404, type: 'not-found' }

import { operation } from '@liaison/sdk'
import { auditRead } from '@liaison/sdk/platform'
import { bind, definePlugin } from '@liaison/sdk/server'
import { aHost, expectNoLeaks, type LeakWalk, walkLeaks } from '@liaison/sdk/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CoreTestHost } from '../src/testing/start-test-host.ts'
import { leakSamples } from '../src/testing/leak-samples/index.ts'
import { careless, listenedPlugin, listenedSamples } from './leak/listened-plugin.ts'
import { plantedPlugin, plantedSamples } from './leak/planted-plugin.ts'

const declared = { id: 'opened.peek', method: 'GET', path: '/opened' } as const
const open = operation({ ...declared, access: 'signed-in' })
/** Serves to everybody signed in what its contract would keep for auditors. */
const openPlugin = definePlugin({
  id: 'opened',
  version: '1.0.0',
  title: { 'zh-CN': '漏洞', en: 'Plant' },
  operations: [open],
  setup: ({ bind: bindAll }) => bindAll([bind(open, () => undefined)]),
})
const asPromised = { ...openPlugin, operations: [operation({ ...declared, permission: auditRead })] }

/** The walk is worth what it notices: a plugin that leaks at every kind of door, beside doors that do not. */
describe.each(['sqlite', 'postgresql'] as const)('the leak walk on %s', (database) => {
  let host: CoreTestHost
  let walk: LeakWalk
  beforeAll(async () => {
    host = (await aHost(plantedPlugin, { database })) as CoreTestHost
    walk = await walkLeaks(host, [...leakSamples(host), plantedSamples], ['plant'])
  }, 120_000)
  afterAll(() => host.stop())

  const doors = () => [...new Set(walk.wrong.map(({ door }) => door.replace(/ \(.*/, '')))]

  it.each([
    ['a list without its filter', 'plant.leakyList'],
    ['an item read', 'plant.leakyItem'],
    ['a count', 'plant.leakyCount'],
    ['a search', 'plant.leakySearch'],
    ['a completion', 'plant.leakyCompletion'],
    ['an export', 'plant.leakyExport'],
    ['a file', 'plant.leakyFile'],
    ['a change of what is not seen', 'plant.leakyChange'],
    ['a topic', 'topic plant.leaky'],
    ['a call over a socket', 'plant.leakyCall'],
  ])('notices a leak in %s', (_, door) => {
    expect(doors()).toContain(door)
  })

  it('notices a topic that forgets the ceiling of viewing as somebody', () => {
    const wrong = walk.wrong.filter(({ door }) => door === 'topic plant.forgetful')
    expect([...new Set(wrong.map(({ actor }) => actor))]).toEqual(['viewing as everything at own'])
    expect(wrong.every(({ expected, found }) => expected === 'silent' && found === 'heard')).toBe(true)
  })

  describe('on a server that forgets who asks', () => {
    let listened: CoreTestHost
    let wrong: LeakWalk['wrong']
    beforeAll(async () => {
      listened = (await aHost(listenedPlugin, { database })) as CoreTestHost
      const clerk = await listened.person({ grants: { 'listened.read': 'all' } })
      wrong = (await walkLeaks(careless(listened, clerk.id), [...leakSamples(listened), listenedSamples], ['listened'])).wrong
    }, 120_000)
    afterAll(() => listened.stop())

    it('notices a token whose socket has all the rights of its owner', () => {
      const ofTopic = wrong.filter(({ door }) => door === 'topic listened.note')
      expect([...new Set(ofTopic.map(({ actor }) => actor))]).toEqual(['a token for people.read'])
      expect(ofTopic.every(({ expected, found }) => expected === 'silent' && found === 'heard')).toBe(true)
    })

    it('notices a job that has more rights than the person for whom it acts', () => {
      const byJobs = wrong.filter(({ actor }) => actor.endsWith(', by a job'))
      expect(byJobs).toContainEqual(expect.objectContaining({ door: 'listened.list', expected: 'no permission', found: 'let in' }))
    })
  })

  it('notices a door that opens to more people than its contract says', async () => {
    const opened = (await aHost(openPlugin, { database })) as CoreTestHost
    try {
      const plugins = opened.plugins.map((plugin) => (plugin === openPlugin ? asPromised : plugin))
      const promised = Object.create(opened, { plugins: { value: plugins } }) as CoreTestHost
      const { wrong } = await walkLeaks(promised, [...leakSamples(opened), { plugin: 'opened', rows: {} }], ['opened'])
      expect(wrong.map(({ actor }) => actor)).toContain('external-guest of one project')
      expect(wrong.every(({ expected, found }) => expected === 'no permission' && found === 'let in')).toBe(true)
    } finally {
      await opened.stop()
    }
  }, 120_000)

  it('finds nothing wrong at the doors that leak nothing', () => {
    expect(doors().filter((door) => door.includes('honest'))).toEqual([])
    expect(walk.complaints).toEqual([])
  })

  it('says who was shown what at which door, and why he should not', () => {
    const [leak] = walk.wrong.filter(({ door, actor }) => door === 'plant.leakyItem' && actor === 'without a role')
    expect(leak).toBeUndefined()
    expect(walk.wrong.find(({ door, actor }) => door === 'plant.leakyItem' && actor === 'project-member')).toMatchObject({
      about: expect.stringMatching(/^plant_note /) as string,
      expected: '404',
      found: 'answered',
      why: 'plant.read does not reach it',
    })
  })
})

describe('a plugin that the walk cannot judge', () => {
  const walked = (samples: Partial<typeof plantedSamples>) =>
    expectNoLeaks({ plugins: [plantedPlugin], samples: [{ ...plantedSamples, ...samples }] })

  it('fails with the table that has no sample', async () => {
    await expect(walked({ rows: {} })).rejects.toThrow('no sample for plant_note')
  })

  it('fails with the doors of which nobody says what they are about', async () => {
    const failure = walked({ members: {}, topics: {} })
    await expect(failure).rejects.toThrow('the topic plant.leaky decides by a rule of its own')
    await expect(failure).rejects.toThrow('cells are not as the rules say')
  })
})

import { operation } from '@liaison/sdk'
import { auditRead } from '@liaison/sdk/platform'
import { definePlugin, bind } from '@liaison/sdk/server'
import { aHost, walkDoors } from '@liaison/sdk/testing'
import { afterAll, describe, expect, it } from 'vitest'
import { builtInRooms } from '../src/built-in-rooms.ts'

const rooms = builtInRooms().map(({ definition }) => definition)
const declared = { id: 'plant.peek', method: 'GET', path: '/plant' } as const
const open = operation({ ...declared, access: 'signed-in' })
/** Serves to everybody signed in what its contract keeps for auditors. */
const plant = definePlugin({
  id: 'plant',
  version: '1.0.0',
  title: { 'zh-CN': '漏洞', en: 'Plant' },
  operations: [open],
  setup: ({ bind: bindAll }) => bindAll([bind(open, () => undefined)]),
})
const asPromised = { ...plant, operations: [operation({ ...declared, permission: auditRead })] }

describe.each(['sqlite', 'postgresql'] as const)('the doors of the core on %s', (database) => {
  const hosts: { stop(): Promise<void> }[] = []
  afterAll(async () => {
    for (const host of hosts) await host.stop()
  })

  it('let in exactly whom the presets let in, and a planted leak shows', async () => {
    const host = await aHost(plant, { database })
    hosts.push(host)
    const { cells, refused, wrong } = await walkDoors(host, rooms)
    expect(wrong).toEqual([])
    expect(cells).toBeGreaterThan(600)
    expect(refused).toBeGreaterThan(300)

    const planted = await walkDoors(host, [asPromised])
    expect(planted.wrong.map(({ actor }) => actor)).toContain('external-guest')
    expect(planted.wrong.every(({ expected, found }) => expected === 'no permission' && found === 'let in')).toBe(true)
  }, 120_000)
})

import { changeHook, tellHook } from '@liaison/sdk'
import { definePlugin } from '@liaison/sdk/server'
import { describe, expect, it } from 'vitest'
import type { LoadedPlugin } from './kernel.ts'
import { guardTap, type TapGuardOptions } from './tap-guard.ts'
import { TimeBudget } from './time-budget.ts'

interface Said {
  readonly authorId: string
}
const actsFor = ({ authorId }: Said) => authorId
const aPlugin = (more: Partial<LoadedPlugin> = {}): LoadedPlugin => ({
  definition: definePlugin({ id: 'digest', version: '1.0.0', title: { 'zh-CN': '摘要', en: 'Digest' } }),
  ...{ builtIn: false, enabled: true, faults: [], owned: new Map() },
  ...more,
})

/** Asks a tap about what Lin and Wang said; the module is off for Wang. */
async function heardOf(more: Partial<TapGuardOptions>): Promise<string[]> {
  const heard: string[] = []
  const faults: unknown[] = []
  const tap = guardTap({
    plugin: aPlugin(),
    hook: tellHook<Said>('notes.told', { actsFor }),
    listener: ({ authorId }: Said) => void heard.push(authorId),
    budget: new TimeBudget(),
    fault: (_plugin, _hook, error) => faults.push(error),
    isOffFor: (_plugin, personId) => personId === 'wang',
    ...more,
  })
  for (const authorId of ['lin', 'wang']) await new Promise<void>((resolve) => tap({ authorId }, () => resolve()))
  return [...heard, ...faults.map(String)]
}

describe('a tap of a module that is off for whoever acts', () => {
  it('is passed over, for that person alone', async () => {
    expect(await heardOf({})).toEqual(['lin'])
  })
  it('is passed over, too, where the person’s access has to be found out first', async () => {
    expect(await heardOf({ isOffFor: async (_plugin, personId) => personId === 'wang' })).toEqual(['lin'])
  })
  it('is asked where the hook guards, or says nothing of a person', async () => {
    const guard = changeHook<Said>('notes.saving', { actsFor, guards: true })
    expect(await heardOf({ hook: guard })).toEqual(['lin', 'wang'])
    expect(await heardOf({ hook: tellHook<Said>('notes.told') })).toEqual(['lin', 'wang'])
  })
  it('is asked where it is one of the core’s own rooms', async () => {
    expect(await heardOf({ plugin: aPlugin({ builtIn: true }) })).toEqual(['lin', 'wang'])
  })
  it('is contained when it cannot be found out', async () => {
    const isOffFor = async () => Promise.reject(new Error('no database'))
    expect(await heardOf({ isOffFor })).toEqual(['Error: no database', 'Error: no database'])
  })
})

import { definePlugin } from '@liaison/sdk/server'
import { describe, expect, it } from 'vitest'
import type { FoundPlugin, LeftOut } from './kernel.ts'
import { order, sdkVersion } from './order.ts'

type Requires = NonNullable<FoundPlugin['definition']['requires']>
const aPlugin = (id: string, requires: Requires = {}, more: Partial<FoundPlugin> & { version?: string } = {}): FoundPlugin => ({
  definition: definePlugin({ id, version: more.version ?? '1.0.0', title: { 'zh-CN': id, en: id }, requires }),
  builtIn: false,
  ...more,
})
const ids = (plugins: readonly FoundPlugin[]) => plugins.map(({ definition }) => definition.id)

describe('the order of plugins', () => {
  it('puts a plugin after those that it requires', () => {
    const tasks = aPlugin('tasks', { plugins: { im: '^1.0.0' } })
    expect(ids(order([tasks, aPlugin('im')]))).toEqual(['im', 'tasks'])
  })

  it('puts the rooms of the core first, and keeps the order given where nothing is required', () => {
    expect(ids(order([aPlugin('b'), aPlugin('a'), aPlugin('auth', {}, { builtIn: true })]))).toEqual(['auth', 'b', 'a'])
  })

  it('does without an optional requirement that is not there', () => {
    expect(ids(order([aPlugin('tasks', { plugins: { im: { range: '^1.0.0', optional: true } } })]))).toEqual(['tasks'])
  })

  it('puts a plugin after an optional requirement that is there', () => {
    expect(ids(order([aPlugin('tasks', { plugins: { im: { range: '^1.0.0', optional: true } } }), aPlugin('im')]))).toEqual(['im', 'tasks'])
  })

  it('names what is missing', () => {
    expect(() => order([aPlugin('tasks', { plugins: { im: '^1.0.0' } })])).toThrow('"tasks" requires "im" ^1.0.0, which is not configured')
  })

  it('says which version was found', () => {
    const found = [aPlugin('tasks', { plugins: { im: '^1.0.0' } }), aPlugin('im', {}, { version: '2.1.0' })]
    expect(() => order(found)).toThrow('"tasks" requires "im" ^1.0.0, found 2.1.0')
  })

  it('says which SDK this is', () => {
    expect(() => order([aPlugin('tasks', { sdk: '^9.0.0' })])).toThrow(`"tasks" needs sdk ^9.0.0, this is ${sdkVersion}`)
  })

  it('shows the way round a circle', () => {
    const circle = [aPlugin('a', { plugins: { b: '*' } }), aPlugin('b', { plugins: { c: '*' } }), aPlugin('c', { plugins: { a: '*' } })]
    expect(() => order(circle)).toThrow('plugins require each other in a circle: a → b → c → a')
  })

  it('refuses two plugins of one name', () => {
    expect(() => order([aPlugin('a'), aPlugin('a')])).toThrow('two plugins are called "a"')
  })

  it('leaves out optional plugins that cannot start, and those optional ones that required them', () => {
    const leftOut: LeftOut[] = []
    const b = aPlugin('b', { plugins: { missing: '*' } }, { optional: true })
    const c = aPlugin('c', { plugins: { b: '*' } }, { optional: true })
    expect(ids(order([c, b, aPlugin('a')], leftOut))).toEqual(['a'])
    expect(leftOut.map(({ id }) => id)).toEqual(['b', 'c'])
  })
})

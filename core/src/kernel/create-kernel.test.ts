import { changeHook, createToken, decideHook, defineEvent, definePermission, defineProblem, operation, tellHook } from '@liaison/sdk'
import { type AnyPlugin, bind, clock, column, definePlugin, defineTopic, entity, type Logger, type Setup, via } from '@liaison/sdk/server'
import { Type } from 'typebox'
import { describe, expect, it, vi } from 'vitest'
import { createKernel, type OwnedKernel } from './create-kernel.ts'
import type { FoundPlugin } from './kernel.ts'

const title = { 'zh-CN': '测试', en: 'Test' }
const quiet: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined }
type Wiring = (setup: Setup) => void | (() => void | Promise<void>) | Promise<void>

const aPlugin = (id: string, more: Partial<Omit<AnyPlugin, 'setup'>> & { setup?: Wiring } = {}): AnyPlugin =>
  definePlugin({ id, version: '1.0.0', title, ...more } as AnyPlugin)
const found = (definition: AnyPlugin, more: Partial<FoundPlugin> = {}): FoundPlugin => ({ definition, builtIn: false, ...more })

function kernelOf(
  plugins: readonly (AnyPlugin | FoundPlugin)[],
  { logger = quiet, setUpBudgetMs = 5_000 }: { logger?: Logger; setUpBudgetMs?: number } = {},
): OwnedKernel {
  const all = plugins.map((plugin) => ('definition' in plugin ? plugin : found(plugin)))
  return createKernel({
    plugins: all,
    logger: () => logger,
    now: () => new Date(),
    asSystem: () => Promise.reject(new Error('no floor above')),
    maxFaults: 3,
    setUpBudgetMs,
  })
}
async function running(...plugins: readonly (AnyPlugin | FoundPlugin)[]): Promise<OwnedKernel> {
  const kernel = kernelOf(plugins)
  await kernel.setUp()
  return kernel
}

describe('what plugins declare', () => {
  const read = definePermission('notes.read', { title })

  it('is checked as a whole before any of them runs, and every fault is told', () => {
    const setup = vi.fn()
    const Note = entity(
      'memo_note',
      { ownerId: column.string() },
      { read, own: ['ownerId', via('notes_share', { row: 'noteId', key: 'personId' })] },
    )
    const open = operation({ id: 'notes.open', method: 'GET', path: '/notes', permission: read })
    const unguarded = {
      ...operation({ id: 'other.close', method: 'GET', path: '/notes/:id', access: 'public' }),
      access: undefined,
    } as never
    const notes = aPlugin('notes', {
      operations: [open, unguarded],
      entities: [Note],
      topics: [defineTopic('notes', { entity: Note, events: [] })],
      setup,
    })

    expect(() => kernelOf([notes])).toThrow(
      [
        'cannot start:',
        'notes.open: permission "notes.read" is not declared by notes',
        'other.close: neither permission nor access',
        'other.close: does not start with "notes."',
        'other.close: nothing says what :id in its path is',
        'memo_note: does not start with "notes_"',
        'memo_note: its scope names notes_share.noteId, which notes does not have',
        'memo_note: its scope names notes_share.personId, which notes does not have',
        'topic "notes": carries no events',
      ].join('\n  '),
    )
    expect(setup).not.toHaveBeenCalled()
  })

  it('may use an id only once in the platform', () => {
    const one = operation({ id: 'a.list', method: 'GET', path: '/things', access: 'public' })
    const other = operation({ id: 'b.list', method: 'GET', path: '/things', access: 'public' })
    expect(() => kernelOf([aPlugin('a', { operations: [one] }), aPlugin('b', { operations: [other] })])).toThrow(
      'address "GET /things" is declared twice, by a and b',
    )
  })

  it('has its settings checked, with the place, what was expected and what was found', () => {
    const settings = Type.Object({ minutes: Type.Integer({ minimum: 1, default: 5 }) })
    expect(() => kernelOf([found(aPlugin('a', { settings }), { settings: { minutes: 0, hours: 1 } })])).toThrow(
      'plugins.a.settings.hours: unknown key\nplugins.a.settings.minutes: must be >= 1, found 0',
    )
  })

  it('has the defaults of its settings filled in', async () => {
    const setup = vi.fn()
    await running(
      aPlugin('a', { settings: Type.Object({ minutes: Type.Integer({ default: 5 }) }), setup: ({ settings }) => setup(settings) }),
    )
    expect(setup).toHaveBeenCalledWith({ minutes: 5 })
  })
})

describe('starting', () => {
  const list = operation({ id: 'a.list', method: 'GET', path: '/a', access: 'public' })

  it('fails with the name of the plugin and the cause, and disposes of what had started', async () => {
    const dispose = vi.fn()
    const cause = new Error('no printer')
    const failing = aPlugin('b', { setup: () => Promise.reject(cause) })
    await expect(running(aPlugin('a', { setup: () => dispose }), failing)).rejects.toMatchObject({
      message: 'plugin "b" failed while starting: no printer',
      cause,
    })
    expect(dispose).toHaveBeenCalledOnce()
  })

  it('fails with the name of a plugin that does not get ready', async () => {
    const kernel = kernelOf([aPlugin('a', { setup: () => new Promise(() => undefined) })], { setUpBudgetMs: 10 })
    await expect(kernel.setUp()).rejects.toThrow('plugin "a" failed while starting: it was not ready after 0.01 s')
  })

  it('fails with what the floor below could not do for a plugin, unless that is optional', async () => {
    const setup = vi.fn()
    const kernel = kernelOf([aPlugin('a', { setup })])
    kernel.fail('a', new Error('no table'))
    await expect(kernel.setUp()).rejects.toThrow('plugin "a" failed while starting: no table')
    const other = kernelOf([found(aPlugin('a', { setup }), { optional: true })])
    other.fail('a', new Error('no table'))
    await other.setUp()
    expect(other.leftOut).toEqual([{ id: 'a', reason: 'no table' }])
    expect(setup).not.toHaveBeenCalled()
  })

  it('goes on without an optional plugin that fails, and says so', async () => {
    const failing = aPlugin('b', {
      operations: [operation({ id: 'b.list', method: 'GET', path: '/b', access: 'public' })],
      setup: () => Promise.reject(new Error('no printer')),
    })
    const kernel = await running(aPlugin('a'), found(failing, { optional: true }))
    expect([...kernel.plugins.keys()]).toEqual(['a'])
    expect(kernel.leftOut).toEqual([{ id: 'b', reason: 'no printer' }])
    expect(kernel.bound.has('b.list')).toBe(false)
  })

  it('fails when an operation is listed but not bound, or bound but not listed', async () => {
    await expect(running(aPlugin('a', { operations: [list] }))).rejects.toThrow('a.list is listed but not bound')
    await expect(running(aPlugin('a', { setup: ({ bind: bindAll }) => bindAll([bind(list, () => undefined)]) }))).rejects.toThrow(
      'a.list is bound but not listed',
    )
  })

  it('is undone in reverse order by the stop', async () => {
    const disposed: string[] = []
    const kernel = await running(
      aPlugin('a', { setup: () => () => void disposed.push('a') }),
      aPlugin('b', { setup: () => () => void disposed.push('b') }),
    )
    await kernel.stop()
    expect(disposed).toEqual(['b', 'a'])
  })
})

describe('services', () => {
  const Greeting = createToken<{ hello(): string }>('a.Greeting')
  const provider = aPlugin('a', { tokens: [Greeting], setup: ({ provide }) => provide(Greeting, () => ({ hello: () => 'hello' })) })

  it('are there for plugins that require their provider', async () => {
    const heard = vi.fn()
    const asker = aPlugin('b', { requires: { plugins: { a: '^1.0.0' } }, setup: ({ get }) => heard(get(Greeting).hello()) })
    await running(provider, asker)
    expect(heard).toHaveBeenCalledWith('hello')
  })

  it('are refused to those that do not', async () => {
    await expect(running(provider, aPlugin('b', { setup: ({ get }) => void get(Greeting) }))).rejects.toThrow(
      '"b" asks for a.Greeting of "a" without requiring it',
    )
  })

  it('are made once, when somebody first asks', async () => {
    const make = vi.fn(() => ({ hello: () => 'hello' }))
    const lazy = aPlugin('a', { tokens: [Greeting], setup: ({ provide }) => provide(Greeting, make) })
    const asker = (id: string) => aPlugin(id, { requires: { plugins: { a: '*' } }, setup: ({ get }) => void get(Greeting) })
    await running(lazy)
    expect(make).not.toHaveBeenCalled()
    await running(lazy, asker('b'), asker('c'))
    expect(make).toHaveBeenCalledOnce()
  })

  it('of the core are for everybody when the SDK names them, and for its own rooms otherwise', async () => {
    const Inner = createToken<number>('core.Inner')
    const withCore = (plugin: FoundPlugin) => {
      const kernel = kernelOf([plugin])
      kernel.offer(clock, () => ({ now: () => new Date(0) }))
      kernel.offer(Inner, () => 7)
      return kernel.setUp()
    }
    const asking = aPlugin('a', { setup: ({ get }) => void [get(clock), get(Inner)] })
    await expect(withCore(found(asking))).rejects.toThrow('"a" asks for core.Inner, which is for the core\'s own rooms')
    await expect(withCore(found(asking, { builtIn: true }))).resolves.toBeUndefined()
  })

  it('may be absent where a requirement is optional', async () => {
    const seen = vi.fn()
    await running(aPlugin('b', { requires: { plugins: { a: { range: '*', optional: true } } }, setup: ({ find }) => seen(find(Greeting)) }))
    expect(seen).toHaveBeenCalledWith(undefined)
  })
})

describe('hooks', () => {
  const sending = changeHook<string>('a.sending')
  const deciding = decideHook<string, boolean>('a.deciding')
  const telling = tellHook<string>('a.telling')
  const guarding = changeHook<string>('a.guarding', { guards: true, budgetMs: 20 })
  const slow = changeHook<string>('a.slow', { budgetMs: 20 })
  const refused = defineProblem('b/secret', 422, title)

  async function fired(...tappers: readonly ((setup: Setup) => void)[]): Promise<{ fire: Setup['fire']; kernel: OwnedKernel }> {
    let fire: Setup['fire'] | undefined
    const owner = aPlugin('a', { hooks: [sending, deciding, telling, guarding, slow], setup: (setup) => void (fire = setup.fire) })
    const others = tappers.map((setup, index) => aPlugin(`tapper-${index}`, { requires: { plugins: { a: '*' } }, setup }))
    const kernel = await running(owner, ...others)
    return { fire: fire!, kernel }
  }

  it('change a value in the order of the plugins, and answer at once when all taps do', async () => {
    const { fire } = await fired(
      ({ tap }) => tap(sending, (text) => `${text}!`),
      ({ tap }) => tap(sending, () => undefined),
      ({ tap }) => tap(sending, (text) => `${text}?`),
    )
    expect(fire(sending, 'ready')).toBe('ready!?')
  })

  it('answer with a promise when a tap has to wait', async () => {
    const { fire } = await fired(({ tap }) => tap(sending, async (text) => `${text}!`))
    const answer = fire(sending, 'ready')
    expect(answer).toBeInstanceOf(Promise)
    expect(await answer).toBe('ready!')
  })

  it('decide by the first answer', async () => {
    const { fire } = await fired(
      ({ tap }) => tap(deciding, () => undefined),
      ({ tap }) => tap(deciding, () => false),
      ({ tap }) => tap(deciding, () => true),
    )
    expect(fire(deciding, 'x')).toBe(false)
  })

  it('tell everybody, whoever fails', async () => {
    const heard = vi.fn()
    const { fire } = await fired(
      ({ tap }) =>
        tap(telling, () => {
          throw new Error('broken')
        }),
      ({ tap }) => tap(telling, heard),
    )
    void fire(telling, 'news')
    expect(heard).toHaveBeenCalledWith('news')
  })

  it('leave the value as it is where a tap fails, and count the fault for its plugin', async () => {
    const { fire, kernel } = await fired(
      ({ tap }) =>
        tap(sending, () => {
          throw new Error('broken')
        }),
      ({ tap }) => tap(sending, (text) => `${text}!`),
    )
    expect(fire(sending, 'ready')).toBe('ready!')
    expect(kernel.plugins.get('tapper-0')!.faults).toHaveLength(1)
  })

  it('go on without a tap that is late', async () => {
    const { fire, kernel } = await fired(({ tap }) => tap(slow, () => new Promise(() => undefined)))
    expect(await fire(slow, 'ready')).toBe('ready')
    expect(kernel.plugins.get('tapper-0')!.faults[0]!.error).toMatchObject({ message: 'tapper-0 took longer than 20 ms on a.slow' })
  })

  it('that guard refuse when a tap fails or is late', async () => {
    const { fire } = await fired(({ tap }) =>
      tap(guarding, () => {
        throw new Error('broken')
      }),
    )
    expect(() => fire(guarding, 'x')).toThrow(expect.objectContaining({ type: 'guard-failed', status: 503 }))
    const late = await fired(({ tap }) => tap(guarding, () => new Promise(() => undefined)))
    await expect(late.fire(guarding, 'x')).rejects.toMatchObject({ type: 'guard-failed' })
  })

  it("that guard pass on a tap's own refusal, which is no fault", async () => {
    const { fire, kernel } = await fired(({ tap }) =>
      tap(guarding, () => {
        throw refused()
      }),
    )
    expect(() => fire(guarding, 'x')).toThrow(expect.objectContaining({ type: 'b/secret' }))
    expect(kernel.plugins.get('tapper-0')!.faults).toHaveLength(0)
  })

  it('switch a plugin off after repeated faults; what it guards stays refused until an administrator decides', async () => {
    const { fire, kernel } = await fired(({ tap }) => {
      tap(sending, () => {
        throw new Error('broken')
      })
      tap(guarding, (text) => text)
    })
    for (let count = 0; count < 3; count++) void fire(sending, 'x')
    expect(kernel.plugins.get('tapper-0')!.enabled).toBe(false)
    expect(() => fire(guarding, 'x')).toThrow(expect.objectContaining({ type: 'guard-failed' }))
    kernel.enable('tapper-0', false)
    expect(fire(guarding, 'x')).toBe('x')
  })

  it('are tapped only by plugins that require their owner, and fired by the owner alone', async () => {
    const owner = aPlugin('a', { hooks: [sending] })
    await expect(running(owner, aPlugin('b', { setup: ({ tap }) => tap(sending, () => undefined) }))).rejects.toThrow(
      '"b" taps a.sending of "a" without requiring it',
    )
    await expect(
      running(owner, aPlugin('b', { requires: { plugins: { a: '*' } }, setup: ({ fire }) => void fire(sending, 'x') })),
    ).rejects.toThrow('"b" fires a.sending, which it does not own')
  })
})

describe('events', () => {
  it('are heard by whoever listens, in the name of the plugin', async () => {
    const happened = defineEvent('a.thing.happened', Type.Object({}))
    const kernel = await running(aPlugin('a', { events: [happened], setup: ({ on }) => on(happened, async () => undefined) }))
    expect(kernel.listeners.map(({ plugin, event }) => [plugin.definition.id, event.name])).toEqual([['a', 'a.thing.happened']])
  })
})

import type { AnyHook, Event, Token } from '@liaison/sdk'
import type { AnyEntity, Binding, Logger, Setup, Work } from '@liaison/sdk/server'
import { BootError } from './boot-error.ts'
import { faultsOf } from './checks.ts'
import { Services } from './container.ts'
import { Hooks } from './hooks.ts'
import type { Bound, EventListener, FoundPlugin, Kernel, LeftOut, LoadedPlugin } from './kernel.ts'
import { order } from './order.ts'
import { settingsOf } from './settings.ts'
import { guardTap } from './tap-guard.ts'
import { TimeBudget } from './time-budget.ts'

const faultWindow = 10 * 60_000
/** How long a plugin may take to start, ms; nothing serves until it has */
const setUpBudget = 60_000

export interface KernelOptions {
  readonly plugins: readonly FoundPlugin[]
  logger(pluginId: string): Logger
  now(): Date
  /** Opens a unit of work of the plugin itself; the floor above knows how. */
  asSystem(plugin: LoadedPlugin, reason: string, job: (work: Work) => Promise<unknown>): Promise<unknown>
  /** Tells a topic's sockets; the floor above knows how. */
  publish?(topic: string, event: Event, data: unknown): void
  /** Whether a module is off for a person; the floor above knows. Default: for nobody */
  isOffFor?(plugin: LoadedPlugin, personId: string): boolean | Promise<boolean>
  /** How long a plugin's `setup` may take, in ms; default one minute */
  readonly setUpBudgetMs?: number
  /** So many faults within ten minutes switch a plugin off; default 20. */
  readonly maxFaults?: number
}

export interface OwnedKernel extends Kernel {
  /** Before `setUp`: what the floor below could not do for a plugin; its start fails with it. */
  fail(pluginId: string, error: unknown): void
  /** Runs every plugin's `setup`, in order. @throws BootError with the plugin's name and the cause; what had started is disposed */
  setUp(): Promise<void>
  /** Disposes in reverse order. */
  stop(): Promise<void>
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** What a plugin's `setup` answers. @throws BootError when it does not in time */
async function within<T>(milliseconds: number, answer: T | Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new BootError(`it was not ready after ${milliseconds / 1_000} s`)), milliseconds)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Orders the plugins and reads what they declare; nothing of them runs before `setUp`.
 * @throws BootError that tells all that is wrong with the declarations at once
 */
export function createKernel(options: KernelOptions): OwnedKernel {
  return new PluginKernel(options)
}

class PluginKernel implements OwnedKernel {
  readonly plugins = new Map<string, LoadedPlugin>()
  readonly bound = new Map<string, Bound>()
  readonly listeners: EventListener[] = []
  readonly leftOut: LeftOut[] = []
  readonly #options: KernelOptions
  readonly #services = new Services()
  readonly #hooks = new Hooks()
  readonly #budget = new TimeBudget()
  readonly #settings = new Map<string, unknown>()
  readonly #failed = new Map<string, unknown>()
  readonly #disposals: { readonly id: string; dispose(): void | Promise<void> }[] = []
  readonly #maxFaults: number

  constructor(options: KernelOptions) {
    this.#options = options
    this.#maxFaults = options.maxFaults ?? 20
    for (const plugin of this.#sound(options.plugins)) this.#load(plugin)
  }

  enable(pluginId: string, enabled: boolean): void {
    const plugin = this.plugins.get(pluginId)
    if (plugin === undefined) throw new Error(`no plugin "${pluginId}"`)
    plugin.enabled = enabled
    plugin.faults.length = 0
  }

  offer<T>(token: Token<T>, make: () => T): void {
    this.#services.offer(token, make)
  }

  get<T>(token: Token<T>): T {
    const service = this.#services.find(undefined, token)
    if (service === undefined) throw new BootError(`nobody provides ${token.name}`)
    return service
  }

  find<T>(token: Token<T>): T | undefined {
    return this.#services.find(undefined, token)
  }

  fail(pluginId: string, error: unknown): void {
    this.#failed.set(pluginId, error)
  }

  async setUp(): Promise<void> {
    try {
      for (const plugin of [...this.plugins.values()]) await this.#setUpOne(plugin)
    } catch (error) {
      await this.stop()
      throw error
    }
  }

  async stop(): Promise<void> {
    for (const { id, dispose } of this.#disposals.splice(0).reverse()) {
      try {
        await dispose()
      } catch (error) {
        this.#options.logger(id).error({ error: messageOf(error) }, 'dispose failed')
      }
    }
  }

  /** Ordered, and without optional plugins whose declarations are wrong. */
  #sound(given: readonly FoundPlugin[]): readonly FoundPlugin[] {
    const plugins = order(given, this.leftOut)
    const faults = faultsOf(plugins)
    if (faults.size === 0) return plugins
    const optional = new Set(plugins.filter((plugin) => plugin.optional === true && faults.has(plugin.definition.id)))
    const fatal = [...faults].filter(([id]) => ![...optional].some((plugin) => plugin.definition.id === id)).flatMap(([, lines]) => lines)
    if (fatal.length > 0) throw new BootError(`cannot start:\n  ${fatal.join('\n  ')}`)
    for (const { definition } of optional) this.leftOut.push({ id: definition.id, reason: faults.get(definition.id)!.join('; ') })
    return this.#sound(plugins.filter((plugin) => !optional.has(plugin)))
  }

  #load(plugin: FoundPlugin): void {
    const { id, entities = [], hooks = [] } = plugin.definition
    try {
      this.#settings.set(id, settingsOf(plugin))
    } catch (error) {
      if (plugin.optional !== true) throw error
      this.leftOut.push({ id, reason: messageOf(error) })
      return
    }
    this.#services.add(plugin)
    for (const hook of hooks) this.#hooks.declare(hook, id)
    this.plugins.set(id, {
      ...plugin,
      enabled: true,
      faults: [],
      owned: new Map(entities.map((entity: AnyEntity) => [entity.table, entity])),
    })
  }

  async #setUpOne(plugin: LoadedPlugin): Promise<void> {
    const { id, requires, operations = [] } = plugin.definition
    try {
      if (this.#failed.has(id)) throw this.#failed.get(id)
      for (const [otherId, need] of Object.entries(requires?.plugins ?? {})) {
        if (typeof need === 'string' && !this.plugins.has(otherId))
          throw new BootError(`"${id}" requires "${otherId}", which did not start`)
      }
      const dispose = await within(this.#options.setUpBudgetMs ?? setUpBudget, plugin.definition.setup?.(this.#contextOf(plugin)))
      if (typeof dispose === 'function') this.#disposals.push({ id, dispose })
      for (const operation of operations) if (!this.bound.has(operation.id)) throw new BootError(`${operation.id} is listed but not bound`)
    } catch (error) {
      if (plugin.optional !== true) throw new BootError(`plugin "${id}" failed while starting: ${messageOf(error)}`, { cause: error })
      await this.#leaveOut(plugin, error)
    }
  }

  async #leaveOut(plugin: LoadedPlugin, error: unknown): Promise<void> {
    const { id } = plugin.definition
    plugin.enabled = false // its taps cannot be taken back: they answer nothing from now on
    this.plugins.delete(id)
    for (const [operationId, bound] of this.bound) if (bound.plugin === plugin) this.bound.delete(operationId)
    const kept = this.listeners.filter((listener) => listener.plugin !== plugin)
    this.listeners.splice(0, this.listeners.length, ...kept)
    const own = this.#disposals.findIndex((disposal) => disposal.id === id)
    if (own >= 0) await this.#disposals.splice(own, 1)[0]!.dispose()
    this.leftOut.push({ id, reason: messageOf(error) })
    this.#options.logger(id).warn({ error: messageOf(error) }, 'optional plugin left out')
  }

  #contextOf(plugin: LoadedPlugin): Setup {
    const { id, requires, systemReasons = {} } = plugin.definition
    const mayUse = (owner: string) => owner === id || owner in (requires?.plugins ?? {}) || this.plugins.get(owner)?.builtIn === true
    return {
      settings: this.#settings.get(id),
      logger: this.#options.logger(id),
      provide: (token, make) => this.#services.provide(plugin, token, make),
      find: (token) => this.#services.find(plugin, token),
      get: (token) => {
        const service = this.#services.find(plugin, token)
        if (service === undefined) throw new BootError(`"${id}" needs ${token.name}, which nobody provides`)
        return service
      },
      bind: (bindings) => {
        for (const binding of bindings) this.#bind(plugin, binding)
      },
      tap: (hook, listener) => {
        const owner = this.#hooks.ownerOf(hook)
        if (!mayUse(owner)) throw new BootError(`"${id}" taps ${hook.name} of "${owner}" without requiring it`)
        const fault = (failing: LoadedPlugin, failed: AnyHook, error: unknown) => this.#fault(failing, failed, error)
        this.#hooks.tap(hook, id, guardTap({ plugin, hook, listener, budget: this.#budget, fault, isOffFor: this.#options.isOffFor }))
      },
      fire: (hook, payload) => {
        if (this.#hooks.ownerOf(hook) !== id) throw new Error(`"${id}" fires ${hook.name}, which it does not own`)
        return this.#hooks.fire(hook, payload)
      },
      on: (event, listener) => {
        this.listeners.push({ plugin, event, listener: listener as EventListener['listener'] })
      },
      publish: (topic, event, data) => this.#options.publish?.(topic, event, data),
      asSystem: async (reason, job) => {
        if (!(reason in systemReasons)) throw new Error(`"${reason}" is not a declared reason of ${id}`)
        return (await this.#options.asSystem(plugin, reason, job)) as never
      },
    }
  }

  #bind(plugin: LoadedPlugin, binding: Binding): void {
    const { operation } = binding
    if (!plugin.definition.operations?.includes(operation)) throw new BootError(`${operation.id} is bound but not listed`)
    if (this.bound.has(operation.id)) throw new BootError(`${operation.id} is bound twice`)
    this.bound.set(operation.id, { plugin, binding })
  }

  #fault(plugin: LoadedPlugin, hook: AnyHook, error: unknown): void {
    const { id } = plugin.definition
    const logger = this.#options.logger(id)
    const at = this.#options.now()
    while (plugin.faults[0] !== undefined && at.getTime() - plugin.faults[0].at.getTime() > faultWindow) plugin.faults.shift()
    plugin.faults.push({ hook: hook.name, error, at })
    logger.warn({ hook: hook.name, error: messageOf(error) }, 'tap failed')
    if (plugin.faults.length < this.#maxFaults || !plugin.enabled) return
    plugin.enabled = false
    logger.error({ hook: hook.name, faults: plugin.faults.length }, 'plugin switched off after repeated faults')
  }
}

import 'reflect-metadata' // tsyringe throws at import without it, even where no decorator is used
import type { Token } from '@liaison/sdk'
import * as sdk from '@liaison/sdk/server'
import { container as root, type DependencyContainer, instancePerContainerCachingFactory } from 'tsyringe'
import { BootError } from './boot-error.ts'
import type { FoundPlugin } from './kernel.ts'

const core = Symbol('core')
type Owner = typeof core | string

const isToken = (value: unknown): value is Token<unknown> => typeof (value as { symbol?: unknown } | undefined)?.symbol === 'symbol'
/** What the SDK names is for everybody; other services of the core's rooms are between them. */
const published = new Set(
  Object.values(sdk as Record<string, unknown>)
    .filter(isToken)
    .map(({ symbol }) => symbol),
)

/**
 * One child container for each plugin. A plugin sees what it provides, what the core and its rooms provide, and what the plugins
 * in its `requires` provide. A service is built once, by its owner, when somebody first asks.
 */
export class Services {
  readonly #core = root.createChildContainer()
  readonly #containers = new Map<string, DependencyContainer>()
  readonly #owners = new Map<symbol, { readonly owner: Owner; readonly internal: boolean }>()
  readonly #plugins = new Map<string, FoundPlugin>()

  add(plugin: FoundPlugin): void {
    this.#plugins.set(plugin.definition.id, plugin)
    this.#containers.set(plugin.definition.id, this.#core.createChildContainer())
    for (const token of plugin.definition.tokens ?? [])
      this.#owners.set(token.symbol, { owner: plugin.definition.id, internal: plugin.builtIn && !published.has(token.symbol) })
  }

  offer<T>(token: Token<T>, make: () => T): void {
    this.#owners.set(token.symbol, { owner: core, internal: !published.has(token.symbol) })
    this.#core.register<T>(token.symbol, { useFactory: instancePerContainerCachingFactory(make) })
  }

  provide<T>(plugin: FoundPlugin, token: Token<T>, make: () => T): void {
    const { id } = plugin.definition
    if (this.#owners.get(token.symbol)?.owner !== id) throw new BootError(`"${id}" provides ${token.name} without declaring it`)
    const own = this.#containers.get(id)!
    if (own.isRegistered(token.symbol)) throw new BootError(`"${id}" provides ${token.name} twice`)
    own.register<T>(token.symbol, { useFactory: instancePerContainerCachingFactory(make) })
  }

  /** @param asker - undefined: the platform itself, which may see everything */
  find<T>(asker: FoundPlugin | undefined, token: Token<T>): T | undefined {
    const known = this.#owners.get(token.symbol)
    if (known === undefined) return undefined
    if (asker !== undefined) this.#check(asker, token, known)
    const container = known.owner === core ? this.#core : this.#containers.get(known.owner as string)
    return container?.isRegistered(token.symbol) ? container.resolve<T>(token.symbol) : undefined
  }

  #check(asker: FoundPlugin, token: Token<unknown>, { owner, internal }: { owner: Owner; internal: boolean }): void {
    const { id, requires } = asker.definition
    if (internal && !asker.builtIn) throw new BootError(`"${id}" asks for ${token.name}, which is for the core's own rooms`)
    if (owner === core || owner === id || this.#plugins.get(owner as string)?.builtIn) return
    if (!((owner as string) in (requires?.plugins ?? {})))
      throw new BootError(`"${id}" asks for ${token.name} of "${owner as string}" without requiring it`)
  }
}

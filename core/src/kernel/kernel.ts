import type { Event, Token } from '@liaison/sdk'
import type { AnyEntity, AnyPlugin, Binding, Work } from '@liaison/sdk/server'

/** A plugin as it was found, before anything of it runs. */
export interface FoundPlugin {
  readonly definition: AnyPlugin
  /** Built-in rooms of the core may use the table prefix `core_` and permissions without their id as prefix. */
  readonly builtIn: boolean
  /** The platform starts without it when it fails. */
  readonly optional?: boolean
  readonly settings?: unknown
  /** Folder of the package, for its web part; undefined for built-in rooms */
  readonly folder?: string
}

export interface Fault {
  readonly hook: string
  readonly error: unknown
  readonly at: Date
}

/** A plugin of this process, from the start to the stop. */
export interface LoadedPlugin extends FoundPlugin {
  /** Switched off: routes answer 404 `module-not-enabled`, taps answer nothing, the dispatcher refuses. */
  enabled: boolean
  /** The newest ones; too many within ten minutes switch the plugin off. */
  readonly faults: Fault[]
  /** Its entities by table */
  readonly owned: ReadonlyMap<string, AnyEntity>
}

export interface Bound {
  readonly plugin: LoadedPlugin
  readonly binding: Binding
}

/** A plugin that was left out because it is optional and failed. */
export interface LeftOut {
  readonly id: string
  readonly reason: string
}

/** Somebody who hears an event; `plugin` says whose rows the listener's work may reach. */
export interface EventListener {
  readonly plugin: LoadedPlugin
  readonly event: Event
  readonly listener: (payload: unknown, work: Work) => Promise<void>
}

/** What the floors above may ask of the kernel. */
export interface Kernel {
  /** In the order of their requirements */
  readonly plugins: ReadonlyMap<string, LoadedPlugin>
  /** By operation id */
  readonly bound: ReadonlyMap<string, Bound>
  readonly listeners: readonly EventListener[]
  readonly leftOut: readonly LeftOut[]
  enable(pluginId: string, enabled: boolean): void
  /**
   * Offers a service of the core itself, before the plugins are set up. What the SDK does not name is for the core's own rooms
   * alone.
   */
  offer<T>(token: Token<T>, make: () => T): void
  /** Any service, for the floors above. @throws BootError when nobody provides it */
  get<T>(token: Token<T>): T
  find<T>(token: Token<T>): T | undefined
}

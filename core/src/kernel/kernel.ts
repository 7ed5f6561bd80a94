import type { AnyEntity, AnyPlugin, Binding } from '@liaison/sdk/server'

/** A plugin of this process, from the start to the stop. */
export interface LoadedPlugin {
  readonly definition: AnyPlugin
  /** Built-in rooms of the core may use the table prefix `core_` and permissions without their id as prefix. */
  readonly builtIn: boolean
  /** Switched off: routes answer 404 `module-not-enabled`, taps answer nothing, the dispatcher refuses. */
  enabled: boolean
  readonly faults: { readonly hook: string; readonly error: unknown }[]
  /** Its entities by table */
  readonly owned: ReadonlyMap<string, AnyEntity>
  /** Folder of the package, for its web part; undefined for built-in rooms */
  readonly folder?: string
}

export interface Bound {
  readonly plugin: LoadedPlugin
  readonly binding: Binding
}

/** What the floors above may ask of the kernel. */
export interface Kernel {
  readonly plugins: ReadonlyMap<string, LoadedPlugin>
  /** By operation id */
  readonly bound: ReadonlyMap<string, Bound>
  enable(pluginId: string, enabled: boolean): void
}

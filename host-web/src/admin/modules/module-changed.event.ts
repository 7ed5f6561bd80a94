import type { ModuleEntry } from '@liaison/sdk/platform'

/** A roll-out was changed, and the server has agreed. */
export class ModuleChangedEvent extends Event {
  readonly module: ModuleEntry
  constructor(module: ModuleEntry) {
    super('ln-module-changed', { bubbles: true, composed: true })
    this.module = module
  }
}

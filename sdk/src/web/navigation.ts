import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Goes to an address of the shell. In templates use plain links: `<a href="/tasks">`. */
export function navigate(path: string, options: { readonly replace?: boolean } = {}): void {
  if ('navigation' in globalThis) navigation.navigate(path, { history: options.replace === true ? 'replace' : 'auto' })
  else if (options.replace === true) location.replace(path)
  else location.assign(path)
}

const guards = new Set<() => boolean>()
/** Whether anybody on the page holds something that would be lost. */
export const isAnythingUnsaved = (): boolean => [...guards].some((unsaved) => unsaved())

/** Asks before the page is left while `unsaved` answers true. */
export class LeaveController implements ReactiveController {
  readonly #unsaved: () => boolean
  constructor(host: ReactiveControllerHost, unsaved: () => boolean) {
    this.#unsaved = unsaved
    host.addController(this)
  }
  hostConnected(): void {
    guards.add(this.#unsaved)
  }
  hostDisconnected(): void {
    guards.delete(this.#unsaved)
  }
}

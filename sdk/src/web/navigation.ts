import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Goes to an address of the shell. In templates use plain links: `<a href="/tasks">`. */
export function navigate(path: string, options: { readonly replace?: boolean } = {}): void {
  if ('navigation' in globalThis) navigation.navigate(path, { history: options.replace === true ? 'replace' : 'auto' })
  else if (options.replace === true) location.replace(path)
  else location.assign(path)
}

interface LeaveOptions {
  /** It would be lost at another address of the same page, too: another one in the same list. */
  readonly samePage?: boolean
}

const guards = new Map<() => boolean, LeaveOptions>()
/** Whether anybody on the page holds something that would be lost; with `samePage`, at another address of the same page. */
export const isAnythingUnsaved = ({ samePage = false }: LeaveOptions = {}): boolean =>
  [...guards].some(([unsaved, options]) => (!samePage || options.samePage === true) && unsaved())

/** Asks before the page is left while `unsaved` answers true. */
export class LeaveController implements ReactiveController {
  readonly #unsaved: () => boolean
  readonly #options: LeaveOptions
  constructor(host: ReactiveControllerHost, unsaved: () => boolean, options: LeaveOptions = {}) {
    this.#unsaved = unsaved
    this.#options = options
    host.addController(this)
  }
  hostConnected(): void {
    guards.set(this.#unsaved, this.#options)
  }
  hostDisconnected(): void {
    guards.delete(this.#unsaved)
  }
}

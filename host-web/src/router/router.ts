import { isAnythingUnsaved, type Route } from '@liaison/sdk/web'
import { freshDocument } from './fresh-document.ts'

/** Shows the page of an address; resolves when there is something to see. */
export type Show = (route: URL, signal: AbortSignal) => Promise<void>

interface RouterOptions {
  readonly show: Show
  /** Where the keyboard goes on after another page was shown */
  readonly focusHeading: () => void
  /** Asks the person whether to leave unsent things behind. */
  readonly confirmLeave: () => Promise<boolean>
}

/** Marks a navigation that the person has agreed to. */
const agreed = 'agreed'

/** Follows links within the shell: the page is loaded, shown, scrolled to where it was, and read from its heading. */
export class Router {
  readonly #options: RouterOptions

  constructor(options: RouterOptions) {
    this.#options = options
  }

  /** Without the Navigation API links load documents, and everything still works. */
  start(): void {
    if ('navigation' in globalThis) navigation.addEventListener('navigate', this.#onNavigate)
    addEventListener('beforeunload', this.#onUnload)
    void this.#options.show(new URL(location.href), new AbortController().signal)
  }

  stop(): void {
    if ('navigation' in globalThis) navigation.removeEventListener('navigate', this.#onNavigate)
    removeEventListener('beforeunload', this.#onUnload)
  }

  readonly #onUnload = (event: BeforeUnloadEvent) => {
    if (isAnythingUnsaved()) event.preventDefault()
  }

  /** A navigation cannot wait: it is refused, and made again when the person agrees. */
  async #ask({ destination, navigationType }: NavigateEvent) {
    if (!(await this.#options.confirmLeave())) return
    if (navigationType === 'traverse') navigation.traverseTo(destination.key, { info: agreed })
    else navigation.navigate(destination.url, { info: agreed, history: navigationType === 'replace' ? 'replace' : 'push' })
  }

  readonly #onNavigate = (event: NavigateEvent) => {
    const to = new URL(event.destination.url)
    if (!event.canIntercept || event.navigationType === 'reload' || event.hashChange || event.info === freshDocument) return
    if (event.downloadRequest !== null || event.formData || to.pathname.startsWith('/api/')) return
    const samePage = to.pathname === location.pathname
    if (event.cancelable && event.info !== agreed && isAnythingUnsaved({ samePage })) {
      event.preventDefault()
      return void this.#ask(event)
    }
    event.intercept({
      scroll: 'manual',
      focusReset: 'manual',
      handler: async () => {
        await this.#options.show(to, event.signal)
        if (event.signal.aborted) return
        event.scroll()
        if (!samePage) this.#options.focusHeading()
      },
    })
  }
}

/** What a pattern reads from an address; undefined when it is another page's. */
export function routeOf(pattern: string, url: URL): Route | undefined {
  const match = new URLPattern({ pathname: pattern }).exec({ pathname: url.pathname })
  return match === null ? undefined : { path: url.pathname, params: match.pathname.groups, query: url.searchParams }
}

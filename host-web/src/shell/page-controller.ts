import type { PageElement, WebPage } from '@liaison/sdk/web'
import { LitElement, type ReactiveController, type ReactiveControllerHost } from 'lit'
import { contain } from '../plugins/contain.ts'
import type { Contributions, FailedModule } from '../plugins/contributions.ts'
import { routeOf } from '../router/router.ts'
import { shellPages } from './shell-pages.ts'

/** What stands in the body instead of a page. */
export type Fallback = { readonly kind: 'nothing' } | { readonly kind: 'failed'; readonly module: FailedModule | undefined }

/** Finds and makes the page of an address, and keeps the faults of a page in its place. */
export class PageController implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #contributions: () => Contributions
  page: WebPage | undefined
  element: PageElement | undefined
  fallback: Fallback | undefined

  constructor(host: ReactiveControllerHost, contributions: () => Contributions) {
    this.#host = host
    this.#contributions = contributions
    host.addController(this)
  }
  hostConnected(): void {}

  /** Looks again when a module came or went: its page leaves the address with it, and is there again when it is. */
  async refresh(url: URL): Promise<void> {
    const isThere = this.page === undefined || [...shellPages, ...this.#contributions().pages].includes(this.page)
    const isAwaited = this.fallback?.kind === 'nothing' && this.#known(url) !== undefined
    if (!isThere || isAwaited) await this.show(url, new AbortController().signal)
  }

  /** Resolves when there is something to see. @returns whether another element is shown than before */
  async show(url: URL, signal: AbortSignal): Promise<void> {
    const page = await this.#find(url)
    if (signal.aborted) return
    const route = page && routeOf(page.path, url)
    if (page === undefined || route === undefined) {
      const module = this.#contributions().failed.find(({ id }) => url.pathname.split('/')[1] === id)
      return this.#stand(undefined, module === undefined ? { kind: 'nothing' } : { kind: 'failed', module })
    }
    if (page === this.page && this.element !== undefined && this.fallback === undefined) {
      this.element.route = route
      return this.#drawn()
    }
    try {
      await page.load()
    } catch (error) {
      if (signal.aborted) return
      reportError(error)
      return this.#stand(page, { kind: 'failed', module: undefined })
    }
    if (signal.aborted) return
    const element = document.createElement(page.element) as PageElement
    contain(element, (error) => {
      reportError(error)
      void this.#stand(page, { kind: 'failed', module: undefined })
    })
    element.route = route
    this.page = page
    this.element = element
    this.fallback = undefined
    await this.#drawn()
  }

  /** The page of an address; waits for the modules when it is none of the known ones. */
  async #find(url: URL): Promise<WebPage | undefined> {
    if (this.#known(url) === undefined) await this.#contributions().completed
    return this.#known(url)
  }

  #known(url: URL): WebPage | undefined {
    return [...shellPages, ...this.#contributions().pages].find(({ path }) => routeOf(path, url) !== undefined)
  }

  async #stand(page: WebPage | undefined, fallback: Fallback) {
    this.page = page
    this.element = undefined
    this.fallback = fallback
    await this.#drawn()
  }

  async #drawn() {
    this.#host.requestUpdate()
    await this.#host.updateComplete
    if (this.element instanceof LitElement) await this.element.updateComplete
  }
}

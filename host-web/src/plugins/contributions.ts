import type { LocalizedText, Permission } from '@liaison/sdk'
import {
  type Live,
  live,
  type Session,
  type WebCard,
  type WebCommand,
  type WebNavigation,
  type WebPage,
  type WebPlugin,
  type WebServices,
  type WebShortcut,
} from '@liaison/sdk/web'

/** A module whose web part could not be loaded or started. */
export interface FailedModule {
  readonly id: string
  readonly title: LocalizedText
}

/** An entry of the rail, with its count. */
export interface NavigationEntry extends WebNavigation {
  readonly count: Live<number>
}

/** What the modules contribute, as far as the person may have it; `changes` tells when one has loaded or a count has changed. */
export class Contributions {
  readonly #session: Session
  readonly #changes = live(0)
  readonly #stops: (() => void)[] = []
  readonly #completed = Promise.withResolvers<void>()
  #isComplete = false
  #pages: readonly WebPage[] = []
  #navigation: readonly NavigationEntry[] = []
  #cards: readonly WebCard[] = []
  #commands: readonly WebCommand[] = []
  #shortcuts: readonly WebShortcut[] = []
  #failed: readonly FailedModule[] = []

  constructor(session: Session) {
    this.#session = session
  }

  get changes(): Live<number> {
    return this.#changes
  }
  get pages() {
    return this.#pages
  }
  get navigation() {
    return this.#navigation
  }
  get cards() {
    return this.#cards
  }
  get commands() {
    return this.#commands
  }
  get shortcuts() {
    return this.#shortcuts
  }
  get failed() {
    return this.#failed
  }

  /** @throws what the plugin's `start` or `badge` throws */
  add(plugin: WebPlugin, services: WebServices): void {
    services.slots.add(plugin.slots ?? [])
    const stop = plugin.start?.(services)
    if (stop !== undefined) this.#stops.push(stop)
    const counted = this.#allowed(plugin.navigation).map((entry) => ({ ...entry, count: entry.badge?.(services) ?? live(0) }))
    for (const { count } of counted) count.subscribe(this.#changed)
    this.#pages = [...this.#pages, ...this.#allowed(plugin.pages)]
    this.#navigation = [...this.#navigation, ...counted].toSorted(byOrder)
    this.#cards = [...this.#cards, ...this.#allowed(plugin.cards)].toSorted(byOrder)
    this.#commands = [...this.#commands, ...this.#allowed(plugin.commands)].toSorted(byOrder)
    this.#shortcuts = [...this.#shortcuts, ...(plugin.shortcuts ?? [])]
    this.#changed()
  }
  fail(module: FailedModule): void {
    this.#failed = [...this.#failed, module]
    this.#changed()
  }

  /** At sign-out */
  stop(): void {
    for (const stop of this.#stops) stop()
  }
  /** All modules have loaded or failed. */
  get isComplete(): boolean {
    return this.#isComplete
  }
  /** Resolves when all modules have loaded or failed. */
  get completed(): Promise<void> {
    return this.#completed.promise
  }
  complete(): void {
    this.#isComplete = true
    this.#completed.resolve()
    this.#changed()
  }
  /** All counts of the rail together, for the tab's title */
  get unread(): number {
    return this.#navigation.reduce((sum, { count }) => sum + count.value, 0)
  }

  readonly #changed = () => this.#changes.set(this.#changes.value + 1)

  #allowed<T extends { readonly permission?: Permission }>(items: readonly T[] = []): readonly T[] {
    return items.filter(({ permission }) => permission === undefined || this.#session.may(permission))
  }
}

const byOrder = (a: { readonly order: number }, b: { readonly order: number }) => a.order - b.order

import type { Feature, LocalizedText, Permission } from '@liaison/sdk'
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

/** What one module brought, and what ends it. */
interface Part {
  readonly plugin: WebPlugin
  readonly services: WebServices
  readonly stop: (() => void) | undefined
  /** Counts that were asked for, each once */
  readonly counts: Map<WebNavigation, Live<number>>
  readonly stops: (() => void)[]
}

/**
 * What the modules contribute, as far as the person may have it; `changes` tells when one came or went, when a feature was
 * switched, or when a count has changed.
 */
export class Contributions {
  readonly #session: Session
  readonly #changes = live(0)
  readonly #parts = new Map<string, Part>()
  readonly #completed = Promise.withResolvers<void>()
  readonly #unheard: () => void
  #isComplete = false
  #pages: readonly WebPage[] = []
  #navigation: readonly NavigationEntry[] = []
  #cards: readonly WebCard[] = []
  #commands: readonly WebCommand[] = []
  #shortcuts: readonly WebShortcut[] = []
  #failed: readonly FailedModule[] = []

  constructor(session: Session) {
    this.#session = session
    this.#unheard = session.changes.subscribe(() => this.#gather())
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
    const stop = plugin.start?.(services) ?? undefined
    this.#parts.set(plugin.id, { plugin, services, stop, counts: new Map(), stops: [] })
    this.#gather()
  }
  /** A module that was switched off: nothing of it is left, as far as it ends what it began. */
  remove(id: string): void {
    this.#failed = this.#failed.filter((module) => module.id !== id)
    const part = this.#parts.get(id)
    this.#parts.delete(id)
    if (part !== undefined) end(part)
    this.#gather()
  }
  fail(module: FailedModule): void {
    this.#failed = [...this.#failed, module]
    this.#changed()
  }
  /** Ids of the modules whose web part is there */
  get ids(): readonly string[] {
    return [...this.#parts.keys()]
  }

  /** At sign-out */
  stop(): void {
    this.#unheard()
    for (const { stop } of this.#parts.values()) stop?.()
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

  #gather(): void {
    const parts = [...this.#parts.values()]
    const all = <T extends Guarded>(of: (plugin: WebPlugin) => readonly T[] | undefined): T[] =>
      parts.flatMap(({ plugin }) => this.#allowed(of(plugin) ?? []))
    this.#pages = all(({ pages }) => pages)
    this.#cards = all(({ cards }) => cards).toSorted(byOrder)
    this.#commands = all(({ commands }) => commands).toSorted(byOrder)
    this.#shortcuts = parts.flatMap(({ plugin }) => plugin.shortcuts ?? [])
    this.#navigation = parts
      .flatMap((part) => this.#allowed(part.plugin.navigation ?? []).map((entry) => ({ ...entry, count: this.#countOf(part, entry) })))
      .toSorted(byOrder)
    this.#changed()
  }

  #countOf({ counts, services, stops }: Part, entry: WebNavigation): Live<number> {
    let count = counts.get(entry)
    if (count === undefined) {
      counts.set(entry, (count = entry.badge?.(services) ?? live(0)))
      stops.push(count.subscribe(this.#changed))
    }
    return count
  }

  #allowed<T extends Guarded>(items: readonly T[]): readonly T[] {
    return items.filter(
      ({ permission, feature }) =>
        (permission === undefined || this.#session.may(permission)) && (feature === undefined || this.#session.has(feature)),
    )
  }
}

interface Guarded {
  readonly permission?: Permission
  readonly feature?: Feature
}

function end({ plugin, services, stop, stops }: Part): void {
  for (const unheard of stops) unheard()
  stop?.()
  services.slots.remove(plugin.slots ?? [])
}

const byOrder = (a: { readonly order: number }, b: { readonly order: number }) => a.order - b.order

import type { ReactiveElement } from 'lit'
import type { Feature } from '../contract/feature.ts'
import type { Permission, Scope } from '../contract/permission.ts'
import type { Me } from '../contract/platform.ts'
import type { Operation } from '../contract/operation.ts'
import type { Problem } from '../contract/problem.ts'
import type { Slot } from '../contract/slot.ts'
import type { Locale } from '../contract/text.ts'
import { ContextController } from './context-controller.ts'
import type { CallArguments } from './data/api-client.ts'
import type { Toast } from './toasts.ts'
import type { DateWords } from './words/date-words.ts'
import type { MessageValues } from './words/localizer.ts'

/** Calls operations: `this.#api.call(completeTask, { params: { taskId } })`. */
export class ApiController extends ContextController<'api'> {
  constructor(host: ReactiveElement) {
    super(host, 'api')
  }
  /** @throws Problem */
  call<P, Q, B, R>(operation: Operation<P, Q, B, R>, ...rest: CallArguments<P, Q, B>): Promise<R> {
    return this.service.call(operation, ...rest)
  }
}

/** Who is signed in and what he may; the element is drawn again when that changes. */
export class SessionController extends ContextController<'session'> {
  #stop: (() => void) | undefined
  constructor(host: ReactiveElement) {
    super(host, 'session')
  }
  get me(): Me {
    return this.service.me
  }
  may(permission: Pick<Permission, 'key'>): boolean {
    return this.service.may(permission)
  }
  scopeOf(permission: Pick<Permission, 'key'>): Scope {
    return this.service.scopeOf(permission)
  }
  /** Whether a feature of a module is on for him. */
  has(feature: Pick<Feature, 'key'>): boolean {
    return this.service.has(feature)
  }
  protected override found() {
    this.hostDisconnected()
    this.#stop = this.foundService?.changes.subscribe(() => this.host.requestUpdate())
  }
  hostDisconnected() {
    this.#stop?.()
    this.#stop = undefined
  }
}

/** Texts, dates and numbers; the element is drawn again when the language changes. */
export class LocalizeController extends ContextController<'localizer'> {
  #stop: (() => void) | undefined
  constructor(host: ReactiveElement) {
    super(host, 'localizer')
  }
  get locale(): Locale {
    return this.service.locale
  }
  get dates(): DateWords {
    return this.service.dates
  }
  readonly text = (key: string, values?: MessageValues): string => this.service.text(key, values)
  number(value: number, options?: Intl.NumberFormatOptions): string {
    return this.service.number(value, options)
  }
  list(items: readonly string[]): string {
    return this.service.list(items)
  }
  problem(problem: Problem): string {
    return this.service.problem(problem)
  }
  protected override found() {
    this.hostDisconnected()
    this.#stop = this.foundService?.changes.subscribe(() => this.host.requestUpdate())
  }
  hostDisconnected() {
    this.#stop?.()
    this.#stop = undefined
  }
}

/** What other plugins put into a slot of this page, in order. */
export class SlotController<Item> extends ContextController<'slots'> {
  readonly #slot: Slot<Item>
  constructor(host: ReactiveElement, slot: Slot<Item>) {
    super(host, 'slots')
    this.#slot = slot
  }
  get items(): readonly Item[] {
    return this.service.of(this.#slot)
  }
}

/** Short words at the lower edge: something was done, with a way back. */
export class ToastController extends ContextController<'toasts'> {
  constructor(host: ReactiveElement) {
    super(host, 'toasts')
  }
  show(toast: Toast): void {
    this.service.show(toast)
  }
}

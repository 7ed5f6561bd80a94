import { LeaveController } from '@liaison/sdk/web'
import type { LitElement, ReactiveController } from 'lit'

/** Knows whether something was typed into a form and is not saved, and asks before the form is left for another of the same list. */
export class TypedController implements ReactiveController {
  readonly #host: LitElement
  isTyped = false

  constructor(host: LitElement) {
    this.#host = host
    host.addController(this)
    new LeaveController(host, () => this.isTyped, { samePage: true })
  }
  hostConnected(): void {
    this.#host.addEventListener('input', this.#onInput)
  }
  hostDisconnected(): void {
    this.#host.removeEventListener('input', this.#onInput)
  }

  /** Something was chosen that is no field. */
  readonly touch = (): void => {
    this.isTyped = true
  }
  /** All is saved, or given up. */
  readonly settle = (): void => {
    this.isTyped = false
  }

  /** What is typed into the parts in between, such as a search, is theirs. */
  readonly #onInput = (event: Event) => {
    const field = event.composedPath()[0]
    if (field instanceof Node && field.getRootNode() === this.#host.renderRoot) this.touch()
  }
}

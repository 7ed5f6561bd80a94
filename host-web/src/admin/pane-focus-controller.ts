import type { Route } from '@liaison/sdk/web'
import type { LitElement, ReactiveController } from 'lit'
import { focusHeading } from '../shell/focus-heading.ts'

const pane = '.ln-detail'
type Host = LitElement & { route: Route | undefined }

/**
 * Keeps the keyboard where it was on a page whose pane opens and closes by the address: a pane that closes gives the focus back to
 * what opened it; one that hides what opened it, as on a phone, or shows what was just made, takes the focus.
 */
export class PaneFocusController implements ReactiveController {
  readonly #host: Host
  #route: Route | undefined
  #opener: HTMLElement | undefined
  #wasHere = false

  constructor(host: Host) {
    this.#host = host
    host.addController(this)
  }
  hostConnected(): void {}

  hostUpdate(): void {
    const held = this.#held
    this.#wasHere = held !== undefined
    if (this.#host.route === this.#route) return
    const isFirst = this.#route === undefined
    this.#route = this.#host.route
    if (held !== undefined && held.closest(pane) === null) this.#opener = innermost(held)
    // What lies inside is drawn after the page itself; and a button that was pressed may have lost the focus long before.
    if (!isFirst) requestAnimationFrame(() => this.#keep(document.activeElement === document.body))
  }
  hostUpdated(): void {
    this.#keep(this.#wasHere && !hasPlace(this.#held))
  }

  #keep(isLost: boolean) {
    if (!isLost) return
    const open = this.#host.renderRoot.querySelector<HTMLElement>(pane)
    if (open !== null) enter(open)
    else if (this.#opener !== undefined && hasPlace(this.#opener)) this.#opener.focus()
    else focusHeading(this.#host)
  }

  /** What of the page itself has the focus, or holds what has it */
  get #held(): HTMLElement | undefined {
    const active = this.#host.renderRoot instanceof ShadowRoot ? this.#host.renderRoot.activeElement : null
    return active instanceof HTMLElement ? active : undefined
  }
}

function enter(open: HTMLElement) {
  const headings = (open.shadowRoot ?? open).querySelectorAll<HTMLElement>('h1, h2')
  const target = [...headings].find(hasPlace) ?? open
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1
  target.focus({ preventScroll: true })
}
function innermost(element: HTMLElement): HTMLElement {
  const inner = element.shadowRoot?.activeElement
  return inner instanceof HTMLElement ? innermost(inner) : element
}
const hasPlace = (element: HTMLElement | undefined): boolean => element?.isConnected === true && element.checkVisibility()

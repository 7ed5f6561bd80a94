import { css, html, LitElement } from 'lit'
import { LocalizeController } from '../controllers.ts'
import { define } from '../define.ts'

const styles = css`
  :host {
    position: absolute;
    inset: 0 -4px 0 auto;
    z-index: var(--ln-z-bar);
    width: 7px;
  }
  :host([edge='start']) {
    inset: 0 auto 0 -4px;
  }
  div {
    height: 100%;
    cursor: col-resize;
    touch-action: none;
    outline: none;
  }
  div::after {
    content: '';
    position: absolute;
    inset: 0 3px;
    background: transparent;
    transition: background-color var(--ln-medium) var(--ln-ease);
  }
  div:hover::after,
  div:focus-visible::after,
  div.is-moving::after {
    background: var(--ln-accent);
  }
  @media (max-width: 719px) {
    :host {
      display: none;
    }
  }
`
const step = 16

/** The edge of a pane: drag it, or use the arrow keys. The width is kept on this device under `name`. */
export class LnResizer extends LitElement {
  static override properties = {
    name: {},
    edge: { reflect: true },
    min: { type: Number },
    max: { type: Number },
    width: { state: true },
    moving: { state: true },
  }
  static override styles = styles
  /** Where the width is kept: `im.list` */
  declare name: string
  /** Which edge of the pane it is; default `end` */
  declare edge: 'start' | 'end'
  /** px */
  declare min: number
  declare max: number
  declare width: number
  declare moving: boolean

  #localize = new LocalizeController(this)

  constructor() {
    super()
    this.edge = 'end'
    this.moving = false
  }

  override connectedCallback() {
    super.connectedCallback()
    void this.updateComplete.then(() => {
      const kept = Number(localStorage.getItem(this.#key))
      if (kept > 0) this.#set(kept)
      else this.width = Math.round(this.#pane?.getBoundingClientRect().width ?? this.min)
    })
  }

  override render() {
    return html`<div
      class=${this.moving ? 'is-moving' : ''}
      role="separator"
      tabindex="0"
      aria-orientation="vertical"
      aria-label=${this.#localize.text('ln.resize')}
      aria-valuemin=${this.min}
      aria-valuemax=${this.max}
      aria-valuenow=${this.width ?? this.min}
      @pointerdown=${this.#onDown}
      @pointermove=${this.#onMove}
      @pointerup=${this.#onUp}
      @pointercancel=${this.#onUp}
      @keydown=${this.#onKey}
    ></div>`
  }

  get #key() {
    return `liaison.width.${this.name}`
  }
  get #pane() {
    return this.parentElement
  }

  #set(width: number) {
    this.width = Math.round(Math.min(this.max, Math.max(this.min, width)))
    this.#pane?.style.setProperty('width', `${this.width}px`)
  }
  #keep() {
    localStorage.setItem(this.#key, String(this.width))
  }

  #onDown(event: PointerEvent) {
    ;(event.currentTarget as HTMLElement).setPointerCapture(event.pointerId)
    this.moving = true
  }
  #onMove(event: PointerEvent) {
    const pane = this.#pane?.getBoundingClientRect()
    if (this.moving && pane !== undefined) this.#set(this.edge === 'end' ? event.clientX - pane.left : pane.right - event.clientX)
  }
  #onUp() {
    this.moving = false
    this.#keep()
  }
  #onKey(event: KeyboardEvent) {
    const wider = this.edge === 'end' ? 'ArrowRight' : 'ArrowLeft'
    const narrower = this.edge === 'end' ? 'ArrowLeft' : 'ArrowRight'
    if (event.key === wider) this.#set(this.width + step)
    else if (event.key === narrower) this.#set(this.width - step)
    else if (event.key === 'Home') this.#set(this.min)
    else if (event.key === 'End') this.#set(this.max)
    else return
    event.preventDefault()
    this.#keep()
  }
}
define('ln-resizer', LnResizer)

import { define, LocalizeController, partsStyles } from '@liaison/sdk/web'
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { TourEndedEvent } from './tour-ended.event.ts'
import type { TourStep } from './tour-steps.ts'
import { styles } from './tour.styles.ts'

/** Between the thing and its frame, and between frame and card, in px */
const frame = 4
const gap = 16
const cardWidth = 400

/**
 * Shows one thing of the shell after the other: everything else lies under a scrim. The dialog holds the focus; Esc leaves.
 * @fires ln-tour-ended
 */
export class LnTour extends LitElement {
  static override properties = { steps: { attribute: false }, at: { state: true } }
  static override styles = [...partsStyles, styles]
  declare steps: readonly TourStep[]
  declare at: number

  #localize = new LocalizeController(this)
  #sizes = new ResizeObserver(() => this.#place())

  constructor() {
    super()
    this.steps = []
    this.at = 0
  }

  override connectedCallback() {
    super.connectedCallback()
    this.#sizes.observe(document.documentElement)
  }
  override disconnectedCallback() {
    super.disconnectedCallback()
    this.#sizes.disconnect()
  }

  override render() {
    const { text } = this.#localize
    const { steps, at } = this
    const step = steps[at]
    if (step === undefined) return nothing
    const next = steps[at + 1]
    const count = steps.length
    return html`<dialog aria-label=${text('tour.label', { at: at + 1, count })} @cancel=${this.#onCancel} @keydown=${this.#onKey}>
      <div class="hole" aria-hidden="true"></div>
      <section class="card">
        <div class="top">
          <small>${text('tour.step', { at: at + 1, count })}</small>
          <ol class="dots" aria-hidden="true">
            ${steps.map((_step, other) => html`<li aria-current=${other === at ? 'step' : nothing}></li>`)}
          </ol>
        </div>
        <div aria-live="polite">
          <h2>${step.title}</h2>
          <p>${step.text}</p>
        </div>
        <div class="foot">
          ${
            next === undefined
              ? html`<button class="ln-button is-quiet" type="button" @click=${() => (this.at -= 1)}>${text('tour.back')}</button>`
              : html`<button class="ln-button is-quiet" type="button" @click=${this.#end}>${text('tour.skip')}</button>`
          }
          <button class="ln-button is-primary" type="button" autofocus @click=${() => (next === undefined ? this.#end() : (this.at += 1))}>
            ${next === undefined ? text('tour.end') : text('tour.next.to', { title: next.title })}
          </button>
        </div>
      </section>
    </dialog>`
  }

  override updated(_changed: PropertyValues<this>) {
    const dialog = this.renderRoot.querySelector('dialog')
    if (dialog?.open === false) dialog.showModal()
    this.#place()
    this.renderRoot.querySelector<HTMLElement>('.is-primary')?.focus()
  }

  /** Round what the step is about; without it the card stands in the middle. */
  #place() {
    const hole = this.renderRoot.querySelector<HTMLElement>('.hole')
    const card = this.renderRoot.querySelector<HTMLElement>('.card')
    if (hole === null || card === null) return
    const box = this.steps[this.at]?.target()?.getBoundingClientRect()
    const isThere = box !== undefined && box.width > 0
    hole.classList.toggle('is-nowhere', !isThere)
    const { left, top, width, height } = isThere ? box : new DOMRect(innerWidth / 2, innerHeight / 3, 0, 0)
    put(hole, { left: Math.max(left - frame, 2), top: top - frame, width: width + 2 * frame, height: height + 2 * frame })
    const isAtSide = left + width < innerWidth / 3
    const cardLeft = isAtSide ? left + width + gap : left + width / 2 - cardWidth / 2
    const cardTop = isAtSide ? top : top + height + gap
    put(card, {
      left: clamp(cardLeft, gap, innerWidth - cardWidth - gap),
      top: clamp(cardTop, gap, innerHeight - card.offsetHeight - gap),
    })
  }

  readonly #end = () => {
    this.renderRoot.querySelector('dialog')?.close()
    this.dispatchEvent(new TourEndedEvent())
  }
  readonly #onCancel = (event: Event) => {
    event.preventDefault()
    this.#end()
  }
  readonly #onKey = ({ key }: KeyboardEvent) => {
    if (key === 'ArrowRight' && this.at < this.steps.length - 1) this.at += 1
    if (key === 'ArrowLeft' && this.at > 0) this.at -= 1
  }
}

function put(element: HTMLElement, sizes: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(sizes)) element.style.setProperty(name, `${Math.round(value)}px`)
}
const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, Math.max(least, most)))
define('ln-tour', LnTour)

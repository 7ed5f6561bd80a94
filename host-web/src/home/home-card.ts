import { define, partsStyles, skeletonLines, unexpectedAnswer, type WebCard } from '@liaison/sdk/web'
import { css, html, LitElement, type PropertyValues } from 'lit'
import { contain } from '../plugins/contain.ts'

const styles = css`
  :host {
    display: flex;
    flex-direction: column;
  }
  .home-wait {
    display: grid;
    gap: var(--ln-space-3);
    padding: var(--ln-space-2);
  }
`

/** Holds the card of a module: loads it, and keeps its faults in its place. */
export class LnHomeCard extends LitElement {
  static override properties = { card: { attribute: false }, content: { state: true }, failed: { state: true } }
  static override styles = [...partsStyles, styles]
  declare card: WebCard
  declare content: HTMLElement | undefined
  declare failed: boolean

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('card')) void this.#load()
  }

  override render() {
    if (this.failed) return html`<ln-problem .problem=${unexpectedAnswer()} retry @ln-retry=${this.#load}></ln-problem>`
    return this.content ?? html`<div class="home-wait" aria-busy="true">${skeletonLines(3)}</div>`
  }

  readonly #load = async () => {
    this.failed = false
    try {
      await this.card.load()
      const content = document.createElement(this.card.element)
      contain(content, this.#fail)
      this.content = content
    } catch (error) {
      this.#fail(error)
    }
  }

  readonly #fail = (error: unknown) => {
    reportError(error)
    this.content = undefined
    this.failed = true
  }
}
define('ln-home-card', LnHomeCard)

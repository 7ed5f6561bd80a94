import { define, empty, LocalizeController, partsStyles, RetryEvent } from '@liaison/sdk/web'
import { wifiOff } from '@liaison/sdk/icons'
import { css, html, LitElement } from 'lit'

const styles = css`
  :host {
    display: grid;
    place-items: center;
    min-height: 100dvh;
    background: var(--ln-surface);
  }
`
const retryMs = 5_000

/** The server does not answer. It is asked again by itself. @fires ln-retry */
export class LnUnreachable extends LitElement {
  static override styles = [partsStyles, styles]

  #localize = new LocalizeController(this)
  #timer: ReturnType<typeof setInterval> | undefined

  override connectedCallback() {
    super.connectedCallback()
    this.#timer = setInterval(this.#retry, retryMs)
    addEventListener('online', this.#retry)
  }
  override disconnectedCallback() {
    super.disconnectedCallback()
    clearInterval(this.#timer)
    removeEventListener('online', this.#retry)
  }

  override render() {
    const { text } = this.#localize
    return html`<main role="alert">
      ${empty({
        icon: wifiOff,
        title: text('shell.unreachable.title'),
        text: text('shell.unreachable.text'),
        action: html`<button class="ln-button is-primary" @click=${this.#retry}>${text('ln.retry')}</button>`,
      })}
    </main>`
  }

  readonly #retry = () => this.dispatchEvent(new RetryEvent())
}
define('ln-unreachable', LnUnreachable)

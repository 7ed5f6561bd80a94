import type { Locale } from '@liaison/sdk'
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
/** Here, and not with the other words: those come from the server that does not answer. */
const texts: Readonly<Record<Locale, { title: string; text: string; retry: string }>> = {
  'zh-CN': { title: '连不上服务器', text: '请检查网络。恢复后会自动重试，也可以现在就试。', retry: '重试' },
  en: { title: 'The server cannot be reached', text: 'Check your network. We keep trying; you can also try now.', retry: 'Try again' },
}
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
    const words = texts[this.#localize.locale]
    return html`<main role="alert">
      ${empty({
        icon: wifiOff,
        title: words.title,
        text: words.text,
        action: html`<button class="ln-button is-primary" @click=${this.#retry}>${words.retry}</button>`,
      })}
    </main>`
  }

  readonly #retry = () => this.dispatchEvent(new RetryEvent())
}
define('ln-unreachable', LnUnreachable)

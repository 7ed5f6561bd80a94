import { ContextController, define, each, icon, LiveController, LocalizeController, partsStyles, type ShownToast } from '@liaison/sdk/web'
import { x } from '@liaison/sdk/icons'
import { css, html, LitElement, nothing } from 'lit'

const styles = css`
  :host {
    position: fixed;
    inset: auto 0 24px;
    z-index: var(--ln-z-toast);
    display: grid;
    justify-items: center;
    gap: var(--ln-space-2);
    padding: 0 var(--ln-space-4);
    pointer-events: none;
  }
  .ln-toast {
    pointer-events: auto;
  }
  @media (max-width: 719px) {
    :host {
      inset: auto 0 72px;
    }
  }
`
const shownMs = 6_000

/** Draws the toasts and takes each away after a while; not while the pointer or the focus is on it. */
export class LnToasts extends LitElement {
  static override styles = [...partsStyles, styles]

  #localize = new LocalizeController(this)
  #toasts = new ContextController(this, 'toasts')
  #shown = new LiveController(this, () => this.#toasts.service.shown)
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>()

  override render() {
    return html`<div role="status" aria-label=${this.#localize.text('shell.notices')}>
      ${each(
        this.#shown.value ?? [],
        ({ id }) => id,
        (toast) => this.#toast(toast),
      )}
    </div>`
  }

  override updated() {
    for (const { id } of this.#shown.value ?? []) if (!this.#timers.has(id)) this.#goSoon(id)
  }

  #toast({ id, text, action }: ShownToast) {
    const stay = () => clearTimeout(this.#timers.get(id))
    const go = () => this.#goSoon(id)
    const run = () => {
      action?.run()
      this.#toasts.service.dismiss(id)
    }
    return html`<div class="ln-toast" @pointerenter=${stay} @pointerleave=${go} @focusin=${stay} @focusout=${go}>
      <span>${text}</span>
      ${action === undefined ? nothing : html`<button class="ln-button is-quiet is-small" type="button" @click=${run}>${action.label}</button>`}
      <button
        class="ln-button is-quiet is-icon is-small"
        type="button"
        aria-label=${this.#localize.text('ln.close')}
        @click=${() => this.#toasts.service.dismiss(id)}
      >
        ${icon(x)}
      </button>
    </div>`
  }

  #goSoon(id: number) {
    clearTimeout(this.#timers.get(id))
    this.#timers.set(
      id,
      setTimeout(() => this.#toasts.service.dismiss(id), shownMs),
    )
  }
}
define('ln-toasts', LnToasts)

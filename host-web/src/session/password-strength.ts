import { define, LocalizeController } from '@liaison/sdk/web'
import { css, html, LitElement, nothing } from 'lit'
import { strengthOf } from './strength.ts'

const styles = css`
  :host {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
    min-height: 16px;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  i {
    flex: none;
    width: 24px;
    height: 4px;
    border-radius: var(--ln-radius-full);
    background: var(--ln-border);
  }
  div {
    display: flex;
    gap: 3px;
  }
  [data-level='1'] > :nth-child(-n + 1) {
    background: var(--ln-danger);
  }
  [data-level='2'] > :nth-child(-n + 2) {
    background: var(--ln-warning);
  }
  [data-level='3'] > :nth-child(-n + 3),
  [data-level='4'] > i {
    background: var(--ln-success);
  }
`

/** Says beside a password field how hard what is typed there would be to guess. A hint: the server decides. */
export class LnPasswordStrength extends LitElement {
  static override properties = { minLength: { type: Number }, value: { state: true } }
  static override styles = styles
  declare minLength: number
  declare value: string

  #localize = new LocalizeController(this)
  #stop = new AbortController()

  constructor() {
    super()
    this.minLength = 10
    this.value = ''
  }

  override connectedCallback() {
    super.connectedCallback()
    this.#stop = new AbortController()
    const { signal } = this.#stop
    const input = this.parentElement?.querySelector('input')
    input?.addEventListener('input', () => (this.value = input.value), { signal })
    input?.form?.addEventListener('reset', () => (this.value = ''), { signal })
  }
  override disconnectedCallback() {
    super.disconnectedCallback()
    this.#stop.abort()
  }

  override render() {
    if (this.value === '') return html`<span>${this.#localize.text('setup.password.hint', { count: this.minLength })}</span>`
    const level = strengthOf(this.value, this.minLength)
    const words = level === 0 ? 'setup.password.hint' : `setup.password.strength.${level}`
    return html`${level === 0 ? nothing : html`<div data-level=${level} aria-hidden="true"><i></i><i></i><i></i><i></i></div>`}
      <span role="status">${this.#localize.text(words, { count: this.minLength })}</span>`
  }
}
define('ln-password-strength', LnPasswordStrength)

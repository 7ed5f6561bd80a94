import { css, html, LitElement, nothing } from 'lit'
import { type BlockedContent, contentBlocked } from '../../contract/content-blocked.ts'
import type { Problem } from '../../contract/problem.ts'
import { LocalizeController } from '../controllers.ts'
import { define } from '../define.ts'
import { icon } from '../icon.ts'
import { circleAlert } from '../icons/lucide.ts'
import { partsStyles } from '../styles/parts.styles.ts'
import { RetryEvent } from './retry.event.ts'

const styles = css`
  :host {
    display: contents;
  }
  p {
    flex: 1;
    min-width: 0;
  }
  small {
    display: block;
    color: var(--ln-text-2);
    font: var(--ln-text-small);
  }
  .ln-banner {
    border-radius: var(--ln-radius);
  }
`

/** What went wrong, in words. With `retry` it offers to try again. @fires ln-retry */
export class LnProblem extends LitElement {
  static override properties = { problem: { attribute: false }, retry: { type: Boolean } }
  static override styles = [partsStyles, styles]
  declare problem: Problem | undefined
  declare retry: boolean

  #localize = new LocalizeController(this)

  override render() {
    if (this.problem === undefined) return nothing
    const { members, type, status } = this.problem
    const { traceId } = members
    const blocked = type === contentBlocked.type ? (members as unknown as BlockedContent) : undefined
    return html`<div class="ln-banner" data-tone="danger" role="alert">
      ${icon(circleAlert)}
      <p>
        ${this.#localize.problem(this.problem)}
        ${blocked === undefined ? nothing : html`<small>${this.#localize.text('ln.problem.rule', { rule: blocked.rule, reason: blocked.reason ?? '' })}</small>`}
        ${typeof traceId === 'string' && status >= 500 ? html`<small>${this.#localize.text('ln.problem.trace', { traceId })}</small>` : nothing}
      </p>
      ${this.retry ? html`<button class="ln-button is-small" @click=${this.#onRetry}>${this.#localize.text('ln.retry')}</button>` : nothing}
    </div>`
  }

  #onRetry() {
    this.dispatchEvent(new RetryEvent())
  }
}
define('ln-problem', LnProblem)

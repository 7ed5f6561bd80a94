import { type ContentFinding, tryContentRules } from '@liaison/sdk/platform'
import { Action, ApiController, define, icon, LocalizeController, partsStyles } from '@liaison/sdk/web'
import { ban, circleCheck, hand } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { actionBadge, type RuleAction, type RuleKind } from './rule-words.ts'
import { styles } from './trial-box.styles.ts'

export interface DraftRule {
  readonly name: string
  readonly kind: RuleKind
  readonly action: RuleAction
  readonly terms: string[]
}
interface Trial {
  readonly text: string
  readonly outcome: 'pass' | 'flag' | 'block'
  readonly findings: readonly ContentFinding[]
}

const shownAtOnce = 20
const icons = { pass: circleCheck, flag: hand, block: ban }

/** Shows what would become of a text: the outcome, which rule, where. Nothing is stored. */
export class LnContentTrial extends LitElement {
  static override properties = { draft: { attribute: false }, alone: { state: true }, trial: { state: true } }
  static override styles = [...partsStyles, styles]
  /** The rule as it stands in the editor; undefined where none is open or nothing is in it yet */
  declare draft: (() => DraftRule | undefined) | undefined
  /** The draft alone, not the rules in force */
  declare alone: boolean
  declare trial: Trial | undefined

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #run = new Action(this, async (text: string, outside: boolean) => {
    this.trial = undefined
    const draft = this.alone ? this.draft?.() : undefined
    const body = { text, outside, ...(draft !== undefined && { draft }) }
    this.trial = { text, ...(await this.#api.call(tryContentRules, { body })) }
  })

  constructor() {
    super()
    this.alone = true
  }

  override render() {
    const { text } = this.#localize
    return html`<form @submit=${this.#onSubmit}>
        <div class="ln-field">
          <label class="ln-field-label" for="trial">${text('content-filter.try')}</label>
          <textarea
            class="ln-textarea"
            id="trial"
            name="text"
            rows="3"
            required
            maxlength="20000"
            aria-describedby="trial-hint"
            aria-label=${text('content-filter.try.text')}
          ></textarea>
          <span class="ln-field-hint" id="trial-hint">${text('content-filter.try.hint')}</span>
        </div>
        <div class="how">
          ${this.draft === undefined ? nothing : this.#which()}
          <label class="ln-check"><input type="checkbox" name="outside" />${text('content-filter.try.outside')}</label>
          <button class="ln-button" type="submit" ?disabled=${this.#run.pending}>${text('content-filter.try.run')}</button>
        </div>
      </form>
      <ln-problem .problem=${this.#run.problem}></ln-problem>
      <div aria-live="polite">${this.trial === undefined ? nothing : this.#outcome(this.trial)}</div>`
  }

  #which(): TemplateResult {
    const { text } = this.#localize
    return html`<label class="ln-check"
        ><input
          type="radio"
          name="which"
          .checked=${this.alone}
          @change=${() => (this.alone = true)}
        />${text('content-filter.try.draft')}</label
      >
      <label class="ln-check"
        ><input
          type="radio"
          name="which"
          .checked=${!this.alone}
          @change=${() => (this.alone = false)}
        />${text('content-filter.try.all')}</label
      >`
  }

  #outcome({ text: tried, outcome, findings }: Trial): TemplateResult {
    const words = this.#localize
    return html`<p class="outcome is-${outcome}">
        ${icon(icons[outcome])}<strong>${words.text(`content-filter.outcome.${outcome}`)}</strong>
        ${findings.length === 0 ? nothing : html`<span>${words.text('content-filter.found', { count: findings.length })}</span>`}
      </p>
      ${
        findings.length === 0
          ? nothing
          : html`<p class="tried" aria-hidden="true">${marked(tried, findings)}</p>
              <ul>
                ${findings
                  .slice(0, shownAtOnce)
                  .map(
                    ({ rule, action, from, to }) =>
                      html`<li>
                        ${actionBadge(action, words)}<span
                          >${rule === '' ? nothing : html`<b>${rule}</b> `}${words.text('content-filter.found.at', { found: tried.slice(from, to), from: from + 1, to })}</span
                        >
                      </li>`,
                  )}
              </ul>`
      }`
  }

  readonly #onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    const data = new FormData(event.target as HTMLFormElement)
    const text = String(data.get('text') ?? '')
    if (text.trim() !== '') void this.#run.start(text, data.has('outside'))
  }
}

/** The text with what was found marked; places that overlap become one. */
function marked(text: string, findings: readonly ContentFinding[]): unknown[] {
  const parts: unknown[] = []
  let at = 0
  for (const { from, to, action } of findings) {
    if (to <= at) continue
    const begin = Math.max(from, at)
    parts.push(text.slice(at, begin), html`<mark class="is-${action}">${text.slice(begin, to)}</mark>`)
    at = to
  }
  return [...parts, text.slice(at)]
}
define('ln-content-trial', LnContentTrial)

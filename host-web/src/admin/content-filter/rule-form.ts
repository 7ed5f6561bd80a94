import {
  changeContentRule,
  contentMarks,
  type ContentRuleDetail,
  type ContentRuleWish,
  createContentRule,
  deleteContentRule,
} from '@liaison/sdk/platform'
import type { InputError, PlatformInformation, Problem } from '@liaison/sdk'
import { Action, ApiController, define, icon, LocalizeController, partsStyles, ToastController } from '@liaison/sdk/web'
import { chevronDown } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { TypedController } from '../typed-controller.ts'
import { styles } from './rule-form.styles.ts'
import { RuleDeletedEvent, RuleSavedEvent } from './rule-saved.event.ts'
import { actions, type RuleAction, type RuleKind, kinds, termFault } from './rule-words.ts'
import './trial-box.ts'
import type { DraftRule } from './trial-box.ts'

/** Makes a rule, or changes one; with a box to try it out. @fires ln-content-rule-saved, ln-content-rule-deleted */
export class LnContentRuleForm extends LitElement {
  static override properties = {
    rule: { attribute: false },
    modules: { attribute: false },
    kind: { state: true },
    action: { state: true },
    count: { state: true },
    asking: { state: true },
  }
  static override styles = [...partsStyles, styles]
  /** Undefined: a new one */
  declare rule: ContentRuleDetail | undefined
  declare modules: PlatformInformation['modules']
  declare kind: RuleKind
  declare action: RuleAction
  declare count: number
  declare asking: boolean

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #toasts = new ToastController(this)
  #typed = new TypedController(this)
  #save = new Action(this, async (wish: ContentRuleWish) => {
    const { rule } = this
    const saved =
      rule === undefined
        ? await this.#api.call(createContentRule, { body: wish })
        : await this.#api.call(changeContentRule, { params: { id: rule.id }, body: wish }, { version: rule.version })
    this.#typed.settle()
    this.#toasts.show({ text: this.#localize.text('content-filter.saved', { name: saved.name }) })
    this.dispatchEvent(new RuleSavedEvent(saved))
  })
  #delete = new Action(this, async ({ id, name }: ContentRuleDetail) => {
    await this.#api.call(deleteContentRule, { params: { id } })
    this.#typed.settle()
    this.asking = false
    this.#toasts.show({ text: this.#localize.text('content-filter.deleted', { name }) })
    this.dispatchEvent(new RuleDeletedEvent())
  })

  constructor() {
    super()
    this.modules = []
    this.asking = false
    this.kind = 'dictionary'
    this.action = 'block'
    this.count = 0
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('rule') || this.hasUpdated) return
    this.kind = this.rule?.kind ?? 'dictionary'
    this.action = this.rule?.action ?? 'block'
    this.count = this.rule?.terms.length ?? 0
    this.#save.reset()
  }

  override render() {
    const { text } = this.#localize
    const { rule } = this
    return html`<div class="ln-scroll fields">
        <form id="rule" @submit=${this.#onSubmit} autocomplete="off">
          ${this.#trouble(this.#save.problem)}
          <div class="ln-field">
            <label class="ln-field-label" for="name">${text('content-filter.name')}</label>
            <input class="ln-input" id="name" name="name" required maxlength="60" aria-describedby="name-hint" .value=${rule?.name ?? ''} />
            <span class="ln-field-hint" id="name-hint">${text('content-filter.name.hint')}</span>
          </div>
          ${this.#choice('kind', kinds, this.kind, (kind) => (this.kind = kind))}
          <fieldset>
            <legend class="ln-field-label">${text(`content-filter.terms.${this.kind}`)}</legend>
            ${this.kind === 'mark' ? this.#marks() : this.#terms()}
          </fieldset>
          ${this.#choice('action', actions, this.action, (action) => (this.action = action))}
          <span class="ln-field-hint">${text(`content-filter.action.${this.action}.hint`)}</span>
          ${this.#reach()} ${this.modules.length === 0 ? nothing : this.#modules()}
          <div class="ln-field">
            <label class="ln-field-label" for="reason">${text('content-filter.reason')}</label>
            <input class="ln-input" id="reason" name="reason" maxlength="200" aria-describedby="reason-hint" .value=${rule?.reason ?? ''} />
            <span class="ln-field-hint" id="reason-hint">${text('content-filter.reason.hint')}</span>
          </div>
        </form>
        <ln-content-trial .draft=${this.#draft}></ln-content-trial>
      </div>
      <footer>
        ${
          rule === undefined
            ? nothing
            : html`<button class="ln-button is-danger" type="button" @click=${() => (this.asking = true)}>
                ${text('content-filter.delete')}
              </button>`
        }
        <button class="ln-button is-primary" type="submit" form="rule" ?disabled=${this.#save.pending}>
          ${text('content-filter.save')}
        </button>
      </footer>
      ${rule === undefined ? nothing : this.#question(rule)}`
  }

  #choice<Choice extends string>(name: string, choices: readonly Choice[], present: Choice, choose: (choice: Choice) => void) {
    const { text } = this.#localize
    return html`<fieldset>
      <legend class="ln-field-label">${text(`content-filter.${name}`)}</legend>
      <div class="ln-segmented" role="group" aria-label=${text(`content-filter.${name}`)}>
        ${choices.map(
          (choice) =>
            html`<button
              type="button"
              aria-pressed=${choice === present ? 'true' : 'false'}
              @click=${() => {
                this.#typed.touch()
                choose(choice)
              }}
            >
              ${text(`content-filter.${name}.${choice}`)}
            </button>`,
        )}
      </div>
    </fieldset>`
  }

  #marks(): TemplateResult {
    const chosen = this.rule?.kind === 'mark' ? this.rule.terms : contentMarks
    return html`<div class="choices">
        ${contentMarks.map(
          (mark) =>
            html`<label class="ln-check"
              ><input type="checkbox" name="marks" value=${mark} .checked=${chosen.some((one) => one === mark)} />${mark}</label
            >`,
        )}
      </div>
      <span class="ln-field-hint">${this.#localize.text('content-filter.terms.mark.hint')}</span>`
  }

  #terms(): TemplateResult {
    const { text } = this.#localize
    const value = this.rule?.kind === this.kind ? this.rule.terms.join('\n') : ''
    return html`<textarea
        class="ln-textarea terms is-${this.kind}"
        name="terms"
        rows="7"
        required
        spellcheck="false"
        aria-label=${text(`content-filter.terms.${this.kind}`)}
        aria-describedby="terms-hint"
        .value=${value}
        @input=${(event: Event) => (this.count = linesOf((event.target as HTMLTextAreaElement).value).length)}
      ></textarea>
      <span class="ln-field-hint" id="terms-hint"
        >${text('content-filter.terms.count', { count: this.count })} · ${text(`content-filter.terms.${this.kind}.hint`)}</span
      >`
  }

  #reach(): TemplateResult {
    const { text } = this.#localize
    const present = this.rule?.reach ?? 'all'
    return html`<div class="ln-field">
      <label class="ln-field-label" for="reach">${text('content-filter.reach')}</label>
      <span class="ln-select-wrap"
        ><select class="ln-select" id="reach" name="reach">
          ${(['all', 'outside'] as const).map(
            (reach) => html`<option value=${reach} ?selected=${reach === present}>${text(`content-filter.reach.${reach}`)}</option>`,
          )}</select
        >${icon(chevronDown)}</span
      >
    </div>`
  }

  #modules(): TemplateResult {
    const { text, locale } = this.#localize
    const chosen = this.rule?.modules ?? []
    return html`<fieldset>
      <legend class="ln-field-label">${text('content-filter.modules')}</legend>
      <div class="choices">
        ${this.modules.map(
          ({ id, title }) =>
            html`<label class="ln-check"
              ><input type="checkbox" name="modules" value=${id} .checked=${chosen.includes(id)} />${title[locale]}</label
            >`,
        )}
      </div>
      <span class="ln-field-hint">${text('content-filter.modules.hint')}</span>
    </fieldset>`
  }

  /** Which line of the terms is wrong, as the server says it. */
  #trouble(problem: Problem | undefined): TemplateResult {
    const lines = problemLines(problem)
    const terms = this.renderRoot.querySelector<HTMLFormElement>('#rule')
    const given = terms === null ? [] : this.#wishOf(terms).terms
    return html`<ln-problem .problem=${problem}></ln-problem> ${lines.map(
        ({ line, message }) =>
          html`<p class="ln-field-error">
            ${this.#localize.text('content-filter.terms.line', { line: line + 1, term: given[line] ?? '', message: termFault(message, this.#localize) })}
          </p>`,
      )}`
  }

  #question(rule: ContentRuleDetail): TemplateResult {
    const { text } = this.#localize
    return html`<ln-dialog
      .open=${this.asking}
      .heading=${text('content-filter.delete.ask', { name: rule.name })}
      @ln-dialog-closed=${() => (this.asking = false)}
    >
      <ln-problem .problem=${this.#delete.problem}></ln-problem>
      <p>${text('content-filter.delete.text')}</p>
      <button slot="foot" class="ln-button" type="button" @click=${() => (this.asking = false)}>${text('ln.cancel')}</button>
      <button
        slot="foot"
        class="ln-button is-danger"
        type="button"
        ?disabled=${this.#delete.pending}
        @click=${() => this.#delete.start(rule)}
      >
        ${text('content-filter.delete')}
      </button>
    </ln-dialog>`
  }

  readonly #onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    void this.#save.start(this.#wishOf(event.target as HTMLFormElement))
  }

  /** The rule as it stands in the fields. */
  readonly #draft = (): DraftRule | undefined => {
    const { name, kind, action, terms } = this.#wishOf(this.renderRoot.querySelector<HTMLFormElement>('#rule')!)
    return terms.length === 0 ? undefined : { name: name === '' ? this.#localize.text('content-filter.new') : name, kind, action, terms }
  }

  #wishOf(form: HTMLFormElement): ContentRuleWish {
    const data = new FormData(form)
    const given = (name: string): string => String(data.get(name) ?? '').trim()
    return {
      name: given('name'),
      ...{ kind: this.kind, action: this.action },
      reach: given('reach') === 'outside' ? 'outside' : 'all',
      modules: data.getAll('modules').map(String),
      reason: given('reason') === '' ? null : given('reason'),
      terms: this.kind === 'mark' ? data.getAll('marks').map(String) : linesOf(String(data.get('terms') ?? '')),
    }
  }
}

const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
]

function problemLines(problem: Problem | undefined): readonly { line: number; message: string }[] {
  const errors = (problem?.members['errors'] ?? []) as readonly InputError[]
  return errors.flatMap(({ pointer, message }) => {
    const line = /^\/body\/terms\/(\d+)$/.exec(pointer)?.[1]
    return line === undefined ? [] : [{ line: Number(line), message }]
  })
}
define('ln-content-rule-form', LnContentRuleForm)

import type { PersonSummary } from '@liaison/sdk'
import { changeModule, type Department, type ModuleEntry, type RollOutForecast, type RollOutStep } from '@liaison/sdk/platform'
import { Action, ApiController, avatar, define, DialogClosedEvent, each, icon, LocalizeController, partsStyles } from '@liaison/sdk/web'
import { x } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { TypedController } from '../typed-controller.ts'
import { linesOf, treeOf } from '../departments/department-model.ts'
import type { PersonChosenEvent } from '../person-search/person-chosen.event.ts'
import { forecastWords } from './forecast-words.ts'
import { ModuleChangedEvent } from './module-changed.event.ts'
import { styles } from './step-dialog.styles.ts'
import { draftOf, faultOf, kinds, type StepDraft, stepOf } from './step-draft.ts'
import '../person-search/person-search.ts'

/** Quiet time before the effect is worked out, ms */
const pause = 300
type Steps = readonly RollOutStep[]

/** Whom a step opens for, from when and until when, with what comes of it. @fires ln-module-changed, ln-dialog-closed */
export class LnStepDialog extends LitElement {
  static override properties = {
    entry: { attribute: false },
    at: { attribute: false },
    departments: { attribute: false },
    people: { attribute: false },
    draft: { state: true },
    chosen: { state: true },
    forecast: { state: true },
    told: { state: true },
  }
  static override styles = [...partsStyles, styles]
  declare entry: ModuleEntry
  /** Place of the step; -1: a new one; undefined: closed */
  declare at: number | undefined
  declare departments: readonly Department[]
  /** Whom the steps name */
  declare people: readonly PersonSummary[]
  declare draft: StepDraft
  declare chosen: readonly PersonSummary[]
  declare forecast: RollOutForecast | undefined
  /** Faults are told once somebody has tried to save. */
  declare told: boolean

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #timer: ReturnType<typeof setTimeout> | undefined
  #asked = 0
  #foresee = new Action(this, async (steps: Steps) => {
    const asked = ++this.#asked
    const { forecast } = await this.#ask(steps, true)
    if (asked === this.#asked) this.forecast = forecast
  })
  #typed = new TypedController(this)
  #save = new Action(this, async (steps: Steps) => {
    const { module } = await this.#ask(steps, false)
    this.dispatchEvent(new ModuleChangedEvent(module))
    this.#onClosed()
  })

  constructor() {
    super()
    this.draft = draftOf(undefined, new Date())
    this.chosen = []
    this.told = false
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('at') || this.at === undefined) return
    this.draft = draftOf(this.#before, new Date())
    this.chosen = this.people.filter(({ id }) => this.draft.personIds.includes(id))
    this.forecast = undefined
    this.told = false
    this.#save.reset()
    this.#foresee.reset()
    this.#later()
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    clearTimeout(this.#timer)
  }

  override render() {
    const { text } = this.#localize
    const { draft, at } = this
    const fault = this.told ? faultOf(draft) : undefined
    return html`<ln-dialog
      .open=${at !== undefined}
      heading=${text(at === -1 ? 'modules.step.new' : 'modules.step.change')}
      @ln-dialog-closed=${this.#onClosed}
    >
      <form class="fields" id="step" novalidate @submit=${this.#onSubmit}>
        <ln-problem .problem=${this.#save.problem ?? this.#foresee.problem}></ln-problem>
        <fieldset>
          <legend class="ln-field-label">${text('modules.audience.label')}</legend>
          ${kinds.map(
            (kind) =>
              html`<label class="ln-check"
                ><input
                  type="radio"
                  name="kind"
                  .checked=${kind === draft.kind}
                  @change=${() => this.#set({ kind })}
                />${text(kind === 'percentage' ? 'modules.audience.percentage.label' : `modules.audience.${kind}`)}</label
              >`,
          )}
        </fieldset>
        ${this.#picker()}
        ${fault === 'empty' ? html`<p class="ln-field-error" role="alert">${text('modules.audience.empty')}</p>` : nothing}
        <div class="times">${this.#time('from')}${this.#time('until')}</div>
        ${fault === 'order' ? html`<p class="ln-field-error" role="alert">${text('modules.step.order')}</p>` : nothing}
        ${forecastWords({ forecast: this.forecast, place: at, isAsked: faultOf(draft) === undefined, words: this.#localize })}
      </form>
      ${
        at === undefined || at < 0
          ? nothing
          : html`<button slot="foot" class="ln-button is-danger" type="button" ?disabled=${this.#save.pending} @click=${this.#onRemove}>
              ${text('modules.step.remove')}
            </button>`
      }
      <button slot="foot" class="ln-button" type="button" @click=${this.#onClosed}>${text('admin.cancel')}</button>
      <button slot="foot" class="ln-button is-primary" type="button" ?disabled=${this.#save.pending} @click=${this.#onSave}>
        ${text('admin.save')}
      </button>
    </ln-dialog>`
  }

  #picker(): TemplateResult | typeof nothing {
    const { text } = this.#localize
    const { kind, percentage, departmentIds } = this.draft
    if (kind === 'departments') {
      const tree = treeOf(this.departments)
      return html`<div class="choices" role="group" aria-label=${text('modules.audience.departments.pick')} tabindex="-1">
        ${each(
          linesOf(tree.roots, new Set(tree.byId.keys())),
          ({ department }) => department.id,
          ({ department: { id, name }, level }) =>
            html`<label class="ln-check" data-level=${Math.min(level, 6)}
              ><input type="checkbox" .checked=${departmentIds.includes(id)} @change=${() => this.#toggle(id)} />${name}</label
            >`,
        )}
      </div>`
    }
    if (kind === 'people') return this.#people()
    if (kind !== 'percentage') return nothing
    return html`<div class="ln-field">
      <label class="ln-field-label" for="percentage">${text('modules.audience.percentage.field')}</label>
      <input
        class="ln-input"
        id="percentage"
        type="number"
        min="1"
        max="100"
        step="1"
        aria-describedby="percentage-hint"
        .value=${String(percentage)}
        @input=${(event: Event) => this.#set({ percentage: (event.target as HTMLInputElement).valueAsNumber })}
      />
      <span class="ln-field-hint" id="percentage-hint">${text('modules.audience.percentage.hint')}</span>
    </div>`
  }

  #people(): TemplateResult {
    const { text } = this.#localize
    return html`<ln-person-search
        .label=${text('modules.audience.people.pick')}
        .exclude=${this.draft.personIds}
        @ln-person-chosen=${({ person }: PersonChosenEvent) => this.#choose([...this.chosen, person])}
      ></ln-person-search>
      <ul class="chosen" ?hidden=${this.chosen.length === 0}>
        ${each(
          this.chosen,
          ({ id }) => id,
          (person) =>
            html`<li>
              ${avatar(person, { size: 20 })}<span>${person.name}</span><small>${person.affiliation ?? ''}</small
              ><button
                class="ln-button is-icon is-quiet is-small"
                type="button"
                aria-label=${text('modules.audience.people.remove', { name: person.name })}
                @click=${() => this.#choose(this.chosen.filter(({ id }) => id !== person.id))}
              >
                ${icon(x, 14)}
              </button>
            </li>`,
        )}
      </ul>`
  }

  #time(name: 'from' | 'until'): TemplateResult {
    const { text } = this.#localize
    return html`<div class="ln-field">
      <label class="ln-field-label" for=${name}>${text(`modules.step.${name}`)}</label>
      <input
        class="ln-input"
        id=${name}
        type="datetime-local"
        aria-describedby=${name === 'until' ? 'until-hint' : nothing}
        .value=${this.draft[name]}
        @change=${(event: Event) => this.#set({ [name]: (event.target as HTMLInputElement).value })}
      />
      ${name === 'until' ? html`<span class="ln-field-hint" id="until-hint">${text('modules.step.until.hint')}</span>` : nothing}
    </div>`
  }

  get #before(): RollOutStep | undefined {
    return this.at === undefined ? undefined : this.entry.steps?.[this.at]
  }
  /** All steps of the module, as they would be */
  get #steps(): Steps {
    const steps = this.entry.steps ?? []
    const step = stepOf(this.draft, this.#before)
    return this.#before === undefined ? [...steps, step] : steps.map((one, at) => (at === this.at ? step : one))
  }
  #ask(steps: Steps, dryRun: boolean) {
    const { key, version } = this.entry
    return this.#api.call(changeModule, { params: { key }, body: { steps: [...steps], dryRun } }, { version })
  }
  #toggle(id: string) {
    const { departmentIds } = this.draft
    this.#set({ departmentIds: departmentIds.includes(id) ? departmentIds.filter((one) => one !== id) : [...departmentIds, id] })
  }
  #choose(people: readonly PersonSummary[]) {
    this.chosen = people
    this.#set({ personIds: people.map(({ id }) => id) })
  }
  #set(part: Partial<StepDraft>) {
    this.draft = { ...this.draft, ...part }
    this.#typed.touch()
    this.forecast = undefined
    this.#later()
  }
  #later() {
    clearTimeout(this.#timer)
    this.#asked++
    if (this.at === undefined || faultOf(this.draft) !== undefined) return
    this.#timer = setTimeout(() => {
      if (this.#foresee.pending) this.#later()
      else void this.#foresee.start(this.#steps)
    }, pause)
  }
  readonly #onSubmit = (event: Event) => {
    event.preventDefault()
    this.#onSave()
  }
  readonly #onSave = () => {
    this.told = true
    if (faultOf(this.draft) === undefined) void this.#save.start(this.#steps)
  }
  readonly #onRemove = () => {
    void this.#save.start((this.entry.steps ?? []).filter((_, at) => at !== this.at))
  }
  readonly #onClosed = () => {
    if (this.at === undefined) return
    clearTimeout(this.#timer)
    this.at = undefined
    this.#typed.settle()
    this.dispatchEvent(new DialogClosedEvent())
  }
}
define('ln-step-dialog', LnStepDialog)

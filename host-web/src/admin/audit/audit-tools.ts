import { listPeople, type PersonSummary } from '@liaison/sdk'
import { getPerson } from '@liaison/sdk/platform'
import { avatar, define, icon, LocalizeController, partsStyles, QueryController, tableStyles } from '@liaison/sdk/web'
import { chevronDown, search, x } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { type AuditAsk, isNarrowed, times, topics } from './audit-address.ts'
import { AuditAskedEvent } from './audit-asked.event.ts'
import { styles } from './audit-tools.styles.ts'

/** Chooses which entries of the trail are shown. @fires ln-audit-asked */
export class LnAuditTools extends LitElement {
  static override properties = {
    ask: { attribute: false },
    retentionDays: { attribute: false },
    what: { attribute: false },
    query: { state: true },
  }
  static override styles = [...partsStyles, tableStyles, styles]
  declare ask: AuditAsk
  declare retentionDays: number | undefined
  /** What the chosen object is called */
  declare what: string
  declare query: string

  #localize = new LocalizeController(this)
  #person = new QueryController(this, getPerson, () => (this.ask.actor === undefined ? undefined : { params: { id: this.ask.actor } }))
  #people = new QueryController(this, listPeople, () => (this.query === '' ? undefined : { query: { limit: 8, query: this.query } }))

  constructor() {
    super()
    this.query = ''
    this.what = ''
  }

  override render() {
    const { text } = this.#localize
    const { ask } = this
    return html`<div class="ln-tools" role="search">
      <span class="ln-input-wrap"
        >${icon(search)}<input
          class="ln-input"
          type="search"
          maxlength="100"
          placeholder=${text('audit.search')}
          aria-label=${text('audit.action')}
          .value=${ask.action ?? ''}
          @change=${(event: Event) => this.#want({ action: valueOf(event) })}
      /></span>
      ${this.#select(
        'audit.time',
        ask.times,
        times.map((one) => [one, text(`audit.time.${one}`)] as const),
        (value) => this.#want({ times: value as AuditAsk['times'] }),
      )}
      ${ask.times === 'custom' ? this.#days() : nothing}
      ${this.#select(
        'audit.topic',
        ask.topic ?? '',
        [['', text('audit.topic.all')] as const, ...topics.map((topic) => [topic, text(`audit.topic.${topic}`)] as const)],
        (value) => this.#want({ topic: topics.find((topic) => topic === value) }),
      )}
      ${this.#who()}
      ${
        ask.resource === undefined
          ? nothing
          : html`<button
              class="ln-chip"
              type="button"
              aria-pressed="true"
              title=${text('audit.what.clear')}
              @click=${() => this.#want({ resource: undefined })}
            >
              ${text('audit.what')} <b>${this.what}</b>${icon(x)}
            </button>`
      }
      ${
        isNarrowed(ask)
          ? html`<button class="ln-link-button ln-small" type="button" @click=${this.#clear}>${text('audit.clear')}</button>`
          : nothing
      }
      ${this.retentionDays === undefined ? nothing : html`<small class="is-end ln-desk">${text('audit.kept', { days: this.retentionDays })}</small>`}
    </div>`
  }

  #select(label: string, chosen: string, choices: readonly (readonly [string, string])[], choose: (value: string) => void): TemplateResult {
    return html`<span class="ln-select-wrap"
      ><select
        class="ln-select"
        aria-label=${this.#localize.text(label)}
        .value=${chosen}
        @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
      >
        ${choices.map(([value, word]) => html`<option value=${value} ?selected=${value === chosen}>${word}</option>`)}</select
      >${icon(chevronDown)}</span
    >`
  }

  #days(): TemplateResult {
    const day = (name: 'from' | 'to') =>
      html`<input
        class="ln-input day"
        type="date"
        aria-label=${this.#localize.text(`audit.${name}`)}
        .value=${this.ask[name] ?? ''}
        @change=${(event: Event) => this.#want({ [name]: valueOf(event) })}
      />`
    return html`${day('from')}<span aria-hidden="true">–</span>${day('to')}`
  }

  #who(): TemplateResult {
    const { text } = this.#localize
    const { actor } = this.ask
    if (actor !== undefined)
      return html`<button
        class="ln-chip"
        type="button"
        aria-pressed="true"
        title=${text('audit.who.all')}
        @click=${() => this.#want({ actor: undefined })}
      >
        ${text('audit.who')} <b>${this.#person.data?.name ?? ''}</b>${icon(x)}
      </button>`
    const people = this.#people.data?.items
    return html`<button class="ln-chip" type="button" popovertarget="who">${text('audit.who')}${icon(chevronDown)}</button>
      <div class="ln-popover who" id="who" popover data-place="bottom-start" @toggle=${this.#onToggle}>
        <input
          class="ln-input"
          type="search"
          maxlength="60"
          autocomplete="off"
          placeholder=${text('audit.who.search')}
          aria-label=${text('audit.who.search')}
          .value=${this.query}
          @input=${(event: Event) => (this.query = (event.target as HTMLInputElement).value.trim())}
        />
        ${this.query === '' || people === undefined ? nothing : this.#found(people)}
      </div>`
  }

  #found(people: readonly PersonSummary[]): TemplateResult {
    const { text } = this.#localize
    if (people.length === 0) return html`<p role="status">${text('audit.who.none')}</p>`
    return html`<ul aria-label=${text('audit.who.found')}>
      ${people.map(
        (person) =>
          html`<li>
            <button class="ln-row" type="button" @click=${() => this.#want({ actor: person.id })}>
              ${avatar(person, { size: 24 })}<span class="ln-row-main">${person.name}</span
              ><span class="ln-row-end">${person.affiliation ?? ''}</span>
            </button>
          </li>`,
      )}
    </ul>`
  }

  #want(part: Partial<AuditAsk>) {
    this.dispatchEvent(new AuditAskedEvent({ ...part, entry: undefined }))
  }
  readonly #clear = () =>
    this.#want({ topic: undefined, actor: undefined, resource: undefined, action: undefined, times: 'all', from: undefined, to: undefined })
  readonly #onToggle = (event: Event) => {
    this.query = ''
    if ((event as ToggleEvent).newState === 'open') this.renderRoot.querySelector<HTMLElement>('.who > input')?.focus()
  }
}

const valueOf = (event: Event): string | undefined => (event.target as HTMLInputElement).value.trim() || undefined
define('ln-audit-tools', LnAuditTools)

import { type DirectoryPerson, listPeople } from '@liaison/sdk'
import { avatar, define, externalBadge, icon, LocalizeController, partsStyles, QueryController } from '@liaison/sdk/web'
import { search } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { PersonChosenEvent } from './person-chosen.event.ts'
import { disabledBadge } from './disabled-badge.ts'
import { styles } from './person-search.styles.ts'

export interface PeopleSought {
  readonly kind?: 'internal' | 'external'
  readonly organisationId?: string
  readonly manageable?: boolean
}

/**
 * A field that finds a person by name, account or pinyin: arrows move, Enter takes, Esc closes. @fires ln-person-chosen
 */
export class LnPersonSearch extends LitElement {
  static override properties = {
    label: {},
    among: { attribute: false },
    exclude: { attribute: false },
    everyone: { type: Boolean },
    query: { state: true },
    present: { state: true },
  }
  static override styles = [...partsStyles, styles]
  /** Also what the field shows while it is empty */
  declare label: string
  declare among: PeopleSought
  /** Ids of those who are not offered */
  declare exclude: readonly string[]
  /** Also those whose account is closed */
  declare everyone: boolean
  declare query: string
  declare present: number

  #localize = new LocalizeController(this)
  #people = new QueryController(this, listPeople, () =>
    this.query === '' ? undefined : { query: { ...this.among, query: this.query, ...(!this.everyone && { disabled: false }), limit: 20 } },
  )

  constructor() {
    super()
    this.label = ''
    this.among = {}
    this.exclude = []
    this.everyone = false
    this.query = ''
    this.present = 0
  }

  override render() {
    const { label, query } = this
    const isOpen = query !== ''
    return html`<span class="ln-input-wrap"
        >${icon(search)}<input
          class="ln-input"
          type="search"
          role="combobox"
          maxlength="60"
          autocomplete="off"
          aria-label=${label}
          placeholder=${label}
          aria-expanded=${isOpen ? 'true' : 'false'}
          aria-controls="found"
          aria-autocomplete="list"
          aria-activedescendant=${isOpen && this.#found.length > 0 ? `found-${this.present}` : nothing}
          .value=${query}
          @input=${this.#onInput}
          @keydown=${this.#onKey}
          @blur=${() => (this.query = '')}
      /></span>
      <div class="found" id="found" role="listbox" aria-label=${label} ?hidden=${!isOpen}>${isOpen ? this.#list() : nothing}</div>`
  }

  #list(): TemplateResult {
    const found = this.#found
    if (this.#people.problem !== undefined) return html`<p role="presentation">${this.#localize.problem(this.#people.problem)}</p>`
    if (found.length === 0 && this.#people.data !== undefined)
      return html`<p role="presentation">${this.#localize.text('admin.people.none')}</p>`
    return html`${found.map(
      (person, at) =>
        html`<div
          class="ln-row"
          id="found-${at}"
          role="option"
          aria-selected=${at === this.present ? 'true' : 'false'}
          @pointerdown=${(event: Event) => event.preventDefault()}
          @click=${() => this.#take(person)}
        >
          ${avatar(person, { size: 24 })}<span class="ln-row-main ln-row-title">${person.name}</span>${
            person.kind === 'external' ? externalBadge(this.#localize) : nothing
          }${person.disabled ? disabledBadge(this.#localize) : nothing}<span class="ln-row-end">${person.affiliation ?? ''}</span>
        </div>`,
    )}`
  }

  get #found(): readonly DirectoryPerson[] {
    return (this.#people.data?.items ?? []).filter(({ id }) => !this.exclude.includes(id)).slice(0, 8)
  }
  #take(person: DirectoryPerson) {
    this.query = ''
    this.dispatchEvent(new PersonChosenEvent(person))
  }
  readonly #onInput = (event: Event) => {
    this.query = (event.target as HTMLInputElement).value.trim()
    this.present = 0
  }
  readonly #onKey = (event: KeyboardEvent) => {
    if (event.isComposing || this.query === '') return
    const found = this.#found
    if (event.key === 'Escape') this.query = ''
    else if (event.key === 'ArrowDown' && found.length > 0) this.present = (this.present + 1) % found.length
    else if (event.key === 'ArrowUp' && found.length > 0) this.present = (this.present - 1 + found.length) % found.length
    else if (event.key === 'Enter' && found[this.present] !== undefined) this.#take(found[this.present]!)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
}
define('ln-person-search', LnPersonSearch)

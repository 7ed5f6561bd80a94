import { avatar, define, DialogClosedEvent, empty, icon, LocalizeController, partsStyles, personName } from '@liaison/sdk/web'
import { search, searchX } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { ContributionsController } from '../shell/contributions-controller.ts'
import { ServicesController } from '../shell/services-controller.ts'
import { styles } from './search-palette.styles.ts'
import { askedResults, localResults, type Result, type ResultGroup } from './search-results.ts'

/** As much as the searches take */
const longestQuery = 100
const typingPauseMs = 150

/** Ctrl K: people, pages, commands, and whatever the modules look through. @fires ln-dialog-closed */
export class LnSearchPalette extends LitElement {
  static override properties = { open: { type: Boolean }, query: { state: true }, asked: { state: true }, selected: { state: true } }
  static override styles = [...partsStyles, styles]
  declare open: boolean
  declare query: string
  declare asked: readonly ResultGroup[]
  declare selected: number

  #localize = new LocalizeController(this)
  #contributions = new ContributionsController(this)
  #services = new ServicesController(this)
  #asking = new AbortController()

  constructor() {
    super()
    this.#forget()
  }

  override render() {
    const { text } = this.#localize
    const groups = this.#groups
    const chosen = this.#results[this.selected]
    return html`<dialog class="ln-palette" aria-label=${text('shell.search')} @close=${this.#onClose} @click=${this.#onBackdrop}>
      <div class="ln-palette-field">
        ${icon(search, 20)}
        <input
          type="search"
          role="combobox"
          aria-label=${text('shell.search')}
          aria-expanded="true"
          aria-controls="results"
          aria-autocomplete="list"
          aria-activedescendant=${chosen === undefined ? nothing : idOf(chosen)}
          placeholder=${text('shell.search.hint')}
          maxlength=${longestQuery}
          .value=${this.query}
          @input=${this.#onInput}
          @keydown=${this.#onKey}
        />
        <kbd class="ln-kbd">Esc</kbd>
      </div>
      <div class="ln-palette-list" id="results" role="listbox" aria-label=${text('shell.search.results')}>
        ${groups.map((group) => this.#group(group, chosen))}
      </div>
      ${
        groups.length === 0
          ? empty({ icon: searchX, title: text('shell.search.nothing', { query: this.query }), text: text('shell.search.nothing.hint') })
          : nothing
      }
      <div class="ln-palette-foot">
        <span><kbd class="ln-kbd">↑</kbd><kbd class="ln-kbd">↓</kbd>${text('shell.search.choose')}</span>
        <span><kbd class="ln-kbd">Enter</kbd>${text('shell.search.open')}</span>
        <span class="ln-spacer"></span><span>${text('shell.search.pinyin')}</span>
      </div>
    </dialog>`
  }

  override updated(changed: PropertyValues<this>) {
    if (changed.has('open') && this.open && !this.#dialog.open) {
      this.#dialog.showModal()
      this.renderRoot.querySelector('input')?.focus()
    }
    if (changed.has('selected')) this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }

  #group({ id, title, results }: ResultGroup, chosen: Result | undefined) {
    return html`<div role="group" aria-labelledby="group-${id}">
      <h3 class="ln-section-head" id="group-${id}" role="presentation">${title}</h3>
      ${results.map((result) => this.#row(result, result === chosen))}
    </div>`
  }

  #row(result: Result, isChosen: boolean) {
    const { person } = result
    return html`<div
      class="ln-row"
      id=${idOf(result)}
      role="option"
      aria-selected=${isChosen ? 'true' : 'false'}
      @click=${() => this.#choose(result)}
    >
      ${person === undefined ? (result.icon ? icon(result.icon) : nothing) : avatar(person, { size: 24 })}
      <span class="ln-row-main ln-truncate ln-person">
        ${person === undefined ? html`<span>${result.title}${result.sub === undefined ? nothing : html`<small>${result.sub}</small>`}</span>` : personName(person, this.#localize)}
      </span>
      ${result.hint === undefined ? nothing : html`<span class="ln-row-end">${result.hint}</span>`}
    </div>`
  }

  get #dialog() {
    return this.renderRoot.querySelector('dialog') as HTMLDialogElement
  }
  get #groups() {
    return [...this.asked, ...localResults(this.query, this.#contributions.value, this.#services.all)]
  }
  get #results() {
    return this.#groups.flatMap(({ results }) => results)
  }

  #onInput(event: Event) {
    this.query = (event.target as HTMLInputElement).value.trim()
    this.selected = 0
    void this.#ask()
  }

  async #ask() {
    this.#asking.abort()
    this.#asking = new AbortController()
    const { signal } = this.#asking
    const { query } = this
    await new Promise((resolve) => setTimeout(resolve, typingPauseMs))
    if (signal.aborted) return
    try {
      const asked = query === '' ? [] : await askedResults(query, this.#services.all, signal)
      if (!signal.aborted) this.asked = asked
    } catch (error) {
      // Another letter was typed meanwhile.
      if (!signal.aborted) throw error
    }
  }

  #onKey(event: KeyboardEvent) {
    if (event.isComposing) return
    // A search field would be emptied first, and closed by the second press only.
    if (event.key === 'Escape') {
      event.preventDefault()
      return this.#dialog.close()
    }
    const results = this.#results
    if (event.key === 'ArrowDown') this.selected = (this.selected + 1) % results.length
    else if (event.key === 'ArrowUp') this.selected = (this.selected - 1 + results.length) % results.length
    else if (event.key === 'Enter' && results[this.selected] !== undefined) this.#choose(results[this.selected] as Result)
    else return
    event.preventDefault()
  }

  #choose(result: Result) {
    this.#dialog.close()
    result.run()
  }

  #onBackdrop(event: MouseEvent) {
    if (event.target === this.#dialog) this.#dialog.close()
  }
  #onClose() {
    this.#asking.abort()
    this.#forget()
    this.open = false
    this.dispatchEvent(new DialogClosedEvent())
  }
  #forget() {
    this.query = ''
    this.asked = []
    this.selected = 0
  }
}

const idOf = ({ id }: Result) => `result-${id.replace(/[^\w-]/g, '-')}`

define('ln-search-palette', LnSearchPalette)

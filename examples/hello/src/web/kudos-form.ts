import { listPeople, type PersonSummary } from '@liaison/sdk'
import {
  Action,
  ApiController,
  avatar,
  define,
  LocalizeController,
  partsStyles,
  personName,
  QueryController,
  SessionController,
} from '@liaison/sdk/web'
import { css, html, LitElement, nothing } from 'lit'
import { giveKudos } from '../contract.ts'
import { KudosWall } from './kudos-wall.ts'
import { kudosStyles } from './kudos.styles.ts'

/** The dialog takes no room on the page. */
const styles = css`
  :host {
    display: contents;
  }
`

/** Whom one praises, and for what. What was typed stays until it is on the wall. */
export class KudosForm extends LitElement {
  static override properties = { open: { type: Boolean }, to: { state: true }, typed: { state: true }, words: { state: true } }
  static override styles = [partsStyles, kudosStyles, styles]
  declare open: boolean
  declare to: PersonSummary | undefined
  declare typed: string
  declare words: string

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #session = new SessionController(this)
  #wall = new KudosWall(this)
  #found = new QueryController(this, listPeople, () =>
    this.open && !this.to ? { query: { kind: 'internal' as const, query: this.typed, limit: 20 } } : undefined,
  )
  #give = new Action(this, async () => {
    if (this.to === undefined) return
    await this.#api.call(giveKudos, { body: { toId: this.to.id, words: this.words } })
    this.#clear()
    this.open = false
    await this.#wall.changed()
  })

  constructor() {
    super()
    this.#clear()
  }

  override render() {
    const { text } = this.#localize
    return html`<ln-dialog .open=${this.open} .heading=${text('kudos.give')} @ln-dialog-closed=${this.#onClosed}>
      <form id="form" @submit=${this.#onSubmit}>
        ${this.to ? this.#chosen(this.to) : this.#choice()}
        <label class="ln-field">
          <span class="ln-field-label">${text('kudos.words')}</span>
          <textarea class="ln-textarea" required maxlength="500" .value=${this.words} @input=${this.#onWords}></textarea>
          <span class="ln-field-hint">${text('kudos.words.hint')}</span>
        </label>
        <ln-problem .problem=${this.#give.problem}></ln-problem>
      </form>
      <button
        slot="foot"
        class="ln-button is-primary"
        ?disabled=${this.#give.pending || !this.to || this.words.trim() === ''}
        @click=${this.#onSubmit}
      >
        ${text('kudos.send')}
      </button>
    </ln-dialog>`
  }

  #chosen(to: PersonSummary) {
    return html`<div class="ln-row">
      ${avatar(to)}<span class="ln-row-main">${personName(to, this.#localize)}</span>
      <button type="button" class="ln-link-button" @click=${() => (this.to = undefined)}>${this.#localize.text('kudos.who.change')}</button>
    </div>`
  }

  #choice() {
    const { text } = this.#localize
    const people = this.#found.data?.items.filter(({ id, disabled }) => id !== this.#session.me.id && !disabled)
    return html`<label class="ln-field">
        <span class="ln-field-label">${text('kudos.who')}</span>
        <input
          class="ln-input"
          type="search"
          autofocus
          placeholder=${text('kudos.who.hint')}
          .value=${this.typed}
          @input=${this.#onTyped}
        />
      </label>
      <ul class="people" aria-busy=${this.open && people === undefined ? 'true' : 'false'}>
        ${people?.map(
          (person) =>
            html`<li>
              <button type="button" class="ln-row" @click=${() => (this.to = person)}>
                ${avatar(person, { size: 24 })}<span class="ln-row-main">${personName(person, this.#localize)}</span>
              </button>
            </li>`,
        )}
        ${people?.length === 0 ? html`<li class="ln-field-hint">${text('kudos.who.none')}</li>` : nothing}
      </ul>`
  }

  #onTyped(event: InputEvent) {
    this.typed = (event.target as HTMLInputElement).value
  }
  #onWords(event: InputEvent) {
    this.words = (event.target as HTMLTextAreaElement).value
    this.#give.reset()
  }
  #onSubmit(event: Event) {
    event.preventDefault()
    void this.#give.start()
  }
  #onClosed() {
    this.open = false
    this.dispatchEvent(new Event('ln-dialog-closed'))
  }
  #clear() {
    this.to = undefined
    this.typed = ''
    this.words = ''
  }
}
define('kudos-form', KudosForm)

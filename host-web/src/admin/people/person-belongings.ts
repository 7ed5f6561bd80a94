import { type DirectoryPerson, listPeople } from '@liaison/sdk'
import { type Belonging, handOver, listBelongings } from '@liaison/sdk/platform'
import {
  Action,
  ApiController,
  avatar,
  ContextController,
  define,
  icon,
  LocalizeController,
  partsStyles,
  QueryController,
  SessionController,
  skeletonRows,
  ToastController,
} from '@liaison/sdk/web'
import { x } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { PersonChosenEvent } from '../person-search/person-chosen.event.ts'
import '../person-search/person-search.ts'
import { styles } from './person-belongings.styles.ts'
import { PersonSavedEvent } from './person-saved.event.ts'

const insiders = { kind: 'internal' } as const

/** What somebody answers for, and the hand-over to a successor. @fires ln-person-saved - when the account was closed with it */
export class LnPersonBelongings extends LitElement {
  static override properties = {
    person: { attribute: false },
    successor: { state: true },
    disable: { state: true },
    asking: { state: true },
  }
  static override styles = [...partsStyles, styles]
  declare person: DirectoryPerson
  declare successor: DirectoryPerson | undefined
  /** Close the account in the same step */
  declare disable: boolean
  declare asking: boolean

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #session = new SessionController(this)
  #toasts = new ToastController(this)
  #queries = new ContextController(this, 'queries')
  #belongings = new QueryController(this, listBelongings, () => ({ params: { personId: this.person.id } }))
  #give = new Action(this, async ({ id: successorId, name }: DirectoryPerson) => {
    const disable = this.disable && !this.person.disabled
    await this.#api.call(handOver, { params: { personId: this.person.id }, body: { successorId, disable } })
    this.asking = false
    this.successor = undefined
    this.#toasts.show({ text: this.#localize.text('admin.handOver.done', { name: this.person.name, successor: name }) })
    await Promise.all([this.#queries.service.invalidate(listBelongings), this.#queries.service.invalidate(listPeople)])
    if (disable) this.dispatchEvent(new PersonSavedEvent({ ...this.person, disabled: true }))
  })

  constructor() {
    super()
    this.disable = true
    this.asking = false
  }

  override connectedCallback() {
    super.connectedCallback()
    void this.updateComplete.then(() => this.#belongings.refetch())
  }

  override render() {
    const { text } = this.#localize
    const { data, problem, refetch } = this.#belongings
    if (data === undefined)
      return html`<div class="waiting" aria-busy="true">
        ${problem === undefined ? skeletonRows(4) : html`<ln-problem .problem=${problem} retry @ln-retry=${refetch}></ln-problem>`}
      </div>`
    const total = data.items.reduce((sum, { count }) => sum + count, 0)
    return html`<p>${text(total === 0 ? 'admin.handOver.none' : 'admin.handOver.hint', { name: this.person.name })}</p>
      ${total === 0 ? nothing : html`<dl>${data.items.map((one) => this.#count(one))}</dl>`}
      ${total === 0 && this.person.disabled ? nothing : this.#form()}`
  }

  #count({ title, count }: Belonging): TemplateResult {
    return html`<div>
      <dd>${count}</dd>
      <dt>${title[this.#localize.locale]}</dt>
    </div>`
  }

  #form(): TemplateResult {
    const { text } = this.#localize
    const { successor, person } = this
    const isOwn = person.id === this.#session.me.id
    return html`<section aria-label=${text('admin.handOver')}>
      <h3>${text('admin.handOver.to')}</h3>
      ${
        successor === undefined
          ? html`<ln-person-search
              label=${text('admin.handOver.search')}
              .among=${insiders}
              .exclude=${[person.id]}
              @ln-person-chosen=${this.#onChosen}
            ></ln-person-search>`
          : html`<div class="successor">
              ${avatar(successor, { size: 32 })}
              <div class="ln-row-main">
                <span class="ln-row-title">${successor.name}</span>
                <div class="ln-row-sub">${successor.affiliation ?? ''}</div>
              </div>
              <button
                class="ln-button is-icon is-quiet is-small"
                type="button"
                aria-label=${text('admin.handOver.other')}
                @click=${() => (this.successor = undefined)}
              >
                ${icon(x)}
              </button>
            </div>`
      }
      ${
        person.disabled || isOwn
          ? nothing
          : html`<label class="ln-check">
              <input
                type="checkbox"
                .checked=${this.disable}
                @change=${(event: Event) => (this.disable = (event.target as HTMLInputElement).checked)}
              />
              ${text('admin.handOver.disable')}
            </label>`
      }
      <button
        class="ln-button is-primary"
        type="button"
        ?disabled=${successor === undefined || this.#give.pending}
        @click=${() => (this.asking = true)}
      >
        ${text('admin.handOver.go')}
      </button>
      ${successor === undefined ? nothing : this.#confirmation(successor)}
    </section>`
  }

  #confirmation(successor: DirectoryPerson): TemplateResult {
    const { text } = this.#localize
    const close = () => (this.asking = false)
    const names = { name: this.person.name, successor: successor.name }
    const willDisable = this.disable && !this.person.disabled && this.person.id !== this.#session.me.id
    return html`<ln-dialog .open=${this.asking} heading=${text('admin.handOver.sure', names)} @ln-dialog-closed=${close}>
      <p>${text('admin.handOver.sure.hint', names)}</p>
      ${willDisable ? html`<p>${text('admin.handOver.sure.disable', names)}</p>` : nothing}
      <ln-problem .problem=${this.#give.problem}></ln-problem>
      <button slot="foot" class="ln-button" type="button" @click=${close}>${text('admin.cancel')}</button>
      <button
        slot="foot"
        class="ln-button is-primary"
        type="button"
        ?disabled=${this.#give.pending}
        @click=${() => this.#give.start(successor)}
      >
        ${text('admin.handOver.go')}
      </button>
    </ln-dialog>`
  }

  readonly #onChosen = ({ person }: PersonChosenEvent) => {
    this.successor = person
    this.#give.reset()
  }
}
define('ln-person-belongings', LnPersonBelongings)

import { type DirectoryPerson, listPeople } from '@liaison/sdk'
import { listDepartments } from '@liaison/sdk/platform'
import {
  avatar,
  define,
  each,
  empty,
  externalBadge,
  icon,
  LocalizeController,
  partsStyles,
  QueryController,
  skeletonRows,
} from '@liaison/sdk/web'
import { search, users, x } from '@liaison/sdk/icons'
import { css, html, LitElement, nothing } from 'lit'
import { PeopleChosenEvent } from '../im-events.ts'

const styles = css`
  :host {
    display: grid;
    gap: var(--ln-space-2);
  }
  .im-chosen {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .im-chosen button {
    display: inline-flex;
    color: var(--ln-text-3);
  }
  .im-found {
    height: 288px;
    margin-inline: calc(-1 * var(--ln-space-2));
    overflow: hidden auto;
  }
  .im-found .ln-check {
    width: 100%;
    color: var(--ln-text);
  }
  .im-found .ln-row {
    min-height: 40px;
  }
`

/** Finds people by name, account, pinyin, initials or department, and lets several be chosen. @fires ln-im-people-chosen */
export class LnImPeoplePicker extends LitElement {
  static override properties = { exclude: { attribute: false }, query: { state: true }, chosen: { state: true } }
  static override styles = [partsStyles, styles]
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true }
  /** Ids of people who are not offered */
  declare exclude: readonly string[]
  declare query: string
  declare chosen: readonly DirectoryPerson[]

  #localize = new LocalizeController(this)
  #people = new QueryController(this, listPeople, () => ({
    query: { limit: 100, ...(this.query.trim() !== '' && { query: this.query.trim() }) },
  }))

  #departments = new QueryController(this, listDepartments, () => ({ query: { limit: 200 } }))
  #colleagues = new QueryController(this, listPeople, () =>
    this.#departmentId === undefined ? undefined : { query: { limit: 100, departmentId: this.#departmentId } },
  )

  constructor() {
    super()
    this.exclude = []
    this.query = ''
    this.chosen = []
  }

  /** In a dialog that opened before this was drawn */
  override firstUpdated() {
    if (this.autofocus) this.renderRoot.querySelector('input')?.focus()
  }

  override render() {
    const words = this.#localize
    return html`<span class="ln-input-wrap">
        ${icon(search)}
        <input
          class="ln-input"
          type="search"
          aria-label=${words.text('im.findPeople')}
          placeholder=${words.text('im.findPeople.hint')}
          .value=${this.query}
          @input=${(event: Event) => (this.query = (event.target as HTMLInputElement).value)}
        />
      </span>
      ${
        this.chosen.length > 0
          ? html`<div class="im-chosen">
              ${this.chosen.map(
                (person) =>
                  html`<span class="ln-chip"
                    >${person.name}<button
                      type="button"
                      aria-label=${words.text('im.unchoose', { name: person.name })}
                      @click=${() => this.#toggle(person)}
                    >
                      ${icon(x, 12)}
                    </button></span
                  >`,
              )}
            </div>`
          : nothing
      }
      <div class="im-found" role="group" aria-label=${words.text('im.people')} aria-busy=${this.#people.pending ? 'true' : 'false'}>
        ${this.#found()}
      </div>`
  }

  #found() {
    const words = this.#localize
    const { data, problem, refetch } = this.#people
    if (problem !== undefined) return html`<ln-problem .problem=${problem} retry @ln-retry=${refetch}></ln-problem>`
    if (data === undefined) return skeletonRows(6)
    const ofDepartment = this.#departmentId === undefined ? [] : (this.#colleagues.data?.items ?? [])
    const found = new Map([...data.items, ...ofDepartment].map((person) => [person.id, person]))
    const offered = [...found.values()].filter(({ id, disabled }) => !disabled && !this.exclude.includes(id))
    if (offered.length === 0) return empty({ icon: users, title: words.text('im.nobody'), text: words.text('im.nobody.text') })
    return each(
      offered,
      ({ id }) => id,
      (person) =>
        html`<label class="ln-row ln-check">
          <input type="checkbox" .checked=${this.chosen.some(({ id }) => id === person.id)} @change=${() => this.#toggle(person)} />
          ${avatar(person, { size: 24 })}
          <span class="ln-row-main ln-truncate">${person.name} <span class="ln-muted ln-small">${person.affiliation}</span></span>
          ${person.kind === 'external' ? externalBadge(words) : nothing}
        </label>`,
    )
  }

  /** The department that is meant, when what was typed is in its name */
  get #departmentId(): string | undefined {
    const wanted = this.query.trim()
    if (wanted === '') return undefined
    const departments = this.#departments.data?.items ?? []
    return (departments.find(({ name }) => name === wanted) ?? departments.find(({ name }) => name.includes(wanted)))?.id
  }

  #toggle(person: DirectoryPerson) {
    const rest = this.chosen.filter(({ id }) => id !== person.id)
    this.chosen = rest.length === this.chosen.length ? [...rest, person] : rest
    this.dispatchEvent(new PeopleChosenEvent(this.chosen.map(({ id }) => id)))
  }
}
define('ln-im-people-picker', LnImPeoplePicker)

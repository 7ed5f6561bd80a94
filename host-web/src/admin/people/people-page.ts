import { type DirectoryPerson, listPeople } from '@liaison/sdk'
import { type Department, getPerson, listDepartments, listOrganisations, listRoleChoices, peopleManage } from '@liaison/sdk/platform'
import {
  avatar,
  ContextController,
  define,
  each,
  empty,
  icon,
  LocalizeController,
  more,
  navigate,
  PagesController,
  partsStyles,
  QueryController,
  type Route,
  SessionController,
  skeletonRows,
  tableStyles,
} from '@liaison/sdk/web'
import { chevronDown, chevronLeft, plus, search, upload, users, x } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { adminPath } from '../admin-area.ts'
import { detailHeading } from '../detail-heading.ts'
import { EveryController } from '../every-controller.ts'
import { PaneFocusController } from '../pane-focus-controller.ts'
import type { PersonSavedEvent } from './person-saved.event.ts'
import { styles } from './people-page.styles.ts'
import './person-detail.ts'

const peoplePath = `${adminPath}/people`
/** In the address, instead of an id */
const fresh = 'new'
const whole = { query: { limit: 200 } } as const

interface PeopleFilter {
  readonly query?: string
  readonly kind?: 'internal' | 'external'
  readonly departmentId?: string
  readonly disabled?: boolean
}

/** The people of the company and those outside: found, made, changed, disabled. */
export class LnAdminPeople extends LitElement {
  static override properties = { route: { attribute: false }, filter: { state: true } }
  static override styles = [...partsStyles, tableStyles, styles]
  declare route: Route | undefined
  declare filter: PeopleFilter

  #localize = new LocalizeController(this)
  #session = new SessionController(this)
  #queries = new ContextController(this, 'queries')
  #people = new PagesController(this, listPeople, () => ({ query: this.#asked }))
  /** One who is not on the pages that are shown */
  #other = new QueryController(this, getPerson, () => {
    const id = this.route?.query.get('person') ?? fresh
    const isKnown = this.#people.items?.some((one) => one.id === id) ?? true
    return id === fresh || isKnown ? undefined : { params: { id } }
  })
  #departments = new EveryController(this, listDepartments, () => ({ query: {} }))
  #organisations = new QueryController(this, listOrganisations, () => whole)
  #roles = new EveryController(this, listRoleChoices, () => ({ query: {} }))

  constructor() {
    super()
    this.filter = {}
    new PaneFocusController(this)
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('route') && this.route?.query.has('import') === true) void import('./import/people-import.ts')
  }

  override render() {
    if (this.route?.query.has('import') === true) return html`<ln-people-import></ln-people-import>`
    const { text } = this.#localize
    const { items: people, problem, refetch } = this.#people
    const chosen = this.route?.query.get('person') ?? undefined
    const person = people?.find(({ id }) => id === chosen) ?? this.#other.data
    const isOpen = chosen === fresh || person !== undefined
    return html`<div class="ln-panes" data-pane=${isOpen ? 'detail' : 'content'}>
      <section class="ln-content">
        <header class="ln-head">
          <a class="ln-button is-icon is-quiet ln-phone ln-back" href=${adminPath} aria-label=${text('admin.back')}>${icon(chevronLeft)}</a>
          <h1>${text('admin.people')}</h1>
          <div class="ln-head-end">
            <a class="ln-button is-quiet" href="${peoplePath}?import=" aria-label=${text('admin.people.import.csv')}
              >${icon(upload)}<span class="ln-desk">${text('admin.people.import.csv')}</span></a
            >
            <a class="ln-button is-primary" href="${peoplePath}?person=${fresh}">${icon(plus)}${text('admin.people.new')}</a>
          </div>
        </header>
        ${this.#tools()} ${problem === undefined ? nothing : html`<ln-problem .problem=${problem} retry @ln-retry=${refetch}></ln-problem>`}
        ${people === undefined ? html`<div class="people-waiting" aria-busy="true">${problem === undefined ? skeletonRows(8) : nothing}</div>` : this.#table(people, chosen)}
      </section>
      ${isOpen ? this.#detail(person) : nothing}
    </div>`
  }

  #tools(): TemplateResult {
    const { text } = this.#localize
    const kinds = [undefined, 'internal', 'external'] as const
    return html`<div class="ln-tools" role="search">
      <span class="ln-input-wrap"
        >${icon(search)}<input
          class="ln-input"
          type="search"
          maxlength="60"
          placeholder=${text('admin.people.search')}
          aria-label=${text('admin.people.search')}
          @input=${this.#onSearch}
      /></span>
      <div class="ln-segmented is-small" role="group" aria-label=${text('admin.people.kind')}>
        ${kinds.map(
          (kind) =>
            html`<button type="button" aria-pressed=${kind === this.filter.kind ? 'true' : 'false'} @click=${() => this.#narrow({ kind })}>
              ${text(`admin.people.kind.${kind ?? 'all'}`)}
            </button>`,
        )}
      </div>
      <span class="ln-select-wrap"
        ><select
          class="ln-select"
          aria-label=${text('admin.people.departmentIds')}
          @change=${(event: Event) => this.#narrow({ departmentId: (event.target as HTMLSelectElement).value || undefined })}
        >
          <option value="">${text('admin.people.departments.all')}</option>
          ${this.#managed.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}</select
        >${icon(chevronDown)}</span
      >
      <button
        class="ln-button is-small"
        type="button"
        aria-pressed=${this.filter.disabled === true ? 'true' : 'false'}
        @click=${() => this.#narrow({ disabled: this.filter.disabled === true ? undefined : true })}
      >
        ${text('admin.people.onlyDisabled')}
      </button>
    </div>`
  }

  #table(people: readonly DirectoryPerson[], chosen: string | undefined): TemplateResult {
    const { text } = this.#localize
    if (people.length === 0) return html`<div class="people-waiting">${empty({ icon: users, title: text('admin.people.none') })}</div>`
    return html`<div class="ln-scroll" tabindex="0" aria-label=${text('admin.people')} role="region">
      <table class="ln-table people-table">
        <thead>
          <tr>
            <th scope="col">${text('admin.people.name')}</th>
            <th scope="col">${text('admin.people.affiliation')}</th>
            <th scope="col">${text('admin.people.roleIds')}</th>
            <th scope="col">${text('admin.people.state')}</th>
          </tr>
        </thead>
        <tbody>
          ${each(
            people,
            ({ id }) => id,
            (person) => this.#row(person, person.id === chosen),
          )}
        </tbody>
      </table>
      ${more(this.#people, this.#localize)}
    </div>`
  }

  #row(person: DirectoryPerson, isChosen: boolean): TemplateResult {
    const { text, list } = { text: this.#localize.text, list: (names: readonly string[]) => this.#localize.list(names) }
    const roles = person.roleIds.map((id) => this.#roles.data?.find((role) => role.id === id)?.name).filter((name) => name !== undefined)
    return html`<tr class=${isChosen ? 'is-selected' : ''}>
      <td>
        <a href="${peoplePath}?person=${person.id}" aria-current=${isChosen ? 'true' : nothing}
          >${avatar(person, { size: 24 })}<span class="ln-truncate">${person.name}</span></a
        >
      </td>
      <td class="is-fact">${person.affiliation ?? ''}</td>
      <td class="is-fact">${list(roles)}</td>
      <td class="is-fact people-state ${person.disabled ? 'is-off' : ''}">
        ${text(person.disabled ? 'admin.people.state.disabled' : 'admin.people.state.active')}
      </td>
    </tr>`
  }

  #detail(person: DirectoryPerson | undefined): TemplateResult {
    const { text } = this.#localize
    return html`<section class="ln-detail" aria-label=${text('admin.people.detail')}>
      <header class="ln-head">
        <a class="ln-button is-icon is-quiet ln-phone ln-back" href=${peoplePath} aria-label=${text('admin.people.close')}
          >${icon(chevronLeft)}</a
        >
        ${detailHeading(text('admin.people'), person?.name ?? text('admin.people.new'))}
        <div class="ln-head-end ln-desk">
          <a class="ln-button is-icon is-quiet" href=${peoplePath} aria-label=${text('admin.people.close')}>${icon(x)}</a>
        </div>
      </header>
      <ln-person-detail
        .person=${person}
        .tab=${this.route?.query.get('tab') ?? undefined}
        .departments=${this.#departments.data ?? []}
        .organisations=${this.#organisations.data?.items ?? []}
        .roles=${this.#roles.data ?? []}
        @ln-person-saved=${this.#onSaved}
      ></ln-person-detail>
    </section>`
  }

  /** Of whoever manages a part of the tree, the departments of that part. */
  get #managed(): readonly Department[] {
    return (this.#departments.data ?? []).filter(({ managed }) => managed)
  }

  get #asked() {
    const everywhere = this.#session.scopeOf(peopleManage) === 'all'
    return { limit: 100, ...this.filter, ...(!everywhere && { manageable: true }) }
  }

  #narrow(part: { readonly [Name in keyof PeopleFilter]: PeopleFilter[Name] | undefined }) {
    const all = Object.entries({ ...this.filter, ...part }).filter(([, value]) => value !== undefined)
    this.filter = Object.fromEntries(all)
  }
  readonly #onSearch = (event: Event) => {
    this.#narrow({ query: (event.target as HTMLInputElement).value.trim() || undefined })
  }
  readonly #onSaved = async ({ person }: PersonSavedEvent) => {
    await this.#queries.service.invalidate(listPeople)
    const isOpen = this.route?.query.get('person') === person.id
    if (!isOpen) navigate(`${peoplePath}?person=${person.id}`, { replace: true })
  }
}
define('ln-admin-people', LnAdminPeople)

import type { DirectoryPerson } from '@liaison/sdk'
import { explainAccess, getPerson, listPermissions } from '@liaison/sdk/platform'
import {
  Action,
  ApiController,
  define,
  icon,
  LocalizeController,
  partsStyles,
  QueryController,
  type Resource,
  type Route,
} from '@liaison/sdk/web'
import { chevronDown, chevronLeft } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { adminPath } from '../admin-area.ts'
import '../../view-as/view-as-button.ts'
import type { PersonChosenEvent } from '../person-search/person-chosen.event.ts'
import '../person-search/person-field.ts'
import { styles } from './explain-page.styles.ts'
import { explained, type Explanation } from './explanation.ts'
import { explanationStyles } from './explanation.styles.ts'

/** Why somebody may or may not do something: his roles, the cells, the scope. `?person=`, `?permission=`, and `?type=` with `?id=` of a thing choose beforehand. */
export class LnAdminExplain extends LitElement {
  static override properties = {
    route: { attribute: false },
    person: { state: true },
    permission: { state: true },
    resource: { state: true },
    answer: { state: true },
  }
  static override styles = [...partsStyles, explanationStyles, styles]
  declare route: Route | undefined
  declare person: Pick<DirectoryPerson, 'id' | 'name' | 'kind' | 'affiliation' | 'disabled'> | undefined
  declare permission: string
  declare resource: Resource | undefined
  declare answer: Explanation | undefined

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #permissions = new QueryController(this, listPermissions, () => ({ query: { limit: 200 } }))
  #choose = new Action(this, async (id: string) => {
    this.person = await this.#api.call(getPerson, { params: { id } })
    // who came by an address that says all has asked already
    if (this.permission !== '' && this.resource !== undefined) void this.#explain.start(id, this.permission)
  })
  #explain = new Action(this, async (personId: string, permission: string) => {
    this.answer = undefined
    const { resource } = this
    const body = { personId, permission, ...(resource !== undefined && { resource: { type: resource.type, id: resource.id } }) }
    this.answer = await this.#api.call(explainAccess, { body })
  })

  constructor() {
    super()
    this.permission = ''
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('route')) return
    this.permission = this.route?.query.get('permission') ?? this.permission
    this.resource = resourceOf(this.route?.query)
    const id = this.route?.query.get('person')
    if (id !== undefined && id !== null && id !== this.person?.id) void this.updateComplete.then(() => this.#choose.start(id))
  }

  override render() {
    const { text } = this.#localize
    return html`<header class="ln-head">
        <a class="ln-button is-icon is-quiet ln-phone ln-back" href=${adminPath} aria-label=${text('admin.back')}>${icon(chevronLeft)}</a>
        <h1>${text('admin.explain')}</h1>
      </header>
      <div class="ln-scroll">
        <div class="explain">
          <p>${text('admin.explain.hint')}</p>
          <ln-problem .problem=${this.#choose.problem ?? this.#explain.problem ?? this.#permissions.problem}></ln-problem>
          <form @submit=${this.#onSubmit}>
            ${this.#who()} ${this.#what()} ${this.resource === undefined ? nothing : this.#about(this.resource)}
            <button
              class="ln-button is-primary"
              type="submit"
              ?disabled=${this.person === undefined || this.permission === '' || this.#explain.pending}
            >
              ${text('admin.explain.ask')}
            </button>
            ${this.person === undefined ? nothing : html`<ln-view-as-button .personId=${this.person.id} .name=${this.person.name}></ln-view-as-button>`}
          </form>
          <div aria-live="polite">
            ${this.answer === undefined ? nothing : explained(this.answer, this.person?.name ?? '', this.#localize)}
          </div>
        </div>
      </div>`
  }

  #who(): TemplateResult {
    const { text } = this.#localize
    return html`<ln-person-field
      label=${text('admin.explain.person')}
      find=${text('admin.people.search')}
      clear=${text('admin.explain.person.clear')}
      .person=${this.person ?? null}
      everyone
      @ln-person-chosen=${this.#onPerson}
      @ln-person-cleared=${this.#onNobody}
    ></ln-person-field>`
  }

  #what(): TemplateResult {
    const { text, locale } = this.#localize
    return html`<div class="ln-field">
      <label class="ln-field-label" for="permission">${text('admin.matrix.permission')}</label>
      <span class="ln-select-wrap"
        ><select class="ln-select" id="permission" @change=${this.#onPermission}>
          <option value="" ?selected=${this.permission === ''}>${text('admin.explain.permission')}</option>
          ${(this.#permissions.data?.items ?? []).map(
            ({ key, title }) => html`<option value=${key} ?selected=${key === this.permission}>${title[locale]}</option>`,
          )}</select
        >${icon(chevronDown)}</span
      >
    </div>`
  }

  /** The thing that was asked about from elsewhere; without it the question is about the function alone. */
  #about({ type, id }: Resource): TemplateResult {
    const { text } = this.#localize
    return html`<p class="about">
      ${text('admin.explain.about', { type: text(`admin.explain.type.${knownTypes.has(type) ? type : 'other'}`) })}
      <code class="ln-truncate">${type} ${id}</code>
      <button class="ln-link-button" type="button" @click=${this.#onForget}>${text('admin.explain.forget')}</button>
    </p>`
  }

  readonly #onPerson = ({ person }: PersonChosenEvent) => {
    this.person = person
    this.answer = undefined
    this.renderRoot.querySelector<HTMLElement>('#permission')?.focus()
  }
  readonly #onNobody = () => {
    this.person = undefined
    this.answer = undefined
  }
  readonly #onPermission = (event: Event) => {
    this.permission = (event.target as HTMLSelectElement).value
    this.answer = undefined
  }
  readonly #onForget = () => {
    this.resource = undefined
    this.answer = undefined
  }
  readonly #onSubmit = (event: Event) => {
    event.preventDefault()
    if (this.person !== undefined && this.permission !== '') void this.#explain.start(this.person.id, this.permission)
  }
}
/** Types with a name of their own in the texts */
const knownTypes = new Set(['im.channel', 'im.message', 'task', 'project', 'person', 'file', 'document'])

function resourceOf(query: URLSearchParams | undefined): Resource | undefined {
  const [type, id] = [query?.get('type') ?? '', query?.get('id') ?? '']
  return type === '' || id === '' ? undefined : { type, id }
}
define('ln-admin-explain', LnAdminExplain)

import { type DirectoryPerson, listPeople, type Scope } from '@liaison/sdk'
import { explainAccess, getPerson, listPermissions } from '@liaison/sdk/platform'
import { Action, ApiController, avatar, define, icon, LocalizeController, partsStyles, QueryController, type Route } from '@liaison/sdk/web'
import { chevronDown, chevronLeft, circleCheck, circleSlash, search } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { adminPath } from '../admin-area.ts'
import '../../view-as/view-as-button.ts'
import { styles } from './explain-page.styles.ts'

interface Explanation {
  readonly allowed: boolean
  readonly scope: Scope
  readonly because: readonly {
    readonly kind: string
    readonly holds: boolean
    readonly text: { readonly 'zh-CN': string; readonly en: string }
  }[]
}

/** Why somebody may or may not do something: his roles, the cells, the scope. `?person=` and `?permission=` choose beforehand. */
export class LnAdminExplain extends LitElement {
  static override properties = {
    route: { attribute: false },
    query: { state: true },
    person: { state: true },
    permission: { state: true },
    answer: { state: true },
  }
  static override styles = [...partsStyles, styles]
  declare route: Route | undefined
  declare query: string
  declare person: Pick<DirectoryPerson, 'id' | 'name' | 'kind'> | undefined
  declare permission: string
  declare answer: Explanation | undefined

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #permissions = new QueryController(this, listPermissions, () => ({ query: { limit: 200 } }))
  #people = new QueryController(this, listPeople, () => (this.query === '' ? undefined : { query: { limit: 8, query: this.query } }))
  #choose = new Action(this, async (id: string) => {
    this.person = await this.#api.call(getPerson, { params: { id } })
  })
  #explain = new Action(this, async (personId: string, permission: string) => {
    this.answer = undefined
    this.answer = await this.#api.call(explainAccess, { body: { personId, permission } })
  })

  constructor() {
    super()
    this.query = ''
    this.permission = ''
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('route')) return
    this.permission = this.route?.query.get('permission') ?? this.permission
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
            ${this.#who()} ${this.#what()}
            <button
              class="ln-button is-primary"
              type="submit"
              ?disabled=${this.person === undefined || this.permission === '' || this.#explain.pending}
            >
              ${text('admin.explain.ask')}
            </button>
            ${this.person === undefined ? nothing : html`<ln-view-as-button .personId=${this.person.id} .name=${this.person.name}></ln-view-as-button>`}
          </form>
          <div aria-live="polite">${this.answer === undefined ? nothing : this.#answered(this.answer)}</div>
        </div>
      </div>`
  }

  #who(): TemplateResult {
    const { text } = this.#localize
    return html`<div class="ln-field">
      <label class="ln-field-label" for="person">${text('admin.explain.person')}</label>
      <span class="ln-input-wrap"
        >${icon(search)}<input
          class="ln-input"
          id="person"
          type="search"
          maxlength="60"
          autocomplete="off"
          placeholder=${text('admin.people.search')}
          .value=${this.person?.name ?? this.query}
          @input=${this.#onQuery}
      /></span>
      ${
        this.person === undefined && this.query !== ''
          ? html`<ul class="found" aria-label=${text('admin.explain.found')}>
              ${(this.#people.data?.items ?? []).map(
                (person) =>
                  html`<li>
                    <button class="ln-row" type="button" @click=${() => this.#take(person)}>
                      ${avatar(person, { size: 24 })}<span class="ln-row-main">${person.name}</span
                      ><span class="ln-row-end">${person.affiliation ?? ''}</span>
                    </button>
                  </li>`,
              )}
            </ul>`
          : nothing
      }
    </div>`
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

  #answered({ allowed, scope, because }: Explanation): TemplateResult {
    const { text, locale } = this.#localize
    const scopeName = text(`admin.scope.${scope}`)
    return html`<div class="answer ${allowed ? 'is-yes' : 'is-no'}">
        ${icon(allowed ? circleCheck : circleSlash)}
        <strong>${text(allowed ? 'admin.explain.yes' : 'admin.explain.no', { name: this.person?.name ?? '', scope: scopeName })}</strong>
      </div>
      <ol class="steps" aria-label=${text('admin.explain.because')}>
        ${because.map(
          ({ holds, text: said }) =>
            html`<li class=${holds ? 'is-met' : ''}>
              ${icon(holds ? circleCheck : circleSlash)}
              <div>${said[locale]}<small>${text(holds ? 'admin.explain.for' : 'admin.explain.against')}</small></div>
            </li>`,
        )}
      </ol>`
  }

  #take(person: DirectoryPerson) {
    this.person = person
    this.query = ''
    this.renderRoot.querySelector<HTMLElement>('#permission')?.focus()
  }
  readonly #onQuery = (event: Event) => {
    this.person = undefined
    this.answer = undefined
    this.query = (event.target as HTMLInputElement).value
  }
  readonly #onPermission = (event: Event) => {
    this.permission = (event.target as HTMLSelectElement).value
    this.answer = undefined
  }
  readonly #onSubmit = (event: Event) => {
    event.preventDefault()
    if (this.person !== undefined && this.permission !== '') void this.#explain.start(this.person.id, this.permission)
  }
}
define('ln-admin-explain', LnAdminExplain)

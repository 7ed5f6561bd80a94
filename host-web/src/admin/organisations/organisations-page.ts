import { listOrganisations, type Organisation, peopleManage } from '@liaison/sdk/platform'
import {
  define,
  empty,
  groupAvatar,
  icon,
  LocalizeController,
  navigate,
  partsStyles,
  type Route,
  SessionController,
  skeletonRows,
  tableStyles,
} from '@liaison/sdk/web'
import { building2, chevronLeft, plus, search, searchX, x } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { adminPath } from '../admin-area.ts'
import { detailHeading } from '../detail-heading.ts'
import { EveryController } from '../every-controller.ts'
import { tablePageStyles } from '../table-page.styles.ts'
import { PaneFocusController } from '../pane-focus-controller.ts'
import { kinds, type OrganisationKind } from './organisation-form.ts'
import type { OrganisationSavedEvent } from './organisation-saved.event.ts'
import './organisation-people.ts'

const organisationsPath = `${adminPath}/organisations`
/** In the address, instead of an id */
const fresh = 'new'

/** Customers, suppliers and partners: who is in charge, whom one turns to, and their people. */
export class LnAdminOrganisations extends LitElement {
  static override properties = { route: { attribute: false }, query: { state: true }, kind: { state: true } }
  static override styles = [...partsStyles, tableStyles, tablePageStyles]
  declare route: Route | undefined
  declare query: string
  declare kind: OrganisationKind | undefined

  #localize = new LocalizeController(this)
  #session = new SessionController(this)
  #organisations = new EveryController(this, listOrganisations, () => ({ query: {} }))

  constructor() {
    super()
    this.query = ''
    new PaneFocusController(this)
  }

  override render() {
    const { text } = this.#localize
    const { data, problem, reload } = this.#organisations
    const chosen = this.route?.query.get('organisation') ?? undefined
    const organisation = data?.find(({ id }) => id === chosen)
    const isOpen = organisation !== undefined || (chosen === fresh && this.#mayChange)
    return html`<div class="ln-panes" data-pane=${isOpen ? 'detail' : 'content'}>
      <section class="ln-content">
        <header class="ln-head">
          <a class="ln-button is-icon is-quiet ln-phone ln-back" href=${adminPath} aria-label=${text('admin.back')}>${icon(chevronLeft)}</a>
          <h1>${text('admin.organisations')}</h1>
          <div class="ln-head-end">${this.#mayChange ? this.#creation() : nothing}</div>
        </header>
        ${this.#tools()} ${problem === undefined ? nothing : html`<ln-problem .problem=${problem} retry @ln-retry=${reload}></ln-problem>`}
        ${
          data === undefined
            ? html`<div class="table-waiting" aria-busy="true">${problem === undefined ? skeletonRows(8) : nothing}</div>`
            : this.#table(data, organisation)
        }
      </section>
      ${isOpen ? this.#detail(organisation) : nothing}
    </div>`
  }

  #creation(): TemplateResult {
    return html`<a class="ln-button is-primary" href="${organisationsPath}?organisation=${fresh}"
      >${icon(plus)}${this.#localize.text('admin.organisations.new')}</a
    >`
  }

  #tools(): TemplateResult {
    const { text } = this.#localize
    return html`<div class="ln-tools" role="search">
      <span class="ln-input-wrap"
        >${icon(search)}<input
          class="ln-input"
          type="search"
          maxlength="60"
          placeholder=${text('admin.organisations.search')}
          aria-label=${text('admin.organisations.search')}
          @input=${(event: Event) => (this.query = (event.target as HTMLInputElement).value.trim())}
      /></span>
      <div class="ln-segmented is-small" role="group" aria-label=${text('admin.organisations.kind')}>
        ${[undefined, ...kinds].map(
          (kind) =>
            html`<button type="button" aria-pressed=${kind === this.kind ? 'true' : 'false'} @click=${() => (this.kind = kind)}>
              ${text(`admin.organisations.kind.${kind ?? 'all'}`)}
            </button>`,
        )}
      </div>
    </div>`
  }

  #table(all: readonly Organisation[], open: Organisation | undefined): TemplateResult {
    const { text } = this.#localize
    const query = this.query.toLowerCase()
    const shown = all.filter(({ name, kind }) => (this.kind === undefined || kind === this.kind) && name.toLowerCase().includes(query))
    if (all.length === 0)
      return html`<div class="table-waiting">
        ${empty({ icon: building2, title: text('admin.organisations.none'), text: text('admin.organisations.none.hint') })}
      </div>`
    if (shown.length === 0)
      return html`<div class="table-waiting">${empty({ icon: searchX, title: text('admin.organisations.nothing') })}</div>`
    return html`<div class="ln-scroll" tabindex="0" aria-label=${text('admin.organisations')} role="region">
      <table class="ln-table table-page">
        <thead>
          <tr>
            <th scope="col">${text('admin.organisations.name')}</th>
            <th scope="col">${text('admin.organisations.kind')}</th>
            <th scope="col">${text('admin.organisations.contact')}</th>
            <th scope="col">${text('admin.organisations.manager')}</th>
            <th scope="col" class="is-end">${text('admin.departments.headcount')}</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map((organisation) => this.#row(organisation, organisation === open))}
        </tbody>
      </table>
    </div>`
  }

  #row({ id, name, kind, contact, manager, people }: Organisation, isOpen: boolean): TemplateResult {
    return html`<tr class=${isOpen ? 'is-selected' : ''}>
      <td>
        <a href="${organisationsPath}?organisation=${id}" aria-current=${isOpen ? 'true' : nothing}
          >${groupAvatar(name, { size: 24, external: true })}<span class="ln-row-title">${name}</span></a
        >
      </td>
      <td class="is-fact">${this.#localize.text(`admin.organisations.kind.${kind}`)}</td>
      <td class="is-fact">${contact?.name ?? ''}</td>
      <td class="is-fact">${manager?.name ?? ''}</td>
      <td class="is-fact is-end">${this.#localize.number(people)}</td>
    </tr>`
  }

  #detail(organisation: Organisation | undefined): TemplateResult {
    const { text } = this.#localize
    return html`<section class="ln-detail" aria-label=${text('admin.organisations.detail')} @ln-organisation-saved=${this.#onSaved}>
      <header class="ln-head">
        <a class="ln-button is-icon is-quiet ln-phone ln-back" href=${organisationsPath} aria-label=${text('admin.organisations.close')}
          >${icon(chevronLeft)}</a
        >
        ${detailHeading(text('admin.organisations'), organisation?.name ?? text('admin.organisations.new'))}
        <div class="ln-head-end ln-desk">
          <a class="ln-button is-icon is-quiet" href=${organisationsPath} aria-label=${text('admin.organisations.close')}>${icon(x)}</a>
        </div>
      </header>
      <div class="ln-scroll">
        ${keyed(
          organisation?.id,
          html`<ln-organisation-form .organisation=${organisation} ?locked=${!this.#mayChange}></ln-organisation-form>`,
        )}
        ${
          organisation === undefined
            ? nothing
            : html`<ln-organisation-people .organisation=${organisation} ?locked=${!this.#mayChange}></ln-organisation-people>`
        }
      </div>
    </section>`
  }

  /** Outside companies belong to the whole company. */
  get #mayChange(): boolean {
    return this.#session.scopeOf(peopleManage) === 'all'
  }
  readonly #onSaved = async ({ organisation: { id } }: OrganisationSavedEvent) => {
    await this.#organisations.reload()
    if (this.route?.query.get('organisation') !== id) navigate(`${organisationsPath}?organisation=${id}`, { replace: true })
  }
}
define('ln-admin-organisations', LnAdminOrganisations)

import type { Scope } from '@liaison/sdk'
import { changeMatrix, countRoleHolders, createRole, deleteRole, getMatrix, listRoles, type Role } from '@liaison/sdk/platform'
import {
  Action,
  ApiController,
  ContextController,
  define,
  externalBadge,
  icon,
  LocalizeController,
  menu,
  type MenuItem,
  navigate,
  partsStyles,
  QueryController,
  type Route,
  skeletonRows,
  tableStyles,
  ToastController,
} from '@liaison/sdk/web'
import { chevronLeft, copy, ellipsis, plus, table2, trash2, x } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { adminPath } from '../admin-area.ts'
import { detailHeading } from '../detail-heading.ts'
import { EveryController } from '../every-controller.ts'
import { PaneFocusController } from '../pane-focus-controller.ts'
import type { RoleSavedEvent } from './role-saved.event.ts'
import { styles } from './roles-page.styles.ts'
import './role-form.ts'
import './role-holders.ts'

const rolesPath = `${adminPath}/roles`
type Cells = Readonly<Record<string, Scope>>
/** In the address, instead of an id */
const fresh = 'new'
/** Of the role that is always there */
const administratorKey = 'administrator'

/** The roles of the company: named, made as copies, held by whom, deleted when nobody holds them. */
export class LnAdminRoles extends LitElement {
  static override properties = { route: { attribute: false }, asking: { state: true } }
  static override styles = [...partsStyles, tableStyles, styles]
  declare route: Route | undefined
  /** A role of the installation, which cannot be made again just so */
  declare asking: Role | undefined

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #toasts = new ToastController(this)
  #queries = new ContextController(this, 'queries')
  #roles = new EveryController(this, listRoles, () => ({ query: {} }))
  #counts = new QueryController(this, countRoleHolders, () => ({}))
  #matrix = new QueryController(this, getMatrix, () => (this.#open === undefined ? undefined : {}))
  #delete = new Action(this, async (role: Role) => {
    const { cells } = await this.#api.call(getMatrix, {})
    await this.#api.call(deleteRole, { params: { id: role.id } })
    navigate(rolesPath, { replace: true })
    await this.#reload()
    const undo = { label: this.#localize.text('admin.undo'), run: () => void this.#restore.start(role, cells[role.id] ?? {}) }
    this.#toasts.show({
      text: this.#localize.text('admin.roles.deleted', { name: role.name }),
      ...(role.key === null && { action: undo }),
    })
  })
  /** Nobody held it: one of the same name and cells is as good. */
  #restore = new Action(this, async ({ name, description, external }: Role, cells: Cells) => {
    const { id } = await this.#api.call(createRole, { body: { name, description, external } })
    const changes = Object.entries(cells).map(([permission, scope]) => ({ roleId: id, permission, scope }))
    if (changes.length > 0) await this.#api.call(changeMatrix, { body: { changes } })
    await this.#reload()
    navigate(`${rolesPath}?role=${id}`, { replace: true })
  })

  constructor() {
    super()
    new PaneFocusController(this)
  }

  override render() {
    const { text } = this.#localize
    const roles = this.#roles.data
    const role = this.#open
    const isOpen = roles !== undefined && (role !== undefined || this.#chosen === fresh)
    return html`<div class="ln-panes" data-pane=${isOpen ? 'detail' : 'content'}>
        <section class="ln-content">
          <header class="ln-head">
            <a class="ln-button is-icon is-quiet ln-phone ln-back" href=${adminPath} aria-label=${text('admin.back')}
              >${icon(chevronLeft)}</a
            >
            <h1>${text('admin.roles')}</h1>
            <div class="ln-head-end">
              <a class="ln-button is-primary" href="${rolesPath}?role=${fresh}">${icon(plus)}${text('admin.roles.new')}</a>
            </div>
          </header>
          <ln-problem .problem=${this.#delete.problem ?? this.#restore.problem}></ln-problem>
          ${this.#content(roles, role)}
        </section>
        ${isOpen ? this.#detail(roles, role) : nothing}
      </div>
      ${this.#confirmation()}`
  }

  #content(roles: readonly Role[] | undefined, open: Role | undefined): TemplateResult {
    const { text } = this.#localize
    const { problem, reload } = this.#roles
    const failed = problem === undefined ? nothing : html`<ln-problem .problem=${problem} retry @ln-retry=${reload}></ln-problem>`
    if (roles === undefined)
      return html`${failed}
        <div class="waiting" aria-busy="true">${problem === undefined ? skeletonRows(9) : nothing}</div>`
    return html`${failed}
      <div class="ln-scroll" tabindex="0" aria-label=${text('admin.roles')} role="region">
        <table class="ln-table roles-table">
          <thead>
            <tr>
              <th scope="col">${text('admin.roles.name')}</th>
              <th scope="col">${text('admin.roles.description')}</th>
              <th scope="col" class="is-end">${text('admin.roles.holders')}</th>
              <th scope="col">${text('admin.roles.origin')}</th>
            </tr>
          </thead>
          <tbody>
            ${roles.map((role) => this.#row(role, role === open))}
          </tbody>
        </table>
      </div>`
  }

  #row(role: Role, isOpen: boolean): TemplateResult {
    const { text } = this.#localize
    const people = this.#counts.data?.items.find(({ roleId }) => roleId === role.id)?.people ?? 0
    return html`<tr class=${isOpen ? 'is-selected' : ''}>
      <td>
        <a href="${rolesPath}?role=${role.id}" aria-current=${isOpen ? 'true' : nothing}
          ><span class="ln-row-title">${role.name}</span>${role.external ? externalBadge(this.#localize) : nothing}</a
        >
      </td>
      <td class="is-fact">${role.description}</td>
      <td class="is-fact is-end">${this.#counts.data === undefined ? '' : this.#localize.number(people)}</td>
      <td class="is-fact">${text(role.key === null ? 'admin.roles.origin.own' : 'admin.roles.origin.preset')}</td>
    </tr>`
  }

  #detail(roles: readonly Role[], role: Role | undefined): TemplateResult {
    const { text } = this.#localize
    const copyOf = this.route?.query.get('copy') ?? undefined
    return html`<section
      class="ln-detail"
      aria-label=${text('admin.roles.detail')}
      @ln-role-saved=${this.#onSaved}
      @ln-holders-changed=${() => this.#queries.service.invalidate(countRoleHolders)}
    >
      <header class="ln-head">
        <a class="ln-button is-icon is-quiet ln-phone ln-back" href=${rolesPath} aria-label=${text('admin.roles.close')}
          >${icon(chevronLeft)}</a
        >
        ${detailHeading(text('admin.roles'), role?.name ?? text('admin.roles.new'))}
        <div class="ln-head-end">
          ${role === undefined ? nothing : this.#acts(role)}
          <a class="ln-button is-icon is-quiet ln-desk" href=${rolesPath} aria-label=${text('admin.roles.close')}>${icon(x)}</a>
        </div>
      </header>
      <div class="ln-scroll">
        ${keyed(
          role?.id ?? copyOf,
          html`<ln-role-form .subject=${role} .roles=${roles} .copyOf=${role === undefined ? copyOf : undefined}></ln-role-form>`,
        )}
        ${
          role === undefined
            ? nothing
            : html`<ln-role-holders
                .subject=${role}
                ?administers=${this.#matrix.data?.cells[role.id]?.['access.manage'] !== undefined}
              ></ln-role-holders>`
        }
      </div>
    </section>`
  }

  #acts(role: Role): TemplateResult {
    const { text } = this.#localize
    const label = text('admin.departments.acts')
    const isHeld = (this.#counts.data?.items ?? []).some(({ roleId, people }) => roleId === role.id && people > 0)
    const items: MenuItem[] = [
      { label: text('admin.roles.matrix'), icon: table2, href: `${adminPath}/matrix?role=${role.id}` },
      { label: text('admin.roles.copy'), icon: copy, href: `${rolesPath}?role=${fresh}&copy=${role.id}` },
    ]
    if (role.key !== administratorKey)
      items.push({
        label: text('admin.roles.delete'),
        icon: trash2,
        danger: true,
        separated: true,
        disabled: isHeld,
        ...(isHeld && { hint: text('admin.roles.delete.held') }),
        run: () => (role.key === null ? void this.#delete.start(role) : void (this.asking = role)),
      })
    return html`<button class="ln-button is-icon is-quiet" type="button" popovertarget="acts" aria-haspopup="menu" aria-label=${label}>
        ${icon(ellipsis)}</button
      >${menu({ id: 'acts', label, items })}`
  }

  #confirmation(): TemplateResult {
    const { text } = this.#localize
    const { asking } = this
    const close = () => (this.asking = undefined)
    return html`<ln-dialog
      .open=${asking !== undefined}
      heading=${text('admin.roles.delete.heading', { name: asking?.name ?? '' })}
      @ln-dialog-closed=${close}
    >
      <p>${text('admin.roles.delete.hint')}</p>
      <button slot="foot" class="ln-button" type="button" @click=${close}>${text('admin.cancel')}</button>
      <button
        slot="foot"
        class="ln-button is-danger"
        type="button"
        @click=${() => {
          close()
          if (asking !== undefined) void this.#delete.start(asking)
        }}
      >
        ${text('admin.roles.delete')}
      </button>
    </ln-dialog>`
  }

  get #chosen(): string | undefined {
    return this.route?.query.get('role') ?? undefined
  }
  get #open(): Role | undefined {
    return this.#roles.data?.find(({ id }) => id === this.#chosen)
  }
  async #reload() {
    const { service } = this.#queries
    await Promise.all([this.#roles.reload(), service.invalidate(countRoleHolders), service.invalidate(getMatrix)])
  }
  readonly #onSaved = async ({ role }: RoleSavedEvent) => {
    await this.#reload()
    if (this.#chosen !== role.id) navigate(`${rolesPath}?role=${role.id}`, { replace: true })
  }
}
define('ln-admin-roles', LnAdminRoles)

import { changeDepartment, createDepartment, deleteDepartment, listDepartments, peopleManage } from '@liaison/sdk/platform'
import {
  Action,
  ApiController,
  define,
  empty,
  icon,
  LocalizeController,
  menu,
  type MenuItem,
  navigate,
  partsStyles,
  type Route,
  SessionController,
  skeletonRows,
  tableStyles,
  ToastController,
} from '@liaison/sdk/web'
import { arrowDown, arrowUp, building2, chevronLeft, ellipsis, folderInput, plus, search, trash2, x } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { adminPath } from '../admin-area.ts'
import { detailHeading } from '../detail-heading.ts'
import { EveryController } from '../every-controller.ts'
import { PaneFocusController } from '../pane-focus-controller.ts'
import type { DepartmentChosenEvent } from './department-chosen.event.ts'
import {
  type DepartmentNode,
  type DepartmentTree,
  mayBuildBelow,
  mayPlace,
  type Place,
  placeBeside,
  placeOf,
  treeOf,
  type TreeRights,
} from './department-model.ts'
import type { DepartmentMovedEvent } from './department-moved.event.ts'
import type { DepartmentsChangedEvent } from './departments-changed.event.ts'
import { styles } from './departments-page.styles.ts'
import './department-form.ts'
import './department-people.ts'
import './department-tree.ts'
import './move-dialog.ts'

const departmentsPath = `${adminPath}/departments`
/** In the address, instead of an id */
const fresh = 'new'
const newPath = (below: DepartmentNode | undefined) =>
  `${departmentsPath}?department=${fresh}${below === undefined ? '' : `&below=${below.department.id}`}`

/** The departments of the company as a tree: made, named, moved, ordered, deleted, and who is in them. */
export class LnAdminDepartments extends LitElement {
  static override properties = { route: { attribute: false }, query: { state: true }, moving: { state: true } }
  static override styles = [...partsStyles, tableStyles, styles]
  declare route: Route | undefined
  declare query: string
  /** Asked where it goes */
  declare moving: DepartmentNode | undefined

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #session = new SessionController(this)
  #toasts = new ToastController(this)
  #departments = new EveryController(this, listDepartments, () => ({ query: {} }))
  #move = new Action(this, async (node: DepartmentNode, place: Place, back: Place | undefined) => {
    const { id, name } = node.department
    await this.#api.call(changeDepartment, { params: { id }, body: place })
    await this.#departments.reload()
    const undo = back && { action: { label: this.#localize.text('admin.undo'), run: () => void this.#move.start(node, back, undefined) } }
    this.#toasts.show({
      text: this.#localize.text(back === undefined ? 'admin.departments.moved.back' : 'admin.departments.moved', { name }),
      ...undo,
    })
  })
  #delete = new Action(this, async (node: DepartmentNode, place: Place) => {
    const { id, name } = node.department
    await this.#api.call(deleteDepartment, { params: { id } })
    navigate(departmentsPath, { replace: true })
    await this.#departments.reload()
    const undo = { label: this.#localize.text('admin.undo'), run: () => void this.#restore.start(node, place) }
    this.#toasts.show({ text: this.#localize.text('admin.departments.deleted', { name }), action: undo })
  })
  /** What was deleted was empty: one of the same name, head and place is as good. */
  #restore = new Action(this, async ({ department: { name, headId } }: DepartmentNode, { parentId, position }: Place) => {
    const { id } = await this.#api.call(createDepartment, { body: { name, parentId, headId } })
    await this.#api.call(changeDepartment, { params: { id }, body: { position } })
    await this.#departments.reload()
    navigate(`${departmentsPath}?department=${id}`, { replace: true })
  })

  constructor() {
    super()
    this.query = ''
    new PaneFocusController(this)
  }

  override render() {
    const { text } = this.#localize
    const tree = this.#tree
    const chosen = this.route?.query.get('department') ?? undefined
    const node = chosen === undefined ? undefined : tree?.byId.get(chosen)
    const isOpen = tree !== undefined && (node !== undefined || (chosen === fresh && mayBuildBelow(this.#below, this.#rights)))
    return html`<div class="ln-panes" data-pane=${isOpen ? 'detail' : 'content'}>
        <section class="ln-content">
          <header class="ln-head">
            <a class="ln-button is-icon is-quiet ln-phone ln-back" href=${adminPath} aria-label=${text('admin.back')}
              >${icon(chevronLeft)}</a
            >
            <h1>${text('admin.departments')}</h1>
            <div class="ln-head-end">${this.#creation(tree, node)}</div>
          </header>
          ${this.#content(tree, node)}
        </section>
        ${isOpen ? this.#detail(tree, node) : nothing}
      </div>
      <ln-move-dialog
        .node=${this.moving}
        .tree=${tree}
        .rights=${this.#rights}
        @ln-department-moved=${this.#onMoved}
        @ln-dialog-closed=${() => (this.moving = undefined)}
      ></ln-move-dialog>`
  }

  /** Below the one that is shown, when that may be; else below the first that may. */
  #creation(tree: DepartmentTree | undefined, node: DepartmentNode | undefined): TemplateResult | typeof nothing {
    if (tree === undefined || !this.#rights.build) return nothing
    const suits = (one: DepartmentNode | undefined) => one !== undefined && mayBuildBelow(one, this.#rights)
    const below = suits(node) ? node : this.#rights.everywhere ? undefined : [...tree.byId.values()].find(suits)
    if (below === undefined && !this.#rights.everywhere) return nothing
    return html`<a class="ln-button is-primary" href=${newPath(below)}>${icon(plus)}${this.#localize.text('admin.departments.new')}</a>`
  }

  #content(tree: DepartmentTree | undefined, node: DepartmentNode | undefined): TemplateResult {
    const { text } = this.#localize
    const { problem, reload } = this.#departments
    const failed = this.#move.problem ?? this.#delete.problem ?? this.#restore.problem
    return html`<div class="ln-tools" role="search">
        <span class="ln-input-wrap"
          >${icon(search)}<input
            class="ln-input"
            type="search"
            maxlength="60"
            placeholder=${text('admin.departments.search')}
            aria-label=${text('admin.departments.search')}
            @input=${(event: Event) => (this.query = (event.target as HTMLInputElement).value.trim())}
        /></span>
        ${tree === undefined ? nothing : html`<small class="is-end">${text('admin.departments.count', { count: tree.byId.size })}</small>`}
      </div>
      ${problem === undefined ? nothing : html`<ln-problem .problem=${problem} retry @ln-retry=${reload}></ln-problem>`}
      <ln-problem .problem=${failed}></ln-problem>
      ${
        tree === undefined
          ? html`<div class="waiting" aria-busy="true">${problem === undefined ? skeletonRows(10) : nothing}</div>`
          : tree.byId.size === 0
            ? html`<div class="waiting">
                ${empty({ icon: building2, title: text('admin.departments.none'), text: text('admin.departments.none.hint') })}
              </div>`
            : html`<div class="columns" aria-hidden="true">
                  <span>${text('admin.departments.name')}</span><span>${text('admin.departments.head')}</span
                  ><span>${text('admin.departments.headcount')}</span>
                </div>
                <div class="ln-scroll">
                  <ln-department-tree
                    .tree=${tree}
                    .rights=${this.#rights}
                    .chosen=${node?.department.id}
                    .query=${this.query}
                    @ln-department-chosen=${(event: DepartmentChosenEvent) => navigate(`${departmentsPath}?department=${event.departmentId}`)}
                    @ln-department-moved=${this.#onMoved}
                  ></ln-department-tree>
                </div>
                ${this.#rights.build ? html`<p class="hint">${text('admin.departments.keys')}</p>` : nothing}`
      }`
  }

  #detail(tree: DepartmentTree, node: DepartmentNode | undefined): TemplateResult {
    const { text } = this.#localize
    return html`<section class="ln-detail" aria-label=${text('admin.departments.detail')} @ln-departments-changed=${this.#onChanged}>
      <header class="ln-head">
        <a class="ln-button is-icon is-quiet ln-phone ln-back" href=${departmentsPath} aria-label=${text('admin.departments.close')}
          >${icon(chevronLeft)}</a
        >
        ${detailHeading(text('admin.departments'), node?.department.name ?? text('admin.departments.new'))}
        <div class="ln-head-end">
          ${node === undefined ? nothing : this.#acts(tree, node)}
          <a class="ln-button is-icon is-quiet ln-desk" href=${departmentsPath} aria-label=${text('admin.departments.close')}>${icon(x)}</a>
        </div>
      </header>
      <div class="ln-scroll">
        ${keyed(
          node?.department.id ?? `below ${this.#below?.department.id}`,
          html`<ln-department-form
            .node=${node}
            .below=${node === undefined ? this.#below : undefined}
            .tree=${tree}
            .rights=${this.#rights}
          ></ln-department-form>`,
        )}
        ${node === undefined ? nothing : html`<ln-department-people .node=${node} .rights=${this.#rights}></ln-department-people>`}
      </div>
    </section>`
  }

  #acts(tree: DepartmentTree, node: DepartmentNode): TemplateResult | typeof nothing {
    const { text } = this.#localize
    const step = (by: 1 | -1) => placeBeside(tree, node, by, this.#rights)
    const ordering = (label: string, sign: typeof arrowUp, by: 1 | -1, hint: string): MenuItem => ({
      label: text(label),
      icon: sign,
      hint,
      disabled: step(by) === undefined,
      run: () => this.#start(node, step(by)),
    })
    const items: MenuItem[] = [
      ...(mayBuildBelow(node, this.#rights) ? [{ label: text('admin.departments.new.below'), icon: plus, href: newPath(node) }] : []),
      ...(mayPlace(node, this.#rights)
        ? [
            { label: text('admin.departments.move'), icon: folderInput, run: () => void (this.moving = node) },
            ordering('admin.departments.up', arrowUp, -1, 'Alt ↑'),
            ordering('admin.departments.down', arrowDown, 1, 'Alt ↓'),
            {
              label: text('admin.departments.delete'),
              icon: trash2,
              danger: true,
              separated: true,
              disabled: node.department.peopleBelow > 0 || node.children.length > 0,
              run: () => void this.#delete.start(node, placeOf(tree, node)),
            },
          ]
        : []),
    ]
    if (items.length === 0) return nothing
    const label = text('admin.departments.acts')
    return html`<button class="ln-button is-icon is-quiet" type="button" popovertarget="acts" aria-haspopup="menu" aria-label=${label}>
        ${icon(ellipsis)}</button
      >${menu({ id: 'acts', label, items })}`
  }

  get #rights(): TreeRights {
    const scope = this.#session.scopeOf(peopleManage)
    return { build: scope === 'department-tree' || scope === 'all', everywhere: scope === 'all' }
  }
  get #below(): DepartmentNode | undefined {
    return this.#tree?.byId.get(this.route?.query.get('below') ?? '')
  }
  // The tree compares by identity: what is the same stays the same object.
  #kept: { readonly of: readonly unknown[]; readonly tree: DepartmentTree } | undefined
  get #tree(): DepartmentTree | undefined {
    const { data } = this.#departments
    if (data !== undefined && data !== this.#kept?.of) this.#kept = { of: data, tree: treeOf(data) }
    return data === undefined ? undefined : this.#kept?.tree
  }

  #start(node: DepartmentNode, place: Place | undefined) {
    const tree = this.#tree
    if (tree !== undefined && place !== undefined) void this.#move.start(node, place, placeOf(tree, node))
  }
  readonly #onMoved = ({ node, place }: DepartmentMovedEvent) => this.#start(node, place)
  readonly #onChanged = async ({ show }: DepartmentsChangedEvent) => {
    await this.#departments.reload()
    if (typeof show === 'string' && this.route?.query.get('department') !== show)
      navigate(`${departmentsPath}?department=${show}`, { replace: true })
  }
}
define('ln-admin-departments', LnAdminDepartments)

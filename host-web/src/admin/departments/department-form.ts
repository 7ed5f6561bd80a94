import type { DirectoryPerson, PersonSummary } from '@liaison/sdk'
import { changeDepartment, createDepartment } from '@liaison/sdk/platform'
import { Action, ApiController, define, icon, LocalizeController, partsStyles, ToastController } from '@liaison/sdk/web'
import { chevronDown } from '@liaison/sdk/icons'
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { PersonChosenEvent } from '../person-search/person-chosen.event.ts'
import '../person-search/person-field.ts'
import { TypedController } from '../typed-controller.ts'
import { type DepartmentNode, type DepartmentTree, linesOf, mayBuildBelow, mayPlace, pathOf, type TreeRights } from './department-model.ts'
import { DepartmentsChangedEvent } from './departments-changed.event.ts'

const styles = css`
  :host {
    display: block;
  }
  form {
    display: grid;
    gap: var(--ln-space-4);
    padding: var(--ln-space-4);
  }
  .above {
    color: var(--ln-text-2);
  }
  .acts {
    display: flex;
    justify-content: flex-end;
    gap: var(--ln-space-2);
  }
`

type Head = Pick<PersonSummary | DirectoryPerson, 'id' | 'name' | 'kind' | 'affiliation'>

/** Makes a department, or renames one and gives it a head. @fires ln-departments-changed */
export class LnDepartmentForm extends LitElement {
  static override properties = {
    node: { attribute: false },
    below: { attribute: false },
    tree: { attribute: false },
    rights: { attribute: false },
    name: { state: true },
    head: { state: true },
  }
  static override styles = [...partsStyles, styles]
  /** Undefined: a new one */
  declare node: DepartmentNode | undefined
  /** Where a new one is made; undefined: at the top */
  declare below: DepartmentNode | undefined
  declare tree: DepartmentTree
  declare rights: TreeRights
  declare name: string
  declare head: Head | null

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #toasts = new ToastController(this)
  #typed = new TypedController(this)
  /** As it was when its fields were shown: only what differs from that is the person's own change */
  #basis: DepartmentNode['department'] | undefined
  #save = new Action(this, async () => {
    const saved = this.node === undefined ? await this.#create() : await this.#change(this.node)
    this.#typed.settle()
    const said = this.node === undefined ? 'admin.departments.created' : 'admin.departments.saved'
    this.#toasts.show({ text: this.#localize.text(said, { name: saved.name }) })
    this.dispatchEvent(new DepartmentsChangedEvent(saved.id))
  })

  constructor() {
    super()
    this.name = ''
    this.head = null
  }

  override willUpdate(changed: PropertyValues<this>) {
    // what others changed meanwhile does not take away what is typed here
    if (!changed.has('node') || this.#typed.isTyped) return
    this.#basis = this.node?.department
    this.name = this.node?.department.name ?? ''
    this.head = this.node?.department.head ?? null
    this.#save.reset()
  }

  override render() {
    const { text } = this.#localize
    const { node } = this
    const mayChange = node === undefined || node.department.managed
    return html`<form @submit=${this.#onSubmit} autocomplete="off">
      <ln-problem .problem=${this.#save.problem}></ln-problem>
      <div class="ln-field">
        <label class="ln-field-label" for="name"
          >${text('admin.departments.name')}<span class="ln-field-required" aria-hidden="true">*</span></label
        >
        <input
          class="ln-input"
          id="name"
          required
          maxlength="60"
          ?disabled=${!mayChange}
          .value=${this.name}
          @input=${(event: Event) => (this.name = (event.target as HTMLInputElement).value)}
        />
      </div>
      ${this.#aboveField()} ${this.#headField()}
      ${
        mayChange
          ? html`<div class="acts">
              <button class="ln-button is-primary" type="submit" ?disabled=${this.#save.pending || !this.#isChanged}>
                ${text(node === undefined ? 'admin.people.create' : 'admin.save')}
              </button>
            </div>`
          : nothing
      }
    </form>`
  }

  /** A new one goes below any that the person builds below; another moves by the menu, the keys or the mouse. */
  #aboveField(): TemplateResult {
    const { text } = this.#localize
    const { node, below, tree, rights } = this
    if (node !== undefined)
      return html`<div class="ln-field">
        <span class="ln-field-label">${text('admin.departments.above')}</span>
        <span class="above">${node.parent === undefined ? text('admin.departments.top') : pathOf(node.parent)}</span>
      </div>`
    const targets = linesOf(tree.roots, new Set(tree.byId.keys())).filter((one) => mayBuildBelow(one, rights))
    return html`<div class="ln-field">
      <label class="ln-field-label" for="above">${text('admin.departments.above')}</label>
      <span class="ln-select-wrap"
        ><select
          class="ln-select"
          id="above"
          @change=${(event: Event) => (this.below = tree.byId.get((event.target as HTMLSelectElement).value))}
        >
          ${rights.everywhere ? html`<option value="" ?selected=${below === undefined}>${text('admin.departments.top')}</option>` : nothing}
          ${targets.map((one) => html`<option value=${one.department.id} ?selected=${one === below}>${pathOf(one)}</option>`)}</select
        >${icon(chevronDown)}</span
      >
    </div>`
  }

  #headField(): TemplateResult {
    const { text } = this.#localize
    return html`<ln-person-field
      label=${text('admin.departments.head')}
      find=${text('admin.departments.head.find')}
      clear=${text('admin.departments.head.clear')}
      none=${text('admin.departments.head.none')}
      .person=${this.head}
      .among=${{ kind: 'internal' }}
      ?locked=${this.node !== undefined && !mayPlace(this.node, this.rights)}
      @ln-person-chosen=${(event: PersonChosenEvent) => this.#appoint(event.person)}
      @ln-person-cleared=${() => this.#appoint(null)}
    ></ln-person-field>`
  }

  #appoint(head: Head | null) {
    this.head = head
    this.#typed.touch()
  }
  get #isChanged(): boolean {
    const { name, headId } = this.#basis ?? { name: '', headId: null }
    return this.name.trim() !== '' && (this.node === undefined || this.name.trim() !== name || (this.head?.id ?? null) !== headId)
  }
  readonly #onSubmit = (event: Event) => {
    event.preventDefault()
    if (this.#isChanged) void this.#save.start()
  }

  #create() {
    const parentId = this.below?.department.id ?? null
    return this.#api.call(createDepartment, { body: { name: this.name.trim(), parentId, ...(this.head && { headId: this.head.id }) } })
  }
  #change({ department: { id, version, ...now } }: DepartmentNode) {
    const { name, headId } = this.#basis ?? now
    const next = this.head?.id ?? null
    const body = { ...(this.name.trim() !== name && { name: this.name.trim() }), ...(next !== headId && { headId: next }) }
    return this.#api.call(changeDepartment, { params: { id }, body }, { version })
  }
}
define('ln-department-form', LnDepartmentForm)

import { define, DialogClosedEvent, LocalizeController, partsStyles } from '@liaison/sdk/web'
import { css, html, LitElement, type PropertyValues } from 'lit'
import { type DepartmentNode, type DepartmentTree, linesOf, mayMoveBelow, pathOf, placeOf, type TreeRights } from './department-model.ts'
import { DepartmentMovedEvent } from './department-moved.event.ts'

const styles = css`
  :host {
    display: contents;
  }
  .fields {
    display: grid;
    gap: var(--ln-space-3);
  }
  select {
    height: 280px;
    padding: var(--ln-space-1);
  }
  option {
    padding: 6px var(--ln-space-2);
    border-radius: var(--ln-radius-s);
  }
`

/** Asks below which department another one goes, from those below which it may. @fires ln-department-moved, ln-dialog-closed */
export class LnMoveDialog extends LitElement {
  static override properties = {
    node: { attribute: false },
    tree: { attribute: false },
    rights: { attribute: false },
    query: { state: true },
    target: { state: true },
  }
  static override styles = [...partsStyles, styles]
  /** What moves; undefined: closed */
  declare node: DepartmentNode | undefined
  declare tree: DepartmentTree
  declare rights: TreeRights
  declare query: string
  /** Empty: to the top */
  declare target: string | undefined

  #localize = new LocalizeController(this)

  constructor() {
    super()
    this.query = ''
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('node')) return
    this.query = ''
    this.target = undefined
  }

  override render() {
    const { text } = this.#localize
    const { node } = this
    return html`<ln-dialog
      .open=${node !== undefined}
      heading=${text('admin.departments.move.heading', { name: node?.department.name ?? '' })}
      @ln-dialog-closed=${this.#onClosed}
    >
      <div class="fields">
        <input
          class="ln-input"
          type="search"
          autofocus
          aria-label=${text('admin.departments.search')}
          placeholder=${text('admin.departments.search')}
          .value=${this.query}
          @input=${(event: Event) => (this.query = (event.target as HTMLInputElement).value.trim())}
        />
        <select
          class="ln-select"
          size="10"
          aria-label=${text('admin.departments.move.target')}
          @change=${(event: Event) => (this.target = (event.target as HTMLSelectElement).value)}
          @dblclick=${this.#onGo}
        >
          ${this.#targets.map(([id, name]) => html`<option value=${id} ?selected=${id === this.target}>${name}</option>`)}
        </select>
      </div>
      <button slot="foot" class="ln-button" type="button" @click=${() => (this.node = undefined)}>${text('admin.cancel')}</button>
      <button slot="foot" class="ln-button is-primary" type="button" ?disabled=${this.target === undefined} @click=${this.#onGo}>
        ${text('admin.departments.move.go')}
      </button>
    </ln-dialog>`
  }

  get #targets(): readonly (readonly [string, string])[] {
    const { node, tree, rights } = this
    if (node === undefined) return []
    const everything = linesOf(tree.roots, new Set(tree.byId.keys()))
    const below = everything.filter((one) => one !== node.parent && mayMoveBelow(node, one, rights))
    const named = below.map((one) => [one.department.id, pathOf(one)] as const)
    const top =
      node.parent !== undefined && mayMoveBelow(node, undefined, rights)
        ? [['', this.#localize.text('admin.departments.top')] as const]
        : []
    return [...top, ...named].filter(([, name]) => name.toLowerCase().includes(this.query.toLowerCase()))
  }
  readonly #onClosed = () => {
    this.node = undefined
    this.dispatchEvent(new DialogClosedEvent())
  }
  readonly #onGo = () => {
    const { node, target, tree } = this
    if (node === undefined || target === undefined) return
    const parent = tree.byId.get(target)
    const siblings = parent?.children ?? tree.roots
    this.node = undefined
    const place = { parentId: parent?.department.id ?? null, position: siblings.length }
    if (placeOf(tree, node).parentId !== place.parentId) this.dispatchEvent(new DepartmentMovedEvent(node, place))
  }
}
define('ln-move-dialog', LnMoveDialog)

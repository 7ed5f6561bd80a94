import { avatar, define, each, icon, LocalizeController, partsStyles } from '@liaison/sdk/web'
import { chevronRight } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { DepartmentChosenEvent } from './department-chosen.event.ts'
import {
  type DepartmentNode,
  type DepartmentTree,
  linesOf,
  mayPlace,
  placeAt,
  placeBeside,
  siblingsOf,
  type TreeRights,
} from './department-model.ts'
import { DepartmentMovedEvent } from './department-moved.event.ts'
import { styles } from './department-tree.styles.ts'
import { TreeDrag } from './tree-drag.ts'
import { moveOf } from './tree-keys.ts'

/** A small tree is shown whole. */
const openAll = 80

/**
 * The tree of departments. Arrows move, Enter shows, Alt with arrows orders, Ctrl X and Ctrl V move below another; the mouse drags.
 * @fires ln-department-chosen
 * @fires ln-department-moved
 */
export class LnDepartmentTree extends LitElement {
  static override properties = {
    tree: { attribute: false },
    rights: { attribute: false },
    chosen: {},
    query: {},
    open: { state: true },
    present: { state: true },
    marked: { state: true },
  }
  static override styles = [...partsStyles, styles]
  declare tree: DepartmentTree
  declare rights: TreeRights
  declare chosen: string | undefined
  /** Part of a name: shows what matches, with what lies above */
  declare query: string
  declare open: ReadonlySet<string>
  /** The line that takes the focus */
  declare present: string | undefined
  /** Cut, to be put somewhere else */
  declare marked: string | undefined

  #localize = new LocalizeController(this)
  #drag = new TreeDrag(this, {
    nodeOf: (event) => this.#nodeOf(event),
    place: (node, target, where) => placeAt(this.tree, node, target, where, this.rights),
    open: (node) => this.#toggle(node, true),
    move: (node, place) => this.#move(node, place),
  })
  #hadFocus = false

  constructor() {
    super()
    this.query = ''
    this.open = new Set()
  }

  override willUpdate(changed: PropertyValues<this>) {
    this.#hadFocus = this.renderRoot instanceof ShadowRoot && this.renderRoot.activeElement?.role === 'treeitem'
    const { byId, roots } = this.tree
    if (changed.has('tree') && changed.get('tree') === undefined)
      this.open = new Set(byId.size <= openAll ? byId.keys() : roots.map(({ department }) => department.id))
    if ((changed.has('chosen') || changed.has('tree')) && this.chosen !== undefined) this.#reveal(byId.get(this.chosen))
    if (changed.has('chosen') && this.chosen !== undefined) this.present = this.chosen
    if (this.present === undefined || !byId.has(this.present)) this.present = this.chosen ?? roots[0]?.department.id
  }

  override updated(changed: PropertyValues<this>) {
    // a line that moved has lost the focus
    if (this.#hadFocus && (changed.has('present') || changed.has('tree') || changed.has('open'))) this.#lineOf(this.present)?.focus()
  }

  override render() {
    const { text } = this.#localize
    const marked = this.marked === undefined ? undefined : this.tree.byId.get(this.marked)
    const lines = this.#lines
    const present = lines.some(({ department }) => department.id === this.present) ? this.present : lines[0]?.department.id
    return html`<div
        role="tree"
        aria-label=${text('admin.departments')}
        @click=${this.#onClick}
        @keydown=${this.#onKey}
        @focusin=${this.#onFocus}
        @dragstart=${this.#drag.onStart}
        @dragover=${this.#drag.onOver}
        @drop=${this.#drag.onDrop}
        @dragend=${this.#drag.onEnd}
      >
        ${each(
          lines,
          ({ department }) => department.id,
          (node) => guard(this.#drawnFrom(node, present), () => this.#line(node, node.department.id === present)),
        )}
      </div>
      <p class="ln-visually-hidden" role="status">
        ${marked === undefined ? '' : text('admin.departments.marked', { name: marked.department.name })}
      </p>`
  }

  /** All that a line shows: five hundred of them are not drawn again for each key. */
  #drawnFrom(node: DepartmentNode, present: string | undefined): unknown[] {
    const { id } = node.department
    const drop = this.#drag.on(id)
    const isOpen = this.query !== '' || this.open.has(id)
    return [node, id === present, id === this.chosen, id === this.marked, drop, isOpen, this.#localize.locale, this.rights.everywhere]
  }

  #line(node: DepartmentNode, isPresent: boolean): TemplateResult {
    const { department, level, children } = node
    const { id, name, head, managed, peopleBelow } = department
    const { text } = this.#localize
    const siblings = siblingsOf(this.tree, node)
    const isOpen = this.query !== '' || this.open.has(id)
    return html`<div
      class="line ${managed ? '' : 'is-foreign'} ${id === this.marked ? 'is-marked' : ''}"
      role="treeitem"
      data-id=${id}
      data-drop=${this.#drag.on(id) ?? nothing}
      tabindex=${isPresent ? 0 : -1}
      aria-level=${level}
      aria-setsize=${siblings.length}
      aria-posinset=${siblings.indexOf(node) + 1}
      aria-expanded=${children.length === 0 ? nothing : isOpen ? 'true' : 'false'}
      aria-selected=${id === this.chosen ? 'true' : 'false'}
      draggable=${mayPlace(node, this.rights) ? 'true' : 'false'}
    >
      ${Array.from({ length: level - 1 }, () => html`<span class="step"></span>`)}
      <span class="twist ${children.length === 0 ? '' : 'is-there'}">${children.length === 0 ? nothing : icon(chevronRight, 14)}</span>
      <span class="name">${name}</span>
      <span class="head"
        >${head === null ? nothing : html`<span class="ln-visually-hidden">${text('admin.departments.head')}</span>${avatar(head, { size: 20 })}${head.name}`}</span
      >
      <span class="count"
        ><span class="ln-visually-hidden">${text('admin.departments.headcount')}</span>${this.#localize.number(peopleBelow)}</span
      >
    </div>`
  }

  get #lines(): readonly DepartmentNode[] {
    const { roots, byId } = this.tree
    const query = this.query.toLowerCase()
    if (query === '') return linesOf(roots, this.open)
    const shown = new Set<DepartmentNode>()
    for (const node of byId.values())
      if (node.department.name.toLowerCase().includes(query))
        for (let one: DepartmentNode | undefined = node; one !== undefined; one = one.parent) shown.add(one)
    return linesOf(roots, new Set(byId.keys())).filter((node) => shown.has(node))
  }

  #reveal(node: DepartmentNode | undefined) {
    const above: string[] = []
    for (let one = node?.parent; one !== undefined; one = one.parent) above.push(one.department.id)
    if (above.some((id) => !this.open.has(id))) this.open = new Set([...this.open, ...above])
  }
  #toggle({ department }: DepartmentNode, isOpen: boolean) {
    const open = new Set(this.open)
    if (isOpen) open.add(department.id)
    else open.delete(department.id)
    this.open = open
  }
  #lineOf(id: string | undefined): HTMLElement | null {
    return id === undefined ? null : this.renderRoot.querySelector<HTMLElement>(`[data-id="${id}"]`)
  }
  #nodeOf(event: Event): DepartmentNode | undefined {
    const line = (event.target as HTMLElement).closest<HTMLElement>('[role=treeitem]')
    return line === null ? undefined : this.tree.byId.get(line.dataset.id ?? '')
  }
  #move(node: DepartmentNode, place: { parentId: string | null; position: number } | undefined) {
    if (place !== undefined) this.dispatchEvent(new DepartmentMovedEvent(node, place))
  }

  readonly #onFocus = (event: Event) => {
    const node = this.#nodeOf(event)
    if (node !== undefined) this.present = node.department.id
  }
  readonly #onClick = (event: Event) => {
    const node = this.#nodeOf(event)
    if (node === undefined) return
    if ((event.target as HTMLElement).closest('.twist.is-there') !== null) this.#toggle(node, !this.open.has(node.department.id))
    else this.dispatchEvent(new DepartmentChosenEvent(node.department.id))
  }

  readonly #onKey = (event: KeyboardEvent) => {
    const node = this.#nodeOf(event)
    if (node === undefined || event.isComposing) return
    if (event.altKey || event.ctrlKey || event.metaKey) return this.#onShortcut(event, node)
    if (event.key === 'Escape' && this.marked !== undefined) this.marked = undefined
    else if (event.key === 'Enter' || event.key === ' ') this.dispatchEvent(new DepartmentChosenEvent(node.department.id))
    else {
      const move = moveOf(event.key, this.#lines, node, this.open)
      if (move === undefined) return
      if ('to' in move) {
        this.present = move.to.department.id
        this.#lineOf(this.present)?.focus()
      } else this.#toggle('open' in move ? move.open : move.close, 'open' in move)
    }
    event.preventDefault()
  }
  #onShortcut(event: KeyboardEvent, node: DepartmentNode) {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined
    const key = event.key.toLowerCase()
    if (event.altKey && step !== undefined) this.#move(node, placeBeside(this.tree, node, step, this.rights))
    else if (event.altKey) return
    else if (key === 'x' && mayPlace(node, this.rights)) this.marked = node.department.id
    else if (key === 'v' && this.marked !== undefined) {
      const marked = this.tree.byId.get(this.marked)
      const place = marked === undefined ? undefined : placeAt(this.tree, marked, node, 'inside', this.rights)
      if (marked === undefined || place === undefined) return
      this.marked = undefined
      this.#move(marked, place)
    } else return
    event.preventDefault()
  }
}
define('ln-department-tree', LnDepartmentTree)

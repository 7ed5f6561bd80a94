import type { Scope } from '@liaison/sdk'
import type { Role } from '@liaison/sdk/platform'
import { define, LocalizeController, partsStyles } from '@liaison/sdk/web'
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { repeat } from 'lit/directives/repeat.js'
import { CellChosenEvent } from './cell-chosen.event.ts'
import { styles } from './matrix-grid.styles.ts'
import { type Changes, choicesOf, keyOf, type Matrix, type MatrixLine, presentScope } from './matrix-model.ts'
import { moved, type Place } from './matrix-keys.ts'
import { type Window, windowOf } from './matrix-window.ts'
import { type Picked, scopePicker } from './scope-picker.ts'
import { scopeStyles } from './scope.styles.ts'

const narrowestColumn = 88
const spare = 4

/**
 * Permissions × roles. Only what is in sight is drawn, so that thousands of cells scroll quickly; for the same reason the grid
 * keeps the focus and names its active cell, which may be out of sight.
 * @fires ln-cell-chosen
 */
export class LnMatrixGrid extends LitElement {
  static override properties = {
    matrix: { attribute: false },
    changes: { attribute: false },
    lines: { attribute: false },
    columns: { attribute: false },
    moduleName: { attribute: false },
    active: { state: true },
    picked: { state: true },
    rowsSeen: { state: true },
    columnsSeen: { state: true },
  }
  static override styles = [...partsStyles, scopeStyles, styles]
  declare matrix: Matrix
  declare changes: Changes
  declare lines: readonly MatrixLine[]
  declare columns: readonly Role[]
  /** What a module is called */
  declare moduleName: (id: string) => string
  declare active: Place
  declare picked: Picked | undefined
  declare rowsSeen: Window
  declare columnsSeen: Window

  #localize = new LocalizeController(this)
  #observer = new ResizeObserver(() => this.#take())
  #rowHeight = 30
  #nameWidth = 0
  #headHeight = 0
  #room = { width: 0, height: 0 }
  #columnWidth = narrowestColumn
  #words = new Map<string, string>()

  constructor() {
    super()
    this.active = { row: 1, column: 0 }
    this.rowsSeen = { first: 0, end: 40 }
    this.columnsSeen = { first: 0, end: 12 }
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    this.#observer.disconnect()
  }

  override firstUpdated() {
    this.#observer.observe(this)
    this.#take()
  }

  override willUpdate(changed: PropertyValues<this>) {
    this.#words = new Map(scopeWords.map((key) => [key, this.#localize.text(key)]))
    if (changed.has('lines') || changed.has('columns')) {
      const row =
        this.lines[this.active.row]?.kind === 'permission' ? this.active.row : this.lines.findIndex(({ kind }) => kind === 'permission')
      this.active = { row, column: Math.min(this.active.column, this.columns.length - 1) }
      if (this.hasUpdated) queueMicrotask(() => this.#take())
    }
  }

  override updated() {
    this.#measure()
  }

  override render() {
    const { text } = this.#localize
    const { first, end } = this.columnsSeen
    const seen = this.columns.slice(first, end)
    const { row, column } = this.active
    const isSeen = row >= this.rowsSeen.first && row < this.rowsSeen.end && column >= first && column < end
    return html`<div
        class="matrix"
        role="grid"
        tabindex="0"
        aria-label=${text('admin.matrix')}
        aria-rowcount=${this.lines.length + 1}
        aria-colcount=${this.columns.length + 1}
        aria-activedescendant=${isSeen ? `c-${row}-${column}` : nothing}
        @scroll=${this.#look}
        @click=${this.#onClick}
        @keydown=${this.#onKey}
      >
        ${this.#head(seen)}
        <div class="matrix-body" role="rowgroup">
          <div class="matrix-lines" role="presentation">
            ${repeat(
              this.lines.slice(this.rowsSeen.first, this.rowsSeen.end),
              (line) => (line.kind === 'module' ? `module ${line.module}` : line.permission.key),
              (line, at) => {
                const row = this.rowsSeen.first + at
                return guard(this.#dependsOn(line, row), () => this.#line(line, row, seen))
              },
            )}
          </div>
        </div>
      </div>
      ${scopePicker(this.picked, this.#localize, this.#choose)}`
  }

  #head(seen: readonly Role[]): TemplateResult {
    const { text } = this.#localize
    return html`<div class="matrix-line matrix-head" role="row" aria-rowindex="1">
      <div class="matrix-name" role="columnheader" aria-colindex="1"><span>${text('admin.matrix.permission')}</span></div>
      <span class="matrix-gap" role="presentation"></span>
      ${seen.map(
        (role, at) =>
          html`<div
            class=${role.external ? 'matrix-role is-external' : 'matrix-role'}
            role="columnheader"
            aria-colindex=${this.columnsSeen.first + at + 2}
            title=${role.name}
          >
            <span>${role.name}</span>${role.external ? html`<small>${text('admin.external')}</small>` : nothing}
          </div>`,
      )}
    </div>`
  }

  /** A line that stays in sight is not drawn anew. */
  #dependsOn(line: MatrixLine, row: number): unknown[] {
    const { first, end } = this.columnsSeen
    const active = row === this.active.row ? this.active.column : -1
    const picked = line.kind === 'permission' && this.picked?.permission === line.permission ? this.picked : undefined
    return [line, row, first, end, this.columns, this.matrix, this.changes, this.moduleName, active, picked, this.#localize.locale]
  }

  #line(line: MatrixLine, row: number, seen: readonly Role[]): TemplateResult {
    if (line.kind === 'module')
      return html`<div class="matrix-line is-module" role="row" aria-rowindex=${row + 2}>
        <div class="matrix-name" role="rowheader">
          ${this.moduleName(line.module)} <small>${this.#localize.text('admin.matrix.count', { count: line.count })}</small>
        </div>
      </div>`
    const { permission } = line
    const title = permission.title[this.#localize.locale]
    return html`<div class="matrix-line" role="row" aria-rowindex=${row + 2}>
      <div class="matrix-name" role="rowheader" aria-colindex="1" title="${title} · ${permission.key}"><span>${title}</span></div>
      <span class="matrix-gap" role="presentation"></span>
      ${repeat(
        seen,
        ({ id }) => id,
        (role, at) => this.#cell(line, role, row, this.columnsSeen.first + at),
      )}
    </div>`
  }

  #cell({ permission }: Extract<MatrixLine, { kind: 'permission' }>, role: Role, row: number, column: number): TemplateResult {
    const scope = presentScope(this.matrix, this.changes, role.id, permission.key)
    const isLocked = scope === 'none' && choicesOf(permission, role).length === 1
    const marks = [
      'matrix-cell',
      this.changes.has(keyOf(role.id, permission.key)) && 'is-changed',
      row === this.active.row && column === this.active.column && 'is-active',
      this.picked?.permission === permission && this.picked.role === role && 'is-open',
    ]
    return html`<div class=${marks.filter(Boolean).join(' ')} role="gridcell" id="c-${row}-${column}" aria-colindex=${column + 2}>
      <span class=${isLocked ? 'matrix-scope is-locked' : 'matrix-scope'} data-scope=${scope}
        >${this.#words.get(isLocked ? 'admin.scope.locked' : `admin.scope.${scope}`)}</span
      >
    </div>`
  }

  /** Where the drawn part stands in the whole. */
  #measure() {
    const set = (name: string, pixels: number) => this.style.setProperty(name, `${pixels}px`)
    set('--matrix-column', this.#columnWidth)
    set('--matrix-columns', this.columns.length * this.#columnWidth)
    set('--matrix-left', this.columnsSeen.first * this.#columnWidth)
    set('--matrix-height', this.lines.length * this.#rowHeight)
    // On its own element: what is inherited would have every cell's style computed anew.
    const top = this.rowsSeen.first * this.#rowHeight
    this.renderRoot.querySelector<HTMLElement>('.matrix-lines')?.style.setProperty('top', `${top}px`)
  }

  /** The sizes that the style sheet gives; they change with the room there is. */
  #take() {
    const style = getComputedStyle(this)
    const measure = (name: string) => Number.parseFloat(style.getPropertyValue(name))
    this.#rowHeight = measure('--matrix-row')
    this.#nameWidth = measure('--matrix-name')
    this.#headHeight = measure('--matrix-head')
    this.#room = { width: this.#box?.clientWidth ?? 0, height: this.#box?.clientHeight ?? 0 }
    this.#look()
  }

  /** What is in sight now. */
  readonly #look = () => {
    const box = this.#box
    if (box === null) return
    const forRoles = this.#room.width - this.#nameWidth
    const column = Math.max(narrowestColumn, Math.floor(forRoles / Math.max(1, this.columns.length)))
    if (column !== this.#columnWidth) {
      this.#columnWidth = column
      this.requestUpdate()
    }
    const rows = windowOf(this.lines.length, this.#rowHeight, box.scrollTop, this.#room.height, spare)
    const columns = windowOf(this.columns.length, column, box.scrollLeft, forRoles, 1)
    if (differs(rows, this.rowsSeen)) this.rowsSeen = rows
    if (differs(columns, this.columnsSeen)) this.columnsSeen = columns
  }
  get #box() {
    return this.renderRoot.querySelector<HTMLElement>('.matrix')
  }
  get #pick() {
    return this.renderRoot.querySelector('#pick') as HTMLElement
  }

  readonly #onClick = (event: Event) => {
    const cell = (event.target as Element).closest('.matrix-cell')
    if (cell === null) return
    const [, row, column] = cell.id.split('-').map(Number)
    this.active = { row: row as number, column: column as number }
    void this.#open()
  }
  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      return void this.#open()
    }
    const page = Math.max(1, this.rowsSeen.end - this.rowsSeen.first - 2 * spare - 1)
    const next = moved(this.lines, this.columns.length, this.active, event, page)
    if (next === undefined) return
    event.preventDefault()
    this.active = next
    this.#bringIntoSight()
  }

  #bringIntoSight() {
    const box = this.#box
    if (box === null) return
    const head = this.#headHeight
    const name = this.#nameWidth
    const top = this.active.row * this.#rowHeight
    const left = this.active.column * this.#columnWidth
    box.scrollTo({
      top: Math.max(Math.min(box.scrollTop, top), top + this.#rowHeight + head - box.clientHeight),
      left: Math.max(Math.min(box.scrollLeft, left), left + this.#columnWidth + name - box.clientWidth),
    })
    this.#look()
  }

  async #open() {
    const line = this.lines[this.active.row]
    const role = this.columns[this.active.column]
    if (line?.kind !== 'permission' || role === undefined) return
    const { permission } = line
    if (choicesOf(permission, role).length === 1) return
    this.picked = { permission, role, scope: presentScope(this.matrix, this.changes, role.id, permission.key) }
    await this.updateComplete
    const cell = this.renderRoot.querySelector(`#c-${this.active.row}-${this.active.column}`)?.getBoundingClientRect()
    const pick = this.#pick
    pick.addEventListener('toggle', this.#onToggle)
    pick.addEventListener('keydown', this.#onPickKey)
    pick.showPopover()
    const { width, height } = pick.getBoundingClientRect()
    const below = (cell?.bottom ?? 0) + 4
    pick.style.setProperty('left', `${Math.max(8, Math.min(cell?.left ?? 0, innerWidth - width - 8))}px`)
    pick.style.setProperty('top', `${Math.max(8, below + height > innerHeight - 8 ? (cell?.top ?? 0) - height - 4 : below)}px`)
    this.#options.find((option) => option.ariaChecked === 'true')?.focus()
  }
  get #options() {
    return [...this.#pick.querySelectorAll<HTMLElement>('.matrix-option')]
  }

  readonly #choose = (scope: Scope) => {
    const { picked } = this
    this.#pick.hidePopover()
    if (picked !== undefined) this.dispatchEvent(new CellChosenEvent({ roleId: picked.role.id, permission: picked.permission.key, scope }))
  }
  readonly #onToggle = (event: Event) => {
    if ((event as ToggleEvent).newState === 'open') return
    this.picked = undefined
    this.#box?.focus()
  }
  readonly #onPickKey = (event: KeyboardEvent) => {
    const options = this.#options
    const at = options.findIndex((option) => option.matches(':focus'))
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    options.at(to % options.length)?.focus()
  }
}

const scopeWords = ['none', 'own', 'project', 'department', 'department-tree', 'all', 'locked'].map((scope) => `admin.scope.${scope}`)
const differs = (a: Window, b: Window) => a.first !== b.first || a.end !== b.end
define('ln-matrix-grid', LnMatrixGrid)

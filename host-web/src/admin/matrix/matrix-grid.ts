import type { Scope } from '@liaison/sdk'
import type { Role } from '@liaison/sdk/platform'
import { define, each, LocalizeController, partsStyles } from '@liaison/sdk/web'
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { CellChosenEvent } from './cell-chosen.event.ts'
import { DrawnLines } from './drawn-lines.ts'
import { styles } from './matrix-grid.styles.ts'
import { gridLine, headLine, lineName, type LineContext, scopeWordsIn } from './grid-line.ts'
import { type Changes, choicesOf, type Matrix, type MatrixLine, presentScope } from './matrix-model.ts'
import { moved, type Place } from './matrix-keys.ts'
import { type Window, windowOf } from './matrix-window.ts'
import { type Picked, scopePicker } from './scope-picker.ts'
import { scopeStyles } from './scope.styles.ts'

const narrowestColumn = 88
/** Lines beyond what is in sight */
const spareLines = 8
/** Columns come and go in blocks, so that a step to the side seldom touches every line. */
const block = 8
/** Cells that one frame may fill while the grid moves; more of them, and an office computer is late for the next. */
const cellsWhileMoving = 40
/** … and when it appears, or shows something else */
const cellsAtOnce = 160

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

  #localize = new LocalizeController(this)
  #observer = new ResizeObserver(() => this.#take())
  #drawn = new DrawnLines()
  /** In sight now */
  #rows: Window = { first: 0, end: 0 }
  #columns: Window = { first: 0, end: 0 }
  #frame = 0
  /** What a frame may fill now */
  #cells = cellsAtOnce
  #rowHeight = 30
  #nameWidth = 0
  #headHeight = 0
  #room = { width: 0, height: 0 }
  #columnWidth = narrowestColumn

  constructor() {
    super()
    this.active = { row: 1, column: 0 }
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    this.#observer.disconnect()
    cancelAnimationFrame(this.#frame)
  }

  override firstUpdated() {
    this.#observer.observe(this)
    this.#take()
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('lines') || changed.has('columns')) {
      const row =
        this.lines[this.active.row]?.kind === 'permission' ? this.active.row : this.lines.findIndex(({ kind }) => kind === 'permission')
      this.active = { row, column: Math.min(this.active.column, this.columns.length - 1) }
      this.#drawn.clear()
      if (this.hasUpdated) this.#take()
    }
  }

  override updated() {
    this.#place()
  }

  override render() {
    const { text } = this.#localize
    const { row, column } = this.active
    const drawn = this.#drawn.all
    const isDrawn = drawn.some(([one, columns]) => one === row && column >= columns.first && column < columns.end)
    const words = scopeWordsIn(this.#localize)
    return html`<div
        class="matrix"
        role="grid"
        tabindex="0"
        aria-label=${text('admin.matrix')}
        aria-rowcount=${this.lines.length + 1}
        aria-colcount=${this.columns.length + 1}
        aria-activedescendant=${isDrawn ? `c-${row}-${column}` : nothing}
        @scroll=${this.#look}
        @click=${this.#onClick}
        @keydown=${this.#onKey}
      >
        ${guard([this.columns, this.#localize.locale], () => headLine(this.columns, this.#localize))}
        <div class="matrix-body" role="rowgroup" @pointerover=${this.#onOver} @pointerleave=${this.#onOver}>
          ${each(
            drawn,
            ([at]) => at,
            ([at, seen]) => {
              const line = this.lines[at]
              return line === undefined
                ? nothing
                : guard(this.#dependsOn(line, at, seen), () => gridLine(line, at, seen, this.#context(words, at)))
            },
          )}
          <div class="matrix-names" aria-hidden="true">
            ${each(
              drawn,
              ([at]) => at,
              ([at]) => this.#name(at),
            )}
          </div>
        </div>
      </div>
      ${scopePicker(this.picked, this.#localize, this.#choose)}`
  }

  /** What is seen of a line's head. One box sticks to the edge for all of them: many that stick are slow. */
  #name(row: number) {
    const line = this.lines[row]
    if (line === undefined) return nothing
    return guard([line, this.moduleName, this.#localize.locale], () => lineName(line, row, this.moduleName, this.#localize))
  }

  /** A line that stays as it is is not drawn anew. */
  #dependsOn(line: MatrixLine, row: number, { first, end }: Window): unknown[] {
    const active = row === this.active.row ? this.active.column : -1
    const picked = line.kind === 'permission' && this.picked?.permission === line.permission ? this.picked : undefined
    return [line, row, first, end, this.columns, this.matrix, this.changes, this.moduleName, active, picked, this.#localize.locale]
  }

  #context(words: ReadonlyMap<string, string>, row: number): LineContext {
    return {
      matrix: this.matrix,
      changes: this.changes,
      columns: this.columns,
      words,
      localize: this.#localize,
      moduleName: this.moduleName,
      active: row === this.active.row ? this.active.column : -1,
      picked: this.picked,
    }
  }

  /** Where each line stands. On itself: what is inherited would have every cell's style computed anew. */
  #place() {
    for (const line of this.renderRoot.querySelectorAll<HTMLElement>('[data-row]')) {
      const row = Number(line.dataset['row'])
      setPixels(line, 'top', row * this.#rowHeight)
      const columns = this.#drawn.columnsOf(row)
      if (line.role === 'row' && columns !== undefined)
        setPixels(line, 'padding-inline-start', this.#nameWidth + columns.first * this.#columnWidth)
    }
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
    this.#cells = cellsAtOnce
    this.#advance()
    this.requestUpdate()
  }

  /** What is in sight now. */
  readonly #look = () => {
    const box = this.#box
    if (box === null) return
    const forRoles = this.#room.width - this.#nameWidth
    this.#columnWidth = Math.max(narrowestColumn, Math.floor(forRoles / Math.max(1, this.columns.length)))
    setPixels(this, '--matrix-column', this.#columnWidth)
    setPixels(this, '--matrix-columns', this.columns.length * this.#columnWidth)
    setPixels(this, '--matrix-height', this.lines.length * this.#rowHeight)
    const rows = windowOf(this.lines.length, this.#rowHeight, box.scrollTop, this.#room.height - this.#headHeight, 0)
    const near = windowOf(this.columns.length, this.#columnWidth, box.scrollLeft, forRoles, block / 2)
    const columns = { first: near.first - (near.first % block), end: Math.min(this.columns.length, Math.ceil(near.end / block) * block) }
    if (!differs(rows, this.#rows) && !differs(columns, this.#columns)) return
    this.#rows = rows
    this.#columns = columns
    this.#cells = cellsWhileMoving
    this.#ask()
  }

  /** Once a frame, however many events it brings. */
  #ask() {
    if (this.#frame !== 0) return
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0
      this.#advance()
      this.requestUpdate()
    })
  }
  #advance() {
    const { first, end } = this.#rows
    const rows = { first: Math.max(0, first - spareLines), end: Math.min(this.lines.length, end + spareLines) }
    if (this.#drawn.advance({ rows, sight: this.#rows, columns: this.#columns, cells: this.#cells })) this.#ask()
  }

  /** Takes the focus to a cell; to the one it was at before, when that is not among those that are shown. */
  goTo(cell: { readonly roleId: string; readonly permission: string } | undefined): void {
    const row = this.lines.findIndex((line) => line.kind === 'permission' && line.permission.key === cell?.permission)
    const column = this.columns.findIndex(({ id }) => id === cell?.roleId)
    if (row !== -1 && column !== -1) this.active = { row, column }
    this.#bringIntoSight()
    this.#box?.focus({ preventScroll: true })
  }

  get #box() {
    return this.renderRoot.querySelector<HTMLElement>('.matrix')
  }
  get #pick() {
    return this.renderRoot.querySelector('#pick') as HTMLElement
  }

  /** The name of the line under the pointer is lit with it. */
  readonly #onOver = (event: Event) => {
    const row = (event.target as Element).closest<HTMLElement>('[data-row]')?.dataset['row']
    if (row === this.#lit?.dataset['row'] && event.type !== 'pointerleave') return
    this.#lit?.classList.remove('is-lit')
    this.#lit = event.type === 'pointerleave' ? null : this.renderRoot.querySelector<HTMLElement>(`.matrix-name[data-row="${row}"]`)
    this.#lit?.classList.add('is-lit')
  }
  #lit: HTMLElement | null = null

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
    const page = Math.max(1, this.#rows.end - this.#rows.first - 2)
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

function setPixels({ style }: HTMLElement, name: string, pixels: number): void {
  const value = `${pixels}px`
  if (style.getPropertyValue(name) !== value) style.setProperty(name, value)
}
const differs = (a: Window, b: Window) => a.first !== b.first || a.end !== b.end
define('ln-matrix-grid', LnMatrixGrid)

import { changeMatrix, getMatrix, listRoles, type PersonChange } from '@liaison/sdk/platform'
import {
  Action,
  ApiController,
  ContextController,
  define,
  empty,
  icon,
  LeaveController,
  LocalizeController,
  partsStyles,
  QueryController,
  type Route,
  SessionController,
  skeletonRows,
  tableStyles,
  ToastController,
} from '@liaison/sdk/web'
import { chevronDown, chevronLeft, download, search, searchX, undo2, upload } from '@liaison/sdk/icons'
import { ContextConsumer } from '@lit/context'
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { platformContext } from '../../contexts.ts'
import { adminPath } from '../admin-area.ts'
import { saveFile } from '../../files/save-file.ts'
import { namesOf } from '../people-names.ts'
import type { CellChosenEvent } from './cell-chosen.event.ts'
import { losesAdministration } from './forecast.ts'
import { type CsvFault, matrixFromCsv, matrixToCsv } from './matrix-csv.ts'
import { type CellChange, changed, type Changes, columnsOf, inverseOf, linesOf, type Matrix, type MatrixFilter } from './matrix-model.ts'
import { styles } from './matrix-page.styles.ts'
import { scopeStyles } from './scope.styles.ts'
import type { LnMatrixGrid } from './matrix-grid.ts'
import './matrix-grid.ts'
import type { LnPendingChanges } from './pending-changes.ts'
import './pending-changes.ts'

const shownScopes = ['own', 'project', 'department', 'department-tree', 'all'] as const
const quiet = 250
type Import = ReturnType<typeof matrixFromCsv>

/**
 * Who may what, how far: the grid of permissions × roles, with a change set that is looked at before it is applied. `?role=` shows
 * the column of one role.
 */
export class LnAdminMatrix extends LitElement {
  static override properties = {
    route: { attribute: false },
    filter: { state: true },
    changes: { state: true },
    people: { state: true },
    names: { state: true },
    undoable: { state: true },
    asking: { state: true },
    imported: { state: true },
  }
  static override styles = [...partsStyles, tableStyles, scopeStyles, styles]
  declare route: Route | undefined
  declare filter: MatrixFilter
  declare changes: Changes
  declare people: readonly PersonChange[] | undefined
  declare names: ReadonlyMap<string, string>
  /** What takes the last change set back */
  declare undoable: readonly CellChange[] | undefined
  declare asking: boolean
  declare imported: Import | undefined

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #session = new SessionController(this)
  #toasts = new ToastController(this)
  #queries = new ContextController(this, 'queries')
  #platform = new ContextConsumer(this, { context: platformContext, subscribe: true })
  #matrix = new QueryController(this, getMatrix, () => ({}))
  #timer: ReturnType<typeof setTimeout> | undefined
  #foresee = new Action(this, async () => {
    const { changes } = this
    const { people } = await this.#api.call(changeMatrix, { body: { changes: [...changes.values()], dryRun: true } })
    if (changes !== this.changes) return
    this.people = people
    this.names = await namesOf(
      this.#queries.service,
      people.map(({ personId }) => personId),
    )
  })
  #apply = new Action(this, async (changes: readonly CellChange[], back: readonly CellChange[] | undefined) => {
    const { people } = await this.#api.call(changeMatrix, { body: { changes: [...changes] } })
    this.changes = new Map()
    this.people = undefined
    this.undoable = back
    await this.#queries.service.invalidate(getMatrix)
    await this.#queries.service.invalidate(listRoles)
    await this.#returnTo(changes.at(-1))
    const key = back === undefined ? 'admin.matrix.undone' : 'admin.matrix.applied'
    this.#toasts.show({
      text: this.#localize.text(key, { count: changes.length, people: people.length }),
      ...(back !== undefined && { action: { label: this.#localize.text('admin.undo'), run: () => void this.#undo() } }),
    })
  })

  constructor() {
    super()
    this.filter = { text: '', module: '', role: '', onlyChanged: false }
    this.changes = new Map()
    this.names = new Map()
    this.asking = false
    new LeaveController(this, () => this.changes.size > 0)
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    clearTimeout(this.#timer)
  }

  override willUpdate(changes: PropertyValues<this>) {
    const role = this.route?.query.get('role') ?? ''
    if (changes.has('route') && role !== '') this.#narrow({ role })
    if (!changes.has('changes') || !this.hasUpdated) return
    clearTimeout(this.#timer)
    this.people = undefined
    this.#foresee.reset()
    if (this.changes.size > 0) this.#timer = setTimeout(() => void this.#ask(), quiet)
  }

  override render() {
    const { text } = this.#localize
    const { data, problem, refetch } = this.#matrix
    return html`<header class="ln-head">
        <a class="ln-button is-icon is-quiet ln-phone ln-back" href=${adminPath} aria-label=${text('admin.back')}>${icon(chevronLeft)}</a>
        <h1>${text('admin.matrix')}</h1>
        <div class="ln-head-end">${data === undefined ? nothing : this.#acts(data)}</div>
      </header>
      ${
        data === undefined
          ? html`<div class="matrix-waiting" aria-busy="true">
              ${problem === undefined ? skeletonRows(8) : html`<ln-problem .problem=${problem} retry @ln-retry=${refetch}></ln-problem>`}
            </div>`
          : this.#content(data)
      }`
  }

  #acts(matrix: Matrix): TemplateResult {
    const { text } = this.#localize
    return html`${
        this.undoable === undefined
          ? nothing
          : html`<button
              class="ln-button is-quiet"
              type="button"
              aria-label=${text('admin.matrix.undo')}
              aria-disabled=${this.#apply.pending ? 'true' : nothing}
              @click=${this.#undo}
            >
              ${icon(undo2)}<span class="ln-desk">${text('admin.matrix.undo')}</span>
            </button>`
      }
      <input type="file" accept=".csv,text/csv" aria-label=${text('admin.import')} tabindex="-1" @change=${this.#onFile} />
      <button class="ln-button is-quiet" type="button" aria-label=${text('admin.import')} @click=${this.#onImport}>
        ${icon(upload)}<span class="ln-desk">${text('admin.import')}</span>
      </button>
      <button
        class="ln-button is-quiet"
        type="button"
        aria-label=${text('admin.export')}
        @click=${() => saveFile(`${text('admin.matrix')}.csv`, matrixToCsv(matrix, this.#localize.locale))}
      >
        ${icon(download)}<span class="ln-desk">${text('admin.export')}</span>
      </button>`
  }

  #content(matrix: Matrix): TemplateResult {
    const { locale, text } = this.#localize
    const lines = this.#memo(matrix, locale)
    return html`${this.#tools(matrix)}
    ${
      lines.length === 0
        ? html`<div class="matrix-none">
            ${empty({ icon: searchX, title: text('admin.matrix.none'), text: text('admin.matrix.none.hint') })}
          </div>`
        : html`<ln-matrix-grid
            .matrix=${matrix}
            .changes=${this.changes}
            .lines=${lines}
            .columns=${this.#columns}
            .moduleName=${this.#moduleName}
            @ln-cell-chosen=${this.#onChosen}
          ></ln-matrix-grid>`
    }
    ${
      this.changes.size === 0
        ? html`<ln-problem .problem=${this.#apply.problem}></ln-problem>`
        : html`<ln-pending-changes
            .matrix=${matrix}
            .changes=${this.changes}
            .people=${this.people}
            .names=${this.names}
            .pending=${this.#apply.pending}
            .problem=${this.#apply.problem ?? this.#foresee.problem}
            @ln-cell-chosen=${this.#onChosen}
            @ln-changes-dropped=${this.#onDropped}
            @ln-changes-applied=${this.#onApply}
          ></ln-pending-changes>`
    }
    ${this.#confirmation(matrix)} ${this.#preview(matrix)}`
  }

  #tools(matrix: Matrix): TemplateResult {
    const { text } = this.#localize
    const modules = [...new Set(matrix.rows.map(({ plugin }) => plugin))]
    const choice = (name: 'module' | 'role', label: string, options: readonly (readonly [string, string])[]) =>
      html`<span class="ln-select-wrap"
        ><select
          class="ln-select"
          aria-label=${label}
          @change=${(event: Event) => this.#narrow({ [name]: (event.target as HTMLSelectElement).value })}
        >
          <option value="" ?selected=${this.filter[name] === ''}>${label}</option>
          ${options.map(([value, words]) => html`<option value=${value} ?selected=${this.filter[name] === value}>${words}</option>`)}</select
        >${icon(chevronDown)}</span
      >`
    return html`<div class="ln-tools" role="search">
      <span class="ln-input-wrap"
        >${icon(search)}<input
          class="ln-input"
          type="search"
          placeholder=${text('admin.matrix.filter')}
          aria-label=${text('admin.matrix.filter')}
          @input=${(event: Event) => this.#narrow({ text: (event.target as HTMLInputElement).value })}
      /></span>
      ${choice(
        'module',
        text('admin.matrix.modules'),
        modules.map((id) => [id, this.#moduleName(id)] as const),
      )}
      ${choice(
        'role',
        text('admin.matrix.roles'),
        matrix.columns.map(({ id, name }) => [id, name] as const),
      )}
      <button
        class="ln-button is-small"
        type="button"
        aria-pressed=${this.filter.onlyChanged ? 'true' : 'false'}
        @click=${() => this.#narrow({ onlyChanged: !this.filter.onlyChanged })}
      >
        ${text('admin.matrix.onlyChanged')}
      </button>
      <div class="matrix-legend" aria-hidden="true">
        ${text('admin.matrix.legend')}
        ${shownScopes.map((scope) => html`<span class="matrix-scope" data-scope=${scope}>${text(`admin.scope.${scope}`)}</span>`)}
      </div>
    </div>`
  }

  /** Giving up one's own administration is asked a second time. */
  #confirmation(matrix: Matrix): TemplateResult {
    const { text } = this.#localize
    return html`<ln-dialog .open=${this.asking} heading=${text('admin.matrix.own')} @ln-dialog-closed=${() => (this.asking = false)}>
      <p>${text('admin.matrix.own.hint')}</p>
      <button slot="foot" class="ln-button" type="button" @click=${() => (this.asking = false)}>${text('admin.cancel')}</button>
      <button slot="foot" class="ln-button is-danger" type="button" @click=${() => this.#applyAll(matrix)}>
        ${text('admin.matrix.own.apply')}
      </button>
    </ln-dialog>`
  }

  #preview(matrix: Matrix): TemplateResult {
    const { text } = this.#localize
    const { imported } = this
    const close = () => (this.imported = undefined)
    return html`<ln-dialog .open=${imported !== undefined} heading=${text('admin.matrix.import')} @ln-dialog-closed=${close}>
      ${imported === undefined ? nothing : this.#found(imported)}
      <button slot="foot" class="ln-button" type="button" @click=${close}>${text('admin.cancel')}</button>
      <button
        slot="foot"
        class="ln-button is-primary"
        type="button"
        ?disabled=${imported === undefined || imported.faults.length > 0 || imported.changes.length === 0}
        @click=${() => {
          this.changes = changed(matrix, this.changes, imported?.changes ?? [])
          close()
        }}
      >
        ${text('admin.matrix.import.take')}
      </button>
    </ln-dialog>`
  }
  #found({ changes, faults }: Import): TemplateResult {
    const { text } = this.#localize
    return faults.length > 0
      ? html`<p>${text('admin.csv.faults', { count: faults.length })}</p>
          <ul class="faults" tabindex="0" aria-label=${text('admin.csv.faults', { count: faults.length })}>
            ${faults.map(({ line, fault, value }: CsvFault) => html`<li>${text('admin.csv.line', { line })} ${text(fault, { value })}</li>`)}
          </ul>`
      : html`<p>${text('admin.matrix.import.found', { count: changes.length })}</p>`
  }

  readonly #moduleName = (id: string): string => {
    const module = this.#platform.value?.modules.find((one) => one.id === id)
    const key = `admin.module.${id}`
    return module?.title[this.#localize.locale] ?? (this.#localize.service.has(key) ? this.#localize.text(key) : id)
  }

  // The grid compares by identity: what is the same stays the same object.
  #kept: { key: readonly unknown[]; lines: ReturnType<typeof linesOf>; columns: ReturnType<typeof columnsOf> } | undefined
  #memo(matrix: Matrix, locale: 'zh-CN' | 'en') {
    const key = [matrix, this.filter, locale, this.filter.onlyChanged ? this.changes : undefined]
    if (this.#kept === undefined || key.some((one, at) => one !== this.#kept?.key[at]))
      this.#kept = { key, lines: linesOf(matrix, this.changes, this.filter, locale), columns: columnsOf(matrix, this.filter) }
    return this.#kept.lines
  }
  get #columns() {
    return this.#kept?.columns ?? []
  }

  #narrow(part: Partial<MatrixFilter>) {
    this.filter = { ...this.filter, ...part }
  }
  async #ask() {
    // One that was asked before may still be under way; its answer is not taken, and then this one is asked.
    if (!(await this.#foresee.start()) && this.#foresee.pending) this.#timer = setTimeout(() => void this.#ask(), quiet)
    else if (this.people === undefined && this.#foresee.problem === undefined && this.changes.size > 0) await this.#ask()
  }

  readonly #onChosen = async ({ change }: CellChosenEvent) => {
    const matrix = this.#matrix.data
    if (matrix === undefined) return
    this.changes = changed(matrix, this.changes, [change])
    await this.#returnTo(change)
  }
  readonly #onDropped = async () => {
    const last = [...this.changes.values()].at(-1)
    this.changes = new Map()
    await this.#returnTo(last)
  }
  /** What was pressed may be gone with the changes: the keyboard goes on from the cell. */
  async #returnTo(cell: Omit<CellChange, 'scope'> | undefined) {
    await this.updateComplete
    const panel = this.renderRoot.querySelector<LnPendingChanges>('ln-pending-changes')
    await panel?.updateComplete
    if (document.activeElement === document.body) this.renderRoot.querySelector<LnMatrixGrid>('ln-matrix-grid')?.goTo(cell)
  }
  readonly #onApply = () => {
    const matrix = this.#matrix.data
    if (matrix === undefined) return
    if (losesAdministration(this.people ?? [], this.#session.me.id)) this.asking = true
    else this.#applyAll(matrix)
  }
  #applyAll(matrix: Matrix) {
    this.asking = false
    void this.#apply.start([...this.changes.values()], inverseOf(matrix, this.changes))
  }
  readonly #undo = async () => {
    if (this.undoable !== undefined) await this.#apply.start(this.undoable, undefined)
  }
  readonly #onImport = () => this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.click()
  readonly #onFile = async (event: Event) => {
    const input = event.target as HTMLInputElement
    const file = input.files?.[0]
    const matrix = this.#matrix.data
    if (file === undefined || matrix === undefined) return
    this.imported = matrixFromCsv(matrix, await file.text())
    input.value = ''
  }
}
define('ln-admin-matrix', LnAdminMatrix)

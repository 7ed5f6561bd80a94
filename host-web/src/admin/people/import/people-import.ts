import { listPeople } from '@liaison/sdk'
import { type ImportColumn, importColumns, type ImportOutcome, importPeople } from '@liaison/sdk/platform'
import {
  Action,
  ApiController,
  ContextController,
  define,
  icon,
  LeaveController,
  LocalizeController,
  partsStyles,
  tableStyles,
} from '@liaison/sdk/web'
import { chevronLeft, circleAlert, download, upload } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { adminPath } from '../../admin-area.ts'
import { textOf } from '../../../files/file-text.ts'
import { saveFile } from '../../../files/save-file.ts'
import { columnKey, type FileFault, importTable, type ImportTable, largestFile, templateCsv } from './import-file.ts'
import { styles } from './people-import.styles.ts'
import './import-preview.ts'
import './import-result.ts'

const peoplePath = `${adminPath}/people`
const needed: ReadonlySet<ImportColumn> = new Set(['account', 'name'])

/** People from a table: choose a file, look at what would become of it, import it, take the first passwords along. */
export class LnPeopleImport extends LitElement {
  static override properties = {
    table: { state: true },
    outcome: { state: true },
    fileName: { state: true },
    fileFault: { state: true },
    isOver: { state: true },
    passwords: { state: true },
    isSaved: { state: true },
  }
  static override styles = [...partsStyles, tableStyles, styles]
  declare table: ImportTable | undefined
  declare outcome: ImportOutcome | undefined
  declare fileName: string
  declare fileFault: FileFault | undefined
  /** A file hangs over the page. */
  declare isOver: boolean
  declare passwords: boolean
  /** The first passwords were taken along, or there are none. */
  declare isSaved: boolean

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #queries = new ContextController(this, 'queries')
  #read = new Action(this, async (file: File) => {
    this.#clear()
    if (file.size > largestFile) return void (this.fileFault = 'admin.import.file.large')
    const table = importTable(textOf(await file.arrayBuffer()))
    if (typeof table === 'string') return void (this.fileFault = table)
    this.outcome = await this.#api.call(importPeople, { body: { ...table, dryRun: true } })
    this.fileName = file.name
    this.table = table
  })
  #apply = new Action(this, async (table: ImportTable) => {
    this.outcome = await this.#api.call(importPeople, { body: { ...table, passwords: this.passwords } })
    this.isSaved = this.outcome.people.every(({ password }) => password === null)
    await this.#queries.service.invalidate(listPeople)
  })

  constructor() {
    super()
    this.#clear()
    this.isOver = false
    this.passwords = true
    this.isSaved = true
    new LeaveController(this, () => !this.isSaved)
  }

  override render() {
    const { text } = this.#localize
    return html`<header class="ln-head">
        <a class="ln-button is-icon is-quiet ln-back" href=${peoplePath} aria-label=${text('admin.people.close')}>${icon(chevronLeft)}</a>
        <h1>${text('admin.people.import')}</h1>
      </header>
      ${this.#step()}`
  }

  #step(): TemplateResult {
    if (this.outcome?.applied === true)
      return html`<ln-import-result
        class="ln-scroll"
        .outcome=${this.outcome}
        @ln-passwords-taken=${() => (this.isSaved = true)}
        @ln-import-again=${() => this.#clear()}
      ></ln-import-result>`
    return this.table === undefined || this.outcome === undefined ? this.#choose() : this.#preview(this.table, this.outcome)
  }

  #choose(): TemplateResult {
    const { text } = this.#localize
    return html`<div class="ln-scroll choose">
      <ln-problem .problem=${this.#read.problem}></ln-problem>
      ${this.fileFault === undefined ? nothing : html`<div class="ln-banner" data-tone="danger" role="alert">${icon(circleAlert)}${text(this.fileFault)}</div>`}
      <div
        class="drop ${this.isOver ? 'is-over' : ''}"
        aria-busy=${this.#read.pending ? 'true' : 'false'}
        @dragover=${this.#onOver}
        @dragleave=${() => (this.isOver = false)}
        @drop=${this.#onDrop}
      >
        ${icon(upload)}
        <p>${text(this.#read.pending ? 'admin.import.reading' : 'admin.import.drop')}</p>
        ${this.#fileButton('is-primary', 'admin.import.choose')}
        <small>${text('admin.import.forms')}</small>
      </div>
      <section>
        <div class="columns-head">
          <h2>${text('admin.import.columns')}</h2>
          <button
            class="ln-button"
            type="button"
            @click=${() =>
              saveFile(
                `${text('admin.import.template')}.csv`,
                templateCsv((key) => text(key)),
              )}
          >
            ${icon(download)}${text('admin.import.template.get')}
          </button>
        </div>
        <dl class="columns">
          ${importColumns.map(
            (column) =>
              html`<dt>${text(columnKey(column))}${needed.has(column) ? html`<small>${text('admin.import.needed')}</small>` : nothing}</dt>
                <dd>${text(`admin.import.about.${column}`)}</dd>`,
          )}
        </dl>
      </section>
    </div>`
  }

  #preview(table: ImportTable, outcome: ImportOutcome): TemplateResult {
    const { text } = this.#localize
    const isFaulty = outcome.faults.length > 0
    const fresh = outcome.people.filter(({ act }) => act === 'create').length
    const count = outcome.people.filter(({ act }) => act !== 'keep').length
    return html`<div class="ln-scroll" tabindex="0" role="region" aria-label=${text('admin.import.preview')}>
        <p class="file">${this.fileName}</p>
        <ln-import-preview .outcome=${outcome}></ln-import-preview>
      </div>
      <footer>
        <ln-problem .problem=${this.#apply.problem ?? this.#read.problem}></ln-problem>
        ${
          fresh === 0 || isFaulty
            ? nothing
            : html`<label class="ln-check"
                ><input
                  type="checkbox"
                  .checked=${this.passwords}
                  @change=${(event: Event) => (this.passwords = (event.target as HTMLInputElement).checked)}
                />${text('admin.import.passwords')}</label
              >`
        }
        <div class="acts">
          ${this.#fileButton('', 'admin.import.other')}
          <button
            class="ln-button is-primary"
            type="button"
            ?disabled=${isFaulty || count === 0 || this.#apply.pending}
            @click=${() => this.#apply.start(table)}
          >
            ${text(this.#apply.pending ? 'admin.import.going' : 'admin.import.go', { count })}
          </button>
        </div>
      </footer>`
  }

  #fileButton(look: string, label: string): TemplateResult {
    const { text } = this.#localize
    return html`<input type="file" accept=".csv,text/csv" aria-label=${text(label)} tabindex="-1" @change=${this.#onFile} />
      <button class="ln-button ${look}" type="button" ?disabled=${this.#read.pending} @click=${this.#onChoose}>${text(label)}</button>`
  }

  #clear() {
    this.table = undefined
    this.outcome = undefined
    this.fileName = ''
    this.fileFault = undefined
  }
  readonly #onChoose = () => this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.click()
  readonly #onFile = (event: Event) => {
    const input = event.target as HTMLInputElement
    const file = input.files?.[0]
    input.value = ''
    if (file !== undefined) void this.#read.start(file)
  }
  readonly #onOver = (event: DragEvent) => {
    event.preventDefault()
    this.isOver = true
  }
  readonly #onDrop = (event: DragEvent) => {
    event.preventDefault()
    this.isOver = false
    const file = event.dataTransfer?.files[0]
    if (file !== undefined) void this.#read.start(file)
  }
}
define('ln-people-import', LnPeopleImport)

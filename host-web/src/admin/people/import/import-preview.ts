import type { ImportedPerson, ImportFault, ImportOutcome } from '@liaison/sdk/platform'
import { define, icon, LocalizeController, partsStyles, tableStyles } from '@liaison/sdk/web'
import { circleAlert, circleCheck } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { columnKey } from './import-file.ts'
import { styles } from './import-preview.styles.ts'

/** Lines that are drawn at first, and with each further step */
const step = 200

/** What would become of each line of a table, and what is wrong with it. */
export class LnImportPreview extends LitElement {
  static override properties = { outcome: { attribute: false }, shown: { state: true }, onlyFaults: { state: true } }
  static override styles = [...partsStyles, tableStyles, styles]
  declare outcome: ImportOutcome
  declare shown: number
  declare onlyFaults: boolean

  #localize = new LocalizeController(this)

  constructor() {
    super()
    this.shown = step
    this.onlyFaults = false
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('outcome')) return
    this.shown = step
    this.onlyFaults = this.outcome.faults.length > 0
  }

  override render() {
    const { text } = this.#localize
    const { people, faults } = this.outcome
    const byLine = Map.groupBy(faults, ({ line }) => line)
    const known = new Set(people.map(({ line }) => line))
    const ofTable = faults.filter(({ line }) => !known.has(line))
    const rows = this.onlyFaults ? people.filter(({ line }) => byLine.has(line)) : people
    return html`${this.#summary(faults.length)}
    ${
      ofTable.length === 0
        ? nothing
        : html`<ul class="of-table">
            ${ofTable.map((fault) => html`<li>${this.#words(fault)}</li>`)}
          </ul>`
    }
    ${
      rows.length === 0
        ? nothing
        : html`<table class="ln-table">
            <thead>
              <tr>
                <th scope="col" class="line">${text('admin.import.line')}</th>
                <th scope="col">${text('admin.people.account')}</th>
                <th scope="col">${text('admin.people.name')}</th>
                <th scope="col" class="what">${text('admin.import.what')}</th>
              </tr>
            </thead>
            <tbody>
              ${rows.slice(0, this.shown).map((person) => this.#row(person, byLine.get(person.line) ?? []))}
            </tbody>
          </table>`
    }
    ${
      rows.length <= this.shown
        ? nothing
        : html`<p class="further">
            <button class="ln-button" type="button" @click=${() => (this.shown += step)}>
              ${text('admin.import.further', { count: rows.length - this.shown })}
            </button>
          </p>`
    }`
  }

  #summary(faults: number): TemplateResult {
    const { text } = this.#localize
    const count = (act: ImportedPerson['act']) => this.outcome.people.filter((person) => person.act === act).length
    return html`<div class="summary" role="status">
      ${
        faults === 0
          ? html`<strong class="is-good">${icon(circleCheck)}${text('admin.import.good')}</strong>`
          : html`<strong class="is-bad">${icon(circleAlert)}${text('admin.import.faults', { count: faults })}</strong>`
      }
      <span>${text('admin.import.create', { count: count('create') })}</span>
      <span>${text('admin.import.update', { count: count('update') })}</span>
      <span>${text('admin.import.keep', { count: count('keep') })}</span>
      ${
        faults === 0
          ? nothing
          : html`<button
              class="ln-button is-small"
              type="button"
              aria-pressed=${this.onlyFaults ? 'true' : 'false'}
              @click=${() => (this.onlyFaults = !this.onlyFaults)}
            >
              ${text('admin.import.onlyFaults')}
            </button>`
      }
    </div>`
  }

  #row({ line, account, name, act, changed }: ImportedPerson, faults: readonly ImportFault[]): TemplateResult {
    const { text } = this.#localize
    const what = text(`admin.import.act.${act}`)
    const columns = this.#localize.list(changed.map((column) => text(columnKey(column))))
    return html`<tr class=${faults.length > 0 ? 'is-faulty' : ''}>
      <td class="line">${line}</td>
      <td>${account}</td>
      <td>${name}</td>
      <td class="what">
        ${
          faults.length > 0
            ? html`<ul>
                ${faults.map((fault) => html`<li>${this.#words(fault, false)}</li>`)}
              </ul>`
            : changed.length > 0
              ? text('admin.import.act.changes', { columns })
              : what
        }
      </td>
    </tr>`
  }

  /** `第3行 手机：要写成手机号码（现为“abc”）` */
  #words({ line, column, fault, value }: ImportFault, withLine = true): string {
    const { text } = this.#localize
    const place = column === null ? '' : text(columnKey(column))
    const what = text(`admin.import.fault.${fault}`)
    const now = value === '' ? '' : text('admin.import.now', { value })
    return text(withLine ? 'admin.import.fault.line' : 'admin.import.fault', {
      line,
      place,
      hasPlace: column === null ? 'no' : 'yes',
      what,
      now,
    })
  }
}
define('ln-import-preview', LnImportPreview)

import type { ImportedPerson, ImportOutcome } from '@liaison/sdk/platform'
import { define, icon, LocalizeController, partsStyles, tableStyles, ToastController } from '@liaison/sdk/web'
import { circleCheck, copy, download, triangleAlert } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { adminPath } from '../../admin-area.ts'
import { saveFile } from '../../../files/save-file.ts'
import { ImportAgainEvent } from './import-again.event.ts'
import { passwordsCsv } from './import-file.ts'
import { styles } from './import-result.styles.ts'
import { PasswordsTakenEvent } from './passwords-taken.event.ts'

/** Rows that are drawn; the file has all */
const most = 100

/** What an import has done, with the first passwords, which are told this once. @fires ln-passwords-taken @fires ln-import-again */
export class LnImportResult extends LitElement {
  static override properties = { outcome: { attribute: false } }
  static override styles = [...partsStyles, tableStyles, styles]
  declare outcome: ImportOutcome

  #localize = new LocalizeController(this)
  #toasts = new ToastController(this)

  override render() {
    const { text } = this.#localize
    const count = (act: ImportedPerson['act']) => this.outcome.people.filter((person) => person.act === act).length
    const told = this.outcome.people.filter(({ password }) => password !== null)
    return html`<div class="result">
      <div role="status">
        <h2>${icon(circleCheck)}${text('admin.import.done', { created: count('create'), updated: count('update') })}</h2>
      </div>
      ${told.length === 0 ? nothing : this.#passwords(told)}
      <div class="acts">
        <button class="ln-button" type="button" @click=${() => this.dispatchEvent(new ImportAgainEvent())}>
          ${text('admin.import.again')}
        </button>
        <a class="ln-button is-primary" href="${adminPath}/people">${text('admin.import.toPeople')}</a>
      </div>
    </div>`
  }

  #passwords(people: readonly ImportedPerson[]): TemplateResult {
    const { text } = this.#localize
    return html`<section aria-label=${text('admin.import.password')}>
      <div class="ln-banner" data-tone="warning">
        ${icon(triangleAlert)}
        <p>${text('admin.import.once')}</p>
      </div>
      <div class="acts">
        <button class="ln-button" type="button" @click=${() => this.#save(people)}>
          ${icon(download)}${text('admin.import.passwords.get')}
        </button>
        <button class="ln-button" type="button" @click=${() => this.#copy(people)}>
          ${icon(copy)}${text('admin.import.passwords.copy')}
        </button>
      </div>
      <table class="ln-table">
        <thead>
          <tr>
            <th scope="col">${text('admin.people.account')}</th>
            <th scope="col">${text('admin.people.name')}</th>
            <th scope="col">${text('admin.import.password')}</th>
          </tr>
        </thead>
        <tbody>
          ${people.slice(0, most).map(
            ({ account, name, password }) =>
              html`<tr>
                <td>${account}</td>
                <td>${name}</td>
                <td><code>${password}</code></td>
              </tr>`,
          )}
        </tbody>
      </table>
      ${people.length > most ? html`<p class="rest">${text('admin.import.rest', { count: people.length - most })}</p>` : nothing}
    </section>`
  }

  #save(people: readonly ImportedPerson[]) {
    const { text } = this.#localize
    saveFile(
      `${text('admin.import.passwords.file')}.csv`,
      passwordsCsv((key) => text(key), people),
    )
    this.dispatchEvent(new PasswordsTakenEvent())
  }
  async #copy(people: readonly ImportedPerson[]) {
    await navigator.clipboard.writeText(people.map(({ account, name, password }) => `${account}\t${name}\t${password}`).join('\n'))
    this.#toasts.show({ text: this.#localize.text('admin.import.passwords.copied') })
    this.dispatchEvent(new PasswordsTakenEvent())
  }
}
define('ln-import-result', LnImportResult)

import type { Problem } from '@liaison/sdk'
import type { PersonChange } from '@liaison/sdk/platform'
import { define, icon, LocalizeController, partsStyles } from '@liaison/sdk/web'
import { arrowRight, circleDot, undo2 } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { touchedBy } from './forecast.ts'
import { type CellChange, type Changes, type Matrix, storedScope } from './matrix-model.ts'
import { styles } from './pending-changes.styles.ts'
import { scopeStyles } from './scope.styles.ts'
import { CellChosenEvent } from './cell-chosen.event.ts'

const namesShown = 3

/**
 * What has been changed and not yet applied: from what to what, and who gains and loses by it.
 * @fires ln-cell-chosen - with the stored scope: one change is taken back
 * @fires ln-changes-dropped
 * @fires ln-changes-applied - somebody wants them applied
 */
export class LnPendingChanges extends LitElement {
  static override properties = {
    matrix: { attribute: false },
    changes: { attribute: false },
    people: { attribute: false },
    names: { attribute: false },
    pending: { type: Boolean },
    problem: { attribute: false },
    detailed: { state: true },
  }
  static override styles = [...partsStyles, scopeStyles, styles]
  declare matrix: Matrix
  declare changes: Changes
  /** What the dry run said; undefined while it runs */
  declare people: readonly PersonChange[] | undefined
  /** Names of people by id, as far as they are known */
  declare names: ReadonlyMap<string, string>
  declare pending: boolean
  declare problem: Problem | undefined
  declare detailed: boolean

  #localize = new LocalizeController(this)

  override render() {
    const { text } = this.#localize
    return html`<section aria-label=${text('admin.matrix.pending.label')}>
        <header>
          ${icon(circleDot)}
          <h2 aria-live="polite">${text('admin.matrix.pending', { count: this.changes.size })}</h2>
          <p>${text('admin.matrix.pending.hint')}</p>
          <div>
            <button class="ln-button is-quiet" type="button" ?disabled=${this.people === undefined} @click=${() => (this.detailed = true)}>
              ${text('admin.matrix.byPerson')}
            </button>
            <button class="ln-button is-quiet" type="button" @click=${() => this.dispatchEvent(new Event('ln-changes-dropped'))}>
              ${text('admin.matrix.drop')}
            </button>
            <button
              class="ln-button is-primary"
              type="button"
              ?disabled=${this.people === undefined}
              aria-disabled=${this.pending ? 'true' : nothing}
              @click=${() => this.dispatchEvent(new Event('ln-changes-applied'))}
            >
              ${text('admin.matrix.apply')}
            </button>
          </div>
        </header>
        <ln-problem .problem=${this.problem}></ln-problem>
        <ul class="changes" tabindex="0" aria-label=${text('admin.matrix.pending.label')}>
          ${[...this.changes.values()].slice(0, 100).map((change) => this.#change(change))}
        </ul>
      </section>
      <ln-dialog
        .open=${this.detailed === true}
        heading=${text('admin.matrix.byPerson')}
        @ln-dialog-closed=${() => (this.detailed = false)}
      >
        ${this.detailed === true ? this.#byPerson() : nothing}
      </ln-dialog>`
  }

  #change(change: CellChange): TemplateResult {
    const { text } = this.#localize
    const permission = this.#titleOf(change.permission)
    const role = this.matrix.columns.find(({ id }) => id === change.roleId)?.name ?? ''
    const before = storedScope(this.matrix, change.roleId, change.permission)
    const touched = this.people && touchedBy(this.people, change.permission)
    return html`<li class="change">
      <p title="${permission} · ${role}">${permission}<small>${role}</small></p>
      <span class="arrow">
        <span class="matrix-scope" data-scope=${before}>${text(`admin.scope.${before}`)}</span>${icon(arrowRight, 12)}<span
          class="matrix-scope"
          data-scope=${change.scope}
          >${text(`admin.scope.${change.scope}`)}</span
        >
      </span>
      ${
        touched === undefined
          ? html`<span class="who">${text('admin.matrix.counting')}</span><span class="who"></span>`
          : html`${this.#who('gain', touched.gaining)}${this.#who('loss', touched.losing)}`
      }
      <button
        class="ln-button is-icon is-quiet is-small"
        type="button"
        aria-label=${text('admin.matrix.takeBack', { permission, role })}
        @click=${() => this.dispatchEvent(new CellChosenEvent({ ...change, scope: before }))}
      >
        ${icon(undo2)}
      </button>
    </li>`
  }

  #who(way: 'gain' | 'loss', ids: readonly string[]): TemplateResult {
    const { text } = this.#localize
    if (ids.length === 0) return html`<span class="who">${text(`admin.matrix.${way}.none`)}</span>`
    const names = ids
      .slice(0, namesShown)
      .map((id) => this.names.get(id))
      .filter((name) => name !== undefined)
    return html`<span class="who is-${way}"
      ><b>${text(`admin.matrix.${way}`, { count: ids.length })}</b> ${this.#localize.list(names)}</span
    >`
  }

  #byPerson(): TemplateResult {
    const { text } = this.#localize
    const people = this.people ?? []
    if (people.length === 0) return html`<p>${text('admin.matrix.nobody')}</p>`
    const said = (way: 'gains' | 'loses', one: PersonChange) =>
      one[way].length === 0
        ? nothing
        : html`<p>
            ${text(`admin.matrix.${way}`, {
              what: this.#localize.list(
                one[way].map(({ permission, scope }) =>
                  text('admin.matrix.reach', { permission: this.#titleOf(permission), scope: text(`admin.scope.${scope}`) }),
                ),
              ),
            })}
          </p>`
    return html`<ul class="people">
      ${people.map((one) => html`<li><strong>${this.names.get(one.personId) ?? one.personId}</strong>${said('gains', one)}${said('loses', one)}</li>`)}
    </ul>`
  }

  #titleOf(key: string): string {
    return this.matrix.rows.find((row) => row.key === key)?.title[this.#localize.locale] ?? key
  }
}
define('ln-pending-changes', LnPendingChanges)

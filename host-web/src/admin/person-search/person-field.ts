import type { PersonSummary } from '@liaison/sdk'
import { avatar, define, externalBadge, icon, LocalizeController, partsStyles } from '@liaison/sdk/web'
import { x } from '@liaison/sdk/icons'
import { css, html, LitElement, nothing } from 'lit'
import { disabledBadge } from './disabled-badge.ts'
import { PersonClearedEvent } from './person-cleared.event.ts'
import type { PeopleSought } from './person-search.ts'
import './person-search.ts'

const styles = css`
  :host {
    display: block;
  }
  .chosen {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
    min-height: var(--ln-control);
  }
  .none {
    color: var(--ln-text-2);
  }
`

/** A field that holds one person, or nobody. @fires ln-person-chosen, ln-person-cleared */
export class LnPersonField extends LitElement {
  static override properties = {
    label: {},
    find: {},
    clear: {},
    none: {},
    person: { attribute: false },
    among: { attribute: false },
    everyone: { type: Boolean },
    locked: { type: Boolean },
  }
  static override styles = [...partsStyles, styles]
  declare label: string
  /** Of the search, while there is nobody */
  declare find: string
  /** Of the button that takes the person away */
  declare clear: string
  /** What stands there when there is nobody and the field is locked */
  declare none: string
  declare person: (Pick<PersonSummary, 'id' | 'name' | 'kind' | 'affiliation'> & Partial<Pick<PersonSummary, 'disabled'>>) | null
  declare among: PeopleSought
  /** Also those whose account is closed are found */
  declare everyone: boolean
  declare locked: boolean

  #localize = new LocalizeController(this)

  constructor() {
    super()
    this.person = null
    this.among = {}
    this.everyone = false
    this.locked = false
  }

  override render() {
    const { person, locked } = this
    return html`<div class="ln-field">
      <span class="ln-field-label">${this.label}</span>
      ${
        person === null
          ? locked
            ? html`<span class="none">${this.none}</span>`
            : html`<ln-person-search label=${this.find} .among=${this.among} ?everyone=${this.everyone}></ln-person-search>`
          : html`<span class="chosen"
              >${avatar(person, { size: 24 })}<span class="ln-row-main">${person.name}</span>${
                person.kind === 'external' ? externalBadge(this.#localize) : nothing
              }${person.disabled === true ? disabledBadge(this.#localize) : nothing}${
                locked
                  ? nothing
                  : html`<button
                      class="ln-button is-icon is-quiet is-small"
                      type="button"
                      aria-label=${this.clear}
                      @click=${() => this.dispatchEvent(new PersonClearedEvent())}
                    >
                      ${icon(x)}
                    </button>`
              }</span
            >`
      }
    </div>`
  }
}
define('ln-person-field', LnPersonField)

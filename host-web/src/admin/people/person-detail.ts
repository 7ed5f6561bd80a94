import type { DirectoryPerson } from '@liaison/sdk'
import type { Department, Organisation } from '@liaison/sdk/platform'
import { define, LocalizeController, partsStyles } from '@liaison/sdk/web'
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { adminPath } from '../admin-area.ts'
import type { LnPersonForm } from './person-form.ts'
import './person-form.ts'

/** Each but the first is loaded when it is opened. */
const tabs = ['profile', 'sessions', 'belongings'] as const

const styles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
`

/** One person: who he is, where he is signed in, what he answers for. Somebody new has the first only. @fires ln-person-saved */
export class LnPersonDetail extends LitElement {
  static override properties = {
    person: { attribute: false },
    tab: {},
    departments: { attribute: false },
    organisations: { attribute: false },
    roles: { attribute: false },
  }
  static override styles = [...partsStyles, styles]
  /** Undefined: a new one */
  declare person: DirectoryPerson | undefined
  /** From the address */
  declare tab: string | undefined
  declare departments: readonly Department[]
  declare organisations: readonly Organisation[]
  declare roles: LnPersonForm['roles']

  #localize = new LocalizeController(this)

  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('tab')) return
    if (this.tab === 'sessions') void import('./person-sessions.ts')
    if (this.tab === 'belongings') void import('./person-belongings.ts')
  }

  override render() {
    const { person } = this
    if (person === undefined) return this.#profile()
    const { text } = this.#localize
    const present = tabs.find((tab) => tab === this.tab) ?? 'profile'
    const at = (tab: (typeof tabs)[number]) => `${adminPath}/people?person=${person.id}${tab === 'profile' ? '' : `&tab=${tab}`}`
    return html`<nav class="ln-subhead ln-tabs" aria-label=${text('admin.people.detail')}>
        ${tabs.map((tab) => html`<a href=${at(tab)} aria-current=${tab === present ? 'page' : nothing}>${text(`admin.people.tab.${tab}`)}</a>`)}
      </nav>
      ${present === 'profile' ? this.#profile() : html`<div class="ln-scroll"><div class="ln-block">${keyed(person.id, this.#other(person, present))}</div></div>`}`
  }

  #profile(): TemplateResult {
    return html`${keyed(
      this.person?.id,
      html`<ln-person-form
        .person=${this.person}
        .departments=${this.departments}
        .organisations=${this.organisations}
        .roles=${this.roles}
      ></ln-person-form>`,
    )}`
  }

  #other(person: DirectoryPerson, tab: 'sessions' | 'belongings'): TemplateResult {
    return tab === 'sessions'
      ? html`<ln-person-sessions .person=${person}></ln-person-sessions>`
      : html`<ln-person-belongings .person=${person}></ln-person-belongings>`
  }
}
define('ln-person-detail', LnPersonDetail)

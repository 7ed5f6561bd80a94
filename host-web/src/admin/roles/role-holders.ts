import type { PersonSummary } from '@liaison/sdk'
import { accessManage, deleteRoleHolder, listRoleHolders, putRoleHolder, type Role, type RoleHolder } from '@liaison/sdk/platform'
import {
  Action,
  ApiController,
  avatar,
  define,
  externalBadge,
  icon,
  LocalizeController,
  partsStyles,
  SessionController,
  skeletonRows,
  ToastController,
} from '@liaison/sdk/web'
import { x } from '@liaison/sdk/icons'
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { adminPath } from '../admin-area.ts'
import { EveryController } from '../every-controller.ts'
import type { PersonChosenEvent } from '../person-search/person-chosen.event.ts'
import '../person-search/person-search.ts'
import { HoldersChangedEvent } from './holders-changed.event.ts'

const styles = css`
  :host {
    display: block;
  }
  section {
    border-top: var(--ln-hairline) solid var(--ln-border);
  }
  ln-person-search {
    margin-bottom: var(--ln-space-2);
  }
  li {
    display: flex;
    align-items: center;
  }
  li > a {
    min-width: 0;
  }
  .none {
    color: var(--ln-text-3);
  }
`

/** Who holds a role, and where; given and taken one person at a time. @fires ln-holders-changed */
export class LnRoleHolders extends LitElement {
  static override properties = { subject: { attribute: false }, administers: { type: Boolean }, asking: { state: true } }
  static override styles = [...partsStyles, styles]
  declare subject: Role
  /** The role lets manage access: giving it up oneself is asked a second time. */
  declare administers: boolean
  declare asking: PersonSummary | undefined

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #session = new SessionController(this)
  #toasts = new ToastController(this)
  #holders = new EveryController(this, listRoleHolders, () => ({ params: { id: this.subject.id }, query: {} }))
  #hold = new Action(this, async (person: Pick<PersonSummary, 'id' | 'name'>, holds: boolean, undoable: boolean) => {
    const { id, name: role } = this.subject
    const path = { params: { id, personId: person.id } }
    await (holds ? this.#api.call(putRoleHolder, path) : this.#api.call(deleteRoleHolder, path))
    this.dispatchEvent(new HoldersChangedEvent())
    this.#toasts.show({
      text: this.#localize.text(holds ? 'admin.roles.given' : 'admin.roles.taken', { name: person.name, role }),
      ...(undoable && { action: { label: this.#localize.text('admin.undo'), run: () => void this.#hold.start(person, !holds, false) } }),
    })
    await this.#holders.reload()
  })

  override render() {
    const { text } = this.#localize
    const { data, problem, reload } = this.#holders
    const everywhere = (data ?? []).filter(({ within }) => within === 'everywhere').map(({ person }) => person.id)
    return html`<section class="ln-block" aria-labelledby="holders">
        <div class="ln-block-head">
          <h3 id="holders">${text('admin.roles.holders')}</h3>
          ${data === undefined ? nothing : html`<small>${this.#localize.number(new Set(data.map(({ person }) => person.id)).size)}</small>`}
        </div>
        <ln-problem .problem=${this.#hold.problem}></ln-problem>
        <ln-person-search
          label=${text('admin.roles.give')}
          .among=${{ kind: this.subject.external ? 'external' : 'internal' }}
          .exclude=${everywhere}
          @ln-person-chosen=${(event: PersonChosenEvent) => this.#hold.start(event.person, true, true)}
        ></ln-person-search>
        ${problem === undefined ? nothing : html`<ln-problem .problem=${problem} retry @ln-retry=${reload}></ln-problem>`}
        ${
          data === undefined
            ? html`<div aria-busy="true">${problem === undefined ? skeletonRows(3) : nothing}</div>`
            : data.length === 0
              ? html`<p class="none">${text('admin.roles.holders.none')}</p>`
              : html`<ul>
                  ${data.map((holder) => this.#holder(holder))}
                </ul>`
        }
      </section>
      ${this.#confirmation()}`
  }

  #holder({ person, within, place }: RoleHolder): TemplateResult {
    const { text } = this.#localize
    const where = within === 'everywhere' ? (person.affiliation ?? '') : text(`admin.roles.within.${within}`, { name: place?.name ?? '' })
    return html`<li>
      <a class="ln-row" href="${adminPath}/people?person=${person.id}"
        >${avatar(person, { size: 24 })}<span class="ln-row-main ln-row-title">${person.name}</span>${
          person.kind === 'external' ? externalBadge(this.#localize) : nothing
        }<span class="ln-row-end">${person.disabled ? text('admin.people.state.disabled') : where}</span></a
      >
      ${
        within === 'everywhere'
          ? html`<button
              class="ln-button is-icon is-quiet is-small"
              type="button"
              aria-label=${text('admin.roles.take', { name: person.name })}
              ?disabled=${this.#hold.pending}
              @click=${() => this.#onTake(person)}
            >
              ${icon(x)}
            </button>`
          : nothing
      }
    </li>`
  }

  #confirmation(): TemplateResult {
    const { text } = this.#localize
    const close = () => (this.asking = undefined)
    return html`<ln-dialog .open=${this.asking !== undefined} heading=${text('admin.people.own')} @ln-dialog-closed=${close}>
      <p>${text('admin.people.own.hint')}</p>
      <button slot="foot" class="ln-button" type="button" @click=${close}>${text('admin.cancel')}</button>
      <button slot="foot" class="ln-button is-danger" type="button" @click=${this.#onSure}>${text('admin.people.own.go')}</button>
    </ln-dialog>`
  }

  #onTake(person: PersonSummary) {
    if (this.administers && person.id === this.#session.me.id && this.#session.may(accessManage)) this.asking = person
    else void this.#hold.start(person, false, true)
  }
  readonly #onSure = () => {
    const { asking } = this
    this.asking = undefined
    // what one gives up oneself, one cannot take back
    if (asking !== undefined) void this.#hold.start(asking, false, false)
  }
}
define('ln-role-holders', LnRoleHolders)

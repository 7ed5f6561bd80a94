import { type Invitation, listInvitations, withdrawInvitation } from '@liaison/sdk/platform'
import {
  Action,
  ApiController,
  ContextController,
  define,
  empty,
  icon,
  LocalizeController,
  partsStyles,
  QueryController,
  type Route,
  skeletonRows,
  tableStyles,
  ToastController,
} from '@liaison/sdk/web'
import { chevronLeft, mailPlus } from '@liaison/sdk/icons'
import { html, LitElement, nothing } from 'lit'
import { styles } from './invitations-page.styles.ts'
import { invitationMessages } from './locales/invitation-messages.ts'
import './invite-dialog.ts'

/** The invitations into the projects that one decides about: who was invited, how it stands, until when; and new ones. */
export class LnInvitationsPage extends LitElement {
  static override properties = {
    route: { attribute: false },
    ready: { state: true },
    inviting: { state: true },
    asking: { state: true },
    further: { state: true },
    next: { state: true },
  }
  static override styles = [...partsStyles, tableStyles, styles]
  declare route: Route | undefined
  declare ready: boolean
  declare inviting: boolean
  /** What waits for a second yes */
  declare asking: Invitation | undefined
  /** Pages after the first */
  declare further: readonly Invitation[]
  /** Undefined: as the first page says */
  declare next: string | null | undefined

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #localizer = new ContextController(this, 'localizer')
  #toasts = new ToastController(this)
  #invitations = new QueryController(this, listInvitations, () => ({ query: { limit: 100 } }))
  #more = new Action(this, async (cursor: string) => {
    const page = await this.#api.call(listInvitations, { query: { limit: 100, cursor } })
    this.further = [...this.further, ...page.items]
    this.next = page.next
  })
  #withdraw = new Action(this, async ({ id }: Invitation) => {
    await this.#api.call(withdrawInvitation, { params: { id } })
    this.asking = undefined
    this.#toasts.show({ text: this.#localize.text('invitation.withdrawn') })
    await this.#anew()
  })

  constructor() {
    super()
    this.ready = false
    this.inviting = false
    this.further = []
  }

  override connectedCallback() {
    super.connectedCallback()
    void this.#learn()
  }

  override render() {
    if (!this.ready) return nothing
    const { text } = this.#localize
    const { data, problem, refetch } = this.#invitations
    const items = [...(data?.items ?? []), ...this.further]
    return html`<header class="ln-head">
        <a class="ln-button is-icon is-quiet ln-phone ln-back" href="/admin" aria-label=${text('invitation.back')}>${icon(chevronLeft)}</a>
        <h1>${text('invitation.list')}</h1>
        <div class="ln-head-end">
          <button class="ln-button is-primary" type="button" @click=${() => (this.inviting = true)}>${text('invitation.invite')}</button>
        </div>
      </header>
      ${problem === undefined ? nothing : html`<ln-problem .problem=${problem} retry @ln-retry=${refetch}></ln-problem>`}
      ${
        data === undefined
          ? html`<div class="invitations-waiting" aria-busy="true">${problem === undefined ? skeletonRows(6) : nothing}</div>`
          : items.length === 0
            ? empty({ icon: mailPlus, title: text('invitation.list.none'), text: text('invitation.list.none.hint') })
            : this.#table(items)
      }
      ${this.inviting ? html`<ln-invite-dialog @ln-invited=${this.#anew} @ln-dialog-closed=${() => (this.inviting = false)}></ln-invite-dialog>` : nothing}
      ${this.#confirm()}`
  }

  #table(items: readonly Invitation[]) {
    const { text } = this.#localize
    const next = this.next === undefined ? (this.#invitations.data?.next ?? null) : this.next
    return html`<div class="ln-scroll" tabindex="0" role="region" aria-label=${text('invitation.list')}>
      <table class="ln-table">
        <thead>
          <tr>
            <th scope="col">${text('invitation.column.who')}</th>
            <th scope="col">${text('invitation.project')}</th>
            <th scope="col" class="is-wide">${text('invitation.role')}</th>
            <th scope="col" class="is-wide">${text('invitation.sponsor')}</th>
            <th scope="col">${text('invitation.state')}</th>
            <th scope="col" class="is-wide">${text('invitation.expires')}</th>
            <th scope="col"><span class="ln-visually-hidden">${text('invitation.withdraw')}</span></th>
          </tr>
        </thead>
        <tbody>
          ${items.map((item) => this.#row(item))}
        </tbody>
      </table>
      ${
        next === null
          ? nothing
          : html`<button class="ln-button invitations-more" ?disabled=${this.#more.pending} @click=${() => this.#more.start(next)}>
              ${text('invitation.more')}
            </button>`
      }
      <ln-problem .problem=${this.#more.problem}></ln-problem>
    </div>`
  }

  #row(item: Invitation) {
    const { text, dates } = this.#localize
    const isLive = item.state === 'open' || item.state === 'accepted'
    return html`<tr>
      <td><span class="ln-truncate" title=${item.email}>${item.name ?? item.email}</span></td>
      <td><span class="ln-truncate">${item.project.name}</span></td>
      <td class="is-fact is-wide">${item.role.name}</td>
      <td class="is-wide">${item.sponsor?.name ?? ''}</td>
      <td class="is-fact">${text(`invitation.state.${item.state}`)}</td>
      <td class="is-fact is-wide" title=${dates.exact(item.expiresAt)}>${dates.day(item.expiresAt)}</td>
      <td class="is-act">
        ${
          isLive
            ? html`<button
                class="ln-button is-quiet is-small"
                type="button"
                aria-label=${text('invitation.withdraw.of', { name: item.name ?? item.email })}
                @click=${() => (this.asking = item)}
              >
                ${text('invitation.withdraw')}
              </button>`
            : nothing
        }
      </td>
    </tr>`
  }

  #confirm() {
    const { text } = this.#localize
    const { asking } = this
    if (asking === undefined) return nothing
    return html`<ln-dialog open .heading=${text('invitation.withdraw.ask')} @ln-dialog-closed=${() => (this.asking = undefined)}>
      <p>${text(asking.state === 'accepted' ? 'invitation.withdraw.accepted' : 'invitation.withdraw.open')}</p>
      <ln-problem .problem=${this.#withdraw.problem}></ln-problem>
      <button slot="foot" class="ln-button" type="button" @click=${() => (this.asking = undefined)}>${text('ln.cancel')}</button>
      <button
        slot="foot"
        class="ln-button is-danger"
        type="button"
        ?disabled=${this.#withdraw.pending}
        @click=${() => this.#withdraw.start(asking)}
      >
        ${text('invitation.withdraw')}
      </button>
    </ln-dialog>`
  }

  readonly #anew = async () => {
    this.further = []
    this.next = undefined
    await this.#invitations.refetch()
  }

  async #learn() {
    await this.updateComplete
    await this.#localizer.service.add('invitation', invitationMessages)
    this.ready = true
  }
}
define('ln-invitations-page', LnInvitationsPage)

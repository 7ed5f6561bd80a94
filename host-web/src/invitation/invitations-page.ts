import { type Invitation, listInvitations, renewInvitation, withdrawInvitation } from '@liaison/sdk/platform'
import {
  Action,
  ApiController,
  avatar,
  ContextController,
  define,
  empty,
  icon,
  LocalizeController,
  more,
  PagesController,
  partsStyles,
  type Route,
  skeletonRows,
  tableStyles,
  ToastController,
} from '@liaison/sdk/web'
import { chevronLeft, mailPlus, plus, searchX } from '@liaison/sdk/icons'
import { html, LitElement, nothing } from 'lit'
import { styles } from './invitations-page.styles.ts'
import { invitationMessages } from './locales/invitation-messages.ts'
import { handedLink, type HandedLink, linkToHandOver } from './handed-link.ts'
import { invitationState, invitationUntil } from './invitation-state.ts'
import './extend-dialog.ts'
import './invite-dialog.ts'

const states = ['open', 'accepted', 'expired', 'withdrawn', 'ended'] as const

/** The invitations into the projects that one decides about: who was invited, how it stands, until when; and new ones. */
export class LnInvitationsPage extends LitElement {
  static override properties = {
    route: { attribute: false },
    ready: { state: true },
    inviting: { state: true },
    again: { state: true },
    asking: { state: true },
    moving: { state: true },
    link: { state: true },
    shown: { state: true },
  }
  static override styles = [...partsStyles, tableStyles, styles]
  declare route: Route | undefined
  declare ready: boolean
  declare inviting: boolean
  /** Somebody is invited a second time, with what is known of him */
  declare again: Invitation | undefined
  /** What waits for a second yes */
  declare asking: Invitation | undefined
  /** Whose end is being moved */
  declare moving: Invitation | undefined
  /** A link that was made anew */
  declare link: HandedLink | undefined
  declare shown: Invitation['state'] | 'all'

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #localizer = new ContextController(this, 'localizer')
  #toasts = new ToastController(this)
  #invitations = new PagesController(this, listInvitations, () => ({ query: { limit: 100 } }))
  #withdraw = new Action(this, async ({ id }: Invitation) => {
    await this.#api.call(withdrawInvitation, { params: { id } })
    this.asking = undefined
    this.#toasts.show({ text: this.#localize.text('invitation.withdrawn') })
    await this.#anew()
  })

  #renew = new Action(this, async ({ id }: Invitation) => {
    this.link = handedLink(await this.#api.call(renewInvitation, { params: { id } }))
    await this.#anew()
  })

  constructor() {
    super()
    this.ready = false
    this.shown = 'all'
    this.inviting = false
  }

  override connectedCallback() {
    super.connectedCallback()
    void this.#learn()
  }

  override render() {
    if (!this.ready) return nothing
    const { text } = this.#localize
    const { items, problem, refetch } = this.#invitations
    return html`<header class="ln-head">
        <a class="ln-button is-icon is-quiet ln-phone ln-back" href="/admin" aria-label=${text('invitation.back')}>${icon(chevronLeft)}</a>
        <h1>${text('invitation.list')}</h1>
        <div class="ln-head-end">
          <button class="ln-button is-primary" type="button" @click=${() => this.#invite()}>
            ${icon(plus)}${text('invitation.invite')}
          </button>
        </div>
      </header>
      ${problem === undefined ? nothing : html`<ln-problem .problem=${problem} retry @ln-retry=${refetch}></ln-problem>`}
      ${
        items === undefined
          ? html`<div class="invitations-waiting" aria-busy="true">${problem === undefined ? skeletonRows(6) : nothing}</div>`
          : items.length === 0
            ? empty({ icon: mailPlus, title: text('invitation.list.none'), text: text('invitation.list.none.hint') })
            : html`${this.#tools(items)}${this.#table(items)}`
      }
      ${
        this.inviting
          ? html`<ln-invite-dialog
              .again=${this.again}
              @ln-invited=${this.#anew}
              @ln-dialog-closed=${() => (this.inviting = false)}
            ></ln-invite-dialog>`
          : nothing
      }
      ${
        this.moving === undefined
          ? nothing
          : html`<ln-extend-dialog
              .invitation=${this.moving}
              @ln-invited=${this.#anew}
              @ln-dialog-closed=${() => (this.moving = undefined)}
            ></ln-extend-dialog>`
      }
      ${this.#handOver()} ${this.#confirm()}`
  }

  #tools(items: readonly Invitation[]) {
    const { text } = this.#localize
    const count = (state: Invitation['state']) => items.filter((item) => item.state === state).length
    const button = (state: Invitation['state'] | 'all', number: number) =>
      html`<button type="button" aria-pressed=${this.shown === state ? 'true' : 'false'} @click=${() => (this.shown = state)}>
        ${text(state === 'all' ? 'invitation.all' : `invitation.state.${state}`)}
        <span class="ln-number">${this.#localize.number(number)}</span>
      </button>`
    return html`<div class="ln-tools">
      <div class="ln-segmented is-small" role="group" aria-label=${text('invitation.state')}>
        ${button('all', items.length)} ${states.filter((state) => count(state) > 0).map((state) => button(state, count(state)))}
      </div>
      <small class="is-end">${text('invitation.reminder')}</small>
    </div>`
  }

  #handOver() {
    const { text } = this.#localize
    const { link } = this
    if (link === undefined) return nothing
    const close = () => (this.link = undefined)
    return html`<ln-dialog open .heading=${text('invitation.link.label')} @ln-dialog-closed=${close}>
      ${linkToHandOver(link, this.#localize)}
      <button slot="foot" class="ln-button" type="button" @click=${close}>${text('ln.close')}</button>
    </ln-dialog>`
  }

  #table(items: readonly Invitation[]) {
    const { text } = this.#localize
    const shown = items.filter(({ state }) => this.shown === 'all' || state === this.shown)
    return html`<div class="ln-scroll" tabindex="0" role="region" aria-label=${text('invitation.list')}>
      <table class="ln-table" role="table">
        <thead>
          <tr>
            <th scope="col" class="is-who">${text('invitation.column.who')}</th>
            <th scope="col">${text('invitation.project')}</th>
            <th scope="col" class="is-wide">${text('invitation.role')}</th>
            <th scope="col" class="is-wide">${text('invitation.sponsor')}</th>
            <th scope="col">${text('invitation.state')}</th>
            <th scope="col" class="is-wide">${text('invitation.expires')}</th>
            <th scope="col" class="is-acts"><span class="ln-visually-hidden">${text('invitation.acts')}</span></th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${shown.map((item) => this.#row(item))}
        </tbody>
      </table>
      ${shown.length === 0 ? empty({ icon: searchX, title: text('invitation.list.none.such'), text: '' }) : nothing}
      <ln-problem .problem=${this.#renew.problem}></ln-problem>
      ${more(this.#invitations, this.#localize)}
    </div>`
  }

  #row(item: Invitation) {
    const { sponsor } = item
    return html`<tr role="row" data-state=${item.state}>
      <td role="cell">
        <span class="invitation-who" title=${item.email}>
          ${avatar({ id: item.id, name: item.name ?? item.email, kind: 'external' }, { size: 24 })}
          <span class="ln-truncate">${item.name ?? item.email}${item.name === null ? nothing : html`<small>${item.email}</small>`}</span>
        </span>
      </td>
      <td role="cell"><span class="ln-truncate">${item.project.name}</span></td>
      <td role="cell" class="is-fact is-wide">${item.role.name}</td>
      <td role="cell" class="is-wide">
        ${sponsor === null ? nothing : html`<span class="invitation-who">${avatar(sponsor, { size: 20 })}<span class="ln-truncate">${sponsor.name}</span></span>`}
      </td>
      <td role="cell" class="is-fact">${invitationState(item, this.#localize)}</td>
      <td role="cell" class="is-fact is-wide">${invitationUntil(item, this.#localize)}</td>
      <td role="cell" class="is-act">${this.#acts(item)}</td>
    </tr>`
  }

  /** What can still be done: a link made anew, another date, the end; or the whole again. */
  #acts(item: Invitation) {
    const { state } = item
    const act = (key: string, run: () => void, disabled = false) =>
      html`<button
        class="ln-button is-quiet is-small"
        type="button"
        ?disabled=${disabled}
        aria-label=${this.#localize.text(`${key}.of`, { name: item.name ?? item.email })}
        @click=${run}
      >
        ${this.#localize.text(key)}
      </button>`
    const renew = act('invitation.renew', () => void this.#renew.start(item), this.#renew.pending)
    const move = act('invitation.extend', () => (this.moving = item))
    const withdraw = act('invitation.withdraw', () => (this.asking = item))
    if (state === 'open') return html`${renew}${move}${withdraw}`
    if (state === 'accepted') return html`${move}${withdraw}`
    if (state === 'expired' && Date.parse(item.expiresAt) > Date.now()) return html`${renew}${withdraw}`
    return act('invitation.again', () => this.#invite(item))
  }

  #invite(again?: Invitation) {
    this.again = again
    this.inviting = true
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

  readonly #anew = () => this.#invitations.refetch()

  async #learn() {
    await this.updateComplete
    await this.#localizer.service.add('invitation', invitationMessages)
    this.ready = true
  }
}
define('ln-invitations-page', LnInvitationsPage)

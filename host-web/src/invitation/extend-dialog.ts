import { changeInvitation, type Invitation } from '@liaison/sdk/platform'
import { Action, ApiController, define, DialogClosedEvent, LocalizeController, partsStyles, ToastController } from '@liaison/sdk/web'
import { html, LitElement } from 'lit'
import { styles } from './invite-dialog.styles.ts'
import { InvitedEvent } from './invited.event.ts'
import { dateField, endOf } from './until.ts'

const steps = [30, 90, 180]

/** Moves the end of an access: later, or sooner. @fires ln-invited - it has been moved, ln-dialog-closed */
export class LnExtendDialog extends LitElement {
  static override properties = { invitation: { attribute: false }, until: { state: true } }
  static override styles = [...partsStyles, styles]
  declare invitation: Invitation
  declare until: string

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #toasts = new ToastController(this)
  #move = new Action(this, async () => {
    const { text, dates } = this.#localize
    const { expiresAt } = await this.#api.call(changeInvitation, {
      params: { id: this.invitation.id },
      body: { expiresAt: endOf(this.until) },
    })
    this.#toasts.show({ text: text('invitation.extended', { day: dates.day(expiresAt) }) })
    this.dispatchEvent(new InvitedEvent())
    this.dispatchEvent(new DialogClosedEvent())
  })

  override willUpdate() {
    this.until ??= dateField(new Date(this.invitation.expiresAt))
  }

  override render() {
    const { text, dates } = this.#localize
    const { invitation } = this
    const who = invitation.name ?? invitation.email
    const from = Math.max(Date.now(), Date.parse(invitation.expiresAt))
    return html`<ln-dialog
      open
      .heading=${text('invitation.extend.heading', { name: who })}
      @ln-dialog-closed=${() => this.dispatchEvent(new DialogClosedEvent())}
    >
      <form @submit=${this.#onSubmit}>
        <p>${text('invitation.extend.now', { project: invitation.project.name, day: dates.day(invitation.expiresAt) })}</p>
        <div class="ln-segmented" role="group" aria-label=${text('invitation.extend.by')}>
          ${steps.map((days) => {
            const until = dateField(new Date(from + days * 86_400_000))
            return html`<button type="button" aria-pressed=${this.until === until ? 'true' : 'false'} @click=${() => (this.until = until)}>
              ${text('invitation.extend.days', { count: days })}
            </button>`
          })}
        </div>
        <label class="ln-field">
          <span class="ln-field-label">${text('invitation.expires')}<small>${text('invitation.expires.hint')}</small></span>
          <input
            class="ln-input"
            type="date"
            required
            min=${dateField(new Date())}
            .value=${this.until}
            @input=${(event: Event) => (this.until = (event.target as HTMLInputElement).value)}
          />
        </label>
        <small class="ln-muted"
          >${text(invitation.sponsor === null ? 'invitation.reminder' : 'invitation.reminder.to', { name: invitation.sponsor?.name ?? '' })}</small
        >
        <ln-problem .problem=${this.#move.problem}></ln-problem>
      </form>
      <button slot="foot" class="ln-button" type="button" @click=${() => this.dispatchEvent(new DialogClosedEvent())}>
        ${text('ln.cancel')}
      </button>
      <button
        slot="foot"
        class="ln-button is-primary"
        type="button"
        ?disabled=${this.#move.pending}
        @click=${() => this.renderRoot.querySelector('form')?.requestSubmit()}
      >
        ${text('invitation.extend.apply')}
      </button>
    </ln-dialog>`
  }

  readonly #onSubmit = async (event: Event) => {
    event.preventDefault()
    await this.#move.start()
  }
}
define('ln-extend-dialog', LnExtendDialog)

import { Action, ApiController, define, DialogClosedEvent, LocalizeController, partsStyles } from '@liaison/sdk/web'
import type { LnDialog } from '@liaison/sdk/web'
import { html, LitElement, nothing } from 'lit'
import { addMember } from '../../contract.ts'
import type { PeopleChosenEvent } from '../im-events.ts'
import './people-picker.ts'

/** Brings people into a channel. @fires ln-dialog-closed */
export class LnImAddMembers extends LitElement {
  static override properties = { channelId: { attribute: false }, present: { attribute: false }, personIds: { state: true } }
  static override styles = partsStyles
  declare channelId: string
  /** Ids of those who are members already */
  declare present: readonly string[]
  declare personIds: readonly string[]

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #add = new Action(this, async () => {
    for (const personId of this.personIds) await this.#api.call(addMember, { params: { channelId: this.channelId, personId } })
    this.#close()
  })

  constructor() {
    super()
    this.present = []
    this.personIds = []
  }

  override render() {
    const words = this.#localize
    const { problem, pending, start } = this.#add
    return html`<ln-dialog
      open
      .heading=${words.text('im.addMembers')}
      @ln-dialog-closed=${() => this.dispatchEvent(new DialogClosedEvent())}
    >
      <ln-im-people-picker
        autofocus
        .exclude=${this.present}
        @ln-im-people-chosen=${(event: PeopleChosenEvent) => (this.personIds = event.personIds)}
      ></ln-im-people-picker>
      ${problem ? html`<ln-problem .problem=${problem}></ln-problem>` : nothing}
      <div slot="foot">
        <button class="ln-button" @click=${this.#close}>${words.text('ln.cancel')}</button>
        <button class="ln-button is-primary" ?disabled=${pending || this.personIds.length === 0} @click=${start}>
          ${words.text('im.add')}
        </button>
      </div>
    </ln-dialog>`
  }

  readonly #close = () => this.renderRoot.querySelector<LnDialog>('ln-dialog')?.removeAttribute('open')
}
define('ln-im-add-members', LnImAddMembers)

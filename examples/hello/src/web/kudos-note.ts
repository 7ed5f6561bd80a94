import { Action, ApiController, avatar, define, LocalizeController, partsStyles, personName, SessionController } from '@liaison/sdk/web'
import { html, LitElement, nothing } from 'lit'
import { type Kudos, kudosGive, takeDownKudos } from '../contract.ts'
import { KudosWall } from './kudos-wall.ts'
import { kudosStyles } from './kudos.styles.ts'

/** One piece of praise; whoever may take it down is asked once more. */
export class KudosNote extends LitElement {
  static override properties = { kudos: { attribute: false }, asking: { state: true } }
  static override styles = [partsStyles, kudosStyles]
  declare kudos: Kudos
  declare asking: boolean

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #session = new SessionController(this)
  #wall = new KudosWall(this)
  #takeDown = new Action(this, async () => {
    await this.#api.call(takeDownKudos, { params: { kudosId: this.kudos.id } })
    await this.#wall.changed()
  })

  override render() {
    const { from, to, words, createdAt } = this.kudos
    const { text, dates } = this.#localize
    return html`<article class="note">
      <header>${avatar(to)}${personName(to, this.#localize)}</header>
      <p>${words}</p>
      <footer>
        ${avatar(from, { size: 20 })}${from.name}
        <time datetime=${createdAt} title=${dates.exact(createdAt)}>${dates.short(createdAt)}</time>
        ${this.#mayTakeDown ? html`<button class="ln-link-button" @click=${() => (this.asking = true)}>${text('kudos.takeDown')}</button>` : nothing}
      </footer>
      <ln-dialog .open=${this.asking} .heading=${text('kudos.takeDown')} @ln-dialog-closed=${() => (this.asking = false)}>
        <p>${text('kudos.takeDown.ask')}</p>
        <ln-problem .problem=${this.#takeDown.problem}></ln-problem>
        <button slot="foot" class="ln-button" @click=${() => (this.asking = false)}>${text('ln.cancel')}</button>
        <button slot="foot" class="ln-button is-danger is-solid" ?disabled=${this.#takeDown.pending} @click=${() => this.#takeDown.start()}>
          ${text('kudos.takeDown')}
        </button>
      </ln-dialog>
    </article>`
  }

  get #mayTakeDown(): boolean {
    const { from, to } = this.kudos
    const isMine = [from.id, to.id].includes(this.#session.me.id)
    return this.#session.scopeOf(kudosGive) === 'all' || (isMine && this.#session.may(kudosGive))
  }
}
define('kudos-note', KudosNote)

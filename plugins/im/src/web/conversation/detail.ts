import {
  type AccessQuestion,
  Action,
  ApiController,
  avatar,
  define,
  icon,
  LocalizeController,
  navigate,
  partsStyles,
  SessionController,
} from '@liaison/sdk/web'
import { chevronLeft, logOut, pencil, userMinus, userPlus, x } from '@liaison/sdk/icons'
import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import { changeChannel, type Channel, imManage, imRead, type Member, removeMember } from '../../contract.ts'
import { titleOf } from '../channel-title.ts'
import { DetailToggledEvent } from '../im-events.ts'
import '../people/add-members.ts'
import { ConversationsController } from '../state/conversations-controller.ts'

const styles = css`
  .im-goal {
    color: var(--ln-text-2);
    font: var(--ln-text-reading);
    white-space: pre-wrap;
  }
  .im-form {
    display: grid;
    gap: var(--ln-space-3);
  }
  .im-form > footer {
    display: flex;
    justify-content: flex-end;
    gap: var(--ln-space-2);
  }
  li {
    position: relative;
  }
  .im-row-tools {
    position: absolute;
    inset-inline-end: var(--ln-space-1);
    display: flex;
    opacity: 0;
    background: var(--ln-surface);
  }
  li:hover > .im-row-tools,
  .im-row-tools:focus-within {
    opacity: 1;
  }
  .im-set {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-height: 32px;
    margin-bottom: var(--ln-space-2);
  }
  @media (max-width: 719px) {
    .ln-detail {
      flex: 1;
      width: 100%;
      border: 0;
    }
  }
  @media (hover: none) {
    .im-row-tools {
      position: static;
      opacity: 1;
    }
  }
`
const shownAtOnce = 12

/** The detail pane: what the channel is for, who is in it, what one wants to hear of it. @fires ln-im-detail-toggled */
export class LnImDetail extends LitElement {
  static override properties = {
    channelId: { attribute: false },
    editing: { state: true },
    adding: { state: true },
    isFull: { state: true },
  }
  static override styles = [partsStyles, styles]
  declare channelId: string
  declare editing: boolean
  declare adding: boolean
  declare isFull: boolean

  #api = new ApiController(this)
  #conversations = new ConversationsController(this)
  #localize = new LocalizeController(this)
  #session = new SessionController(this)
  #save = new Action(this, (form: FormData) => this.#change(form))
  #remove = new Action(this, (personId: string) => this.#api.call(removeMember, { params: { channelId: this.channelId, personId } }))
  #mute = new Action(this, (muted: boolean) => this.#conversations.state.mute(this.channelId, muted))
  #leave = new Action(this, async () => {
    await this.#api.call(removeMember, { params: { channelId: this.channelId, personId: this.#session.me.id } })
    navigate('/im')
  })

  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('channelId')) return
    this.editing = false
    this.adding = false
    this.isFull = false
  }

  override render() {
    const channel = this.#conversations.state.get(this.channelId)
    if (channel === undefined) return nothing
    const words = this.#localize
    const members = this.#conversations.state.log(channel.id).members
    return html`<aside class="ln-detail" aria-label=${words.text('im.details')}>
      <header class="ln-head">
        <button class="ln-button is-icon is-quiet ln-phone ln-back" aria-label=${words.text('im.back')} @click=${this.#onClose}>
          ${icon(chevronLeft)}
        </button>
        <h2 tabindex="-1">${words.text('im.details')}</h2>
        <div class="ln-head-end">
          ${
            channel.kind !== 'direct' && this.#manages(channel)
              ? html`<button
                  class="ln-button is-icon is-quiet"
                  aria-label=${words.text('im.editChannel')}
                  title=${words.text('im.editChannel')}
                  @click=${() => (this.editing = !this.editing)}
                >
                  ${icon(pencil)}
                </button>`
              : nothing
          }
          <button
            class="ln-button is-icon is-quiet ln-desk"
            aria-label=${words.text('ln.close')}
            title=${words.text('ln.close')}
            @click=${this.#onClose}
          >
            ${icon(x)}
          </button>
        </div>
      </header>
      <div class="ln-scroll">
        ${this.editing ? this.#form(channel) : channel.topic === null ? nothing : html`<section class="ln-block"><p class="im-goal">${channel.topic}</p></section>`}
        ${members === undefined ? nothing : this.#people(channel, members)} ${this.#own(channel)}
      </div>
      <ln-resizer name="im.detail" edge="start" min="280" max="560"></ln-resizer>
      ${
        this.adding
          ? html`<ln-im-add-members
              .channelId=${channel.id}
              .present=${members?.map(({ person }) => person.id) ?? []}
              @ln-dialog-closed=${() => (this.adding = false)}
            ></ln-im-add-members>`
          : nothing
      }
    </aside>`
  }

  #form(channel: Channel) {
    const words = this.#localize
    const { problem, pending } = this.#save
    return html`<form class="ln-block im-form" @submit=${this.#onSubmit}>
      <label class="ln-field">
        <span class="ln-field-label">${words.text('im.groupName')}</span>
        <input class="ln-input" name="name" required maxlength="100" .value=${channel.name ?? ''} />
      </label>
      <label class="ln-field">
        <span class="ln-field-label">${words.text('im.topic')}</span>
        <textarea class="ln-textarea" name="topic" maxlength="500" .value=${channel.topic ?? ''}></textarea>
      </label>
      ${problem ? html`<ln-problem .problem=${problem}></ln-problem>` : nothing}
      <footer>
        <button class="ln-button" type="button" @click=${() => (this.editing = false)}>${words.text('ln.cancel')}</button>
        <button class="ln-button is-primary" ?disabled=${pending}>${words.text('im.save')}</button>
      </footer>
    </form>`
  }

  #people(channel: Channel, members: readonly Member[]) {
    const outside = members.filter(({ person }) => person.kind === 'external')
    if (outside.length === 0) return this.#section(channel, 'im.members', members, true)
    const inside = members.filter(({ person }) => person.kind === 'internal')
    return html`${this.#section(channel, 'im.outside', outside, true)} ${this.#section(channel, 'im.team', inside, false)}`
  }

  #section(channel: Channel, title: string, members: readonly Member[], hasAdd: boolean) {
    const words = this.#localize
    const shown = this.isFull ? members : members.slice(0, shownAtOnce)
    const mayAdd = hasAdd && channel.kind !== 'direct' && this.#session.me.kind === 'internal'
    return html`<section class="ln-block">
      <header class="ln-block-head">
        <h3>${words.text(title)}</h3>
        <small>${words.number(members.length)}</small>
        ${
          mayAdd
            ? html`<button
                class="ln-button is-icon is-quiet is-small"
                aria-label=${words.text('im.addMembers')}
                title=${words.text('im.addMembers')}
                @click=${() => (this.adding = true)}
              >
                ${icon(userPlus)}
              </button>`
            : nothing
        }
      </header>
      <ul>
        ${shown.map((member) => this.#member(channel, member))}
      </ul>
      ${
        shown.length < members.length
          ? html`<button class="ln-link-button ln-small" @click=${() => (this.isFull = true)}>
              ${words.text('im.allMembers', { count: members.length })}
            </button>`
          : nothing
      }
      ${hasAdd && this.#remove.problem ? html`<ln-problem .problem=${this.#remove.problem}></ln-problem>` : nothing}
    </section>`
  }

  #member(channel: Channel, { person, role }: Member) {
    const words = this.#localize
    const mayRemove = channel.kind !== 'direct' && person.id !== this.#session.me.id && this.#manages(channel)
    return html`<li class="ln-row">
      ${avatar(person, { size: 24, presence: this.#isOnline(person.id) ? 'online' : 'offline' })}
      <span class="ln-row-main ln-truncate">${person.name} <span class="ln-muted ln-small">${person.affiliation}</span></span>
      ${role === 'owner' && channel.kind !== 'direct' ? html`<span class="ln-row-end">${words.text('im.owner')}</span>` : nothing}
      <span class="im-row-tools">
        <ln-why small .question=${this.#questionOf(channel, person)}></ln-why>
        ${
          mayRemove
            ? html`<button
                class="ln-button is-icon is-quiet is-small"
                aria-label=${words.text('im.removeMember', { name: person.name })}
                title=${words.text('im.removeMember', { name: person.name })}
                @click=${() => this.#remove.start(person.id)}
              >
                ${icon(userMinus, 14)}
              </button>`
            : nothing
        }
      </span>
    </li>`
  }

  #own(channel: Channel) {
    const words = this.#localize
    const problem = this.#mute.problem ?? this.#leave.problem
    return html`<section class="ln-block">
      <label class="im-set ln-switch">
        ${words.text('im.mute')}
        <input
          type="checkbox"
          role="switch"
          .checked=${channel.muted}
          @change=${(event: Event) => this.#mute.start((event.target as HTMLInputElement).checked)}
        />
      </label>
      ${
        channel.kind === 'direct'
          ? nothing
          : html`<button class="ln-button is-danger is-wide" ?disabled=${this.#leave.pending} @click=${() => this.#leave.start()}>
              ${icon(logOut)}${words.text('im.leave')}
            </button>`
      }
      <ln-why .question=${this.#questionOf(channel, this.#session.me)}></ln-why>
      ${problem ? html`<ln-problem .problem=${problem}></ln-problem>` : nothing}
    </section>`
  }

  /** Why somebody reads this channel. */
  #questionOf(channel: Channel, { id, name }: { readonly id: string; readonly name: string }): AccessQuestion {
    const resource = { type: 'im.channel', id: channel.id, name: titleOf(channel, this.#conversations.state.me, this.#localize) }
    return { person: { id, name }, permission: imRead.key, resource }
  }

  #isOnline(personId: string): boolean {
    return personId === this.#session.me.id || this.#conversations.state.isOnline(personId)
  }
  #manages(channel: Channel): boolean {
    return channel.role === 'owner' || this.#session.may(imManage)
  }
  #onSubmit(event: SubmitEvent) {
    event.preventDefault()
    void this.#save.start(new FormData(event.target as HTMLFormElement))
  }
  async #change(form: FormData) {
    const topic = String(form.get('topic') ?? '')
    const body = { name: String(form.get('name')), topic: topic.trim() === '' ? null : topic }
    this.#conversations.state.take(await this.#api.call(changeChannel, { params: { channelId: this.channelId }, body }))
    this.editing = false
  }
  #onClose() {
    this.dispatchEvent(new DetailToggledEvent())
  }
}
define('ln-im-detail', LnImDetail)

import { listProjects } from '@liaison/sdk/platform'
import {
  Action,
  ApiController,
  define,
  DialogClosedEvent,
  icon,
  type LnDialog,
  LocalizeController,
  navigate,
  partsStyles,
  QueryController,
  SessionController,
} from '@liaison/sdk/web'
import { chevronDown } from '@liaison/sdk/icons'
import { html, LitElement, nothing } from 'lit'
import { createChannel } from '../../contract.ts'
import { ConversationStartedEvent, type PeopleChosenEvent } from '../im-events.ts'
import { ConversationsController } from '../state/conversations-controller.ts'
import './people-picker.ts'

/**
 * Starts a conversation: one person makes a direct chat, several a group, a project a project channel.
 * @fires ln-im-conversation-started, ln-dialog-closed
 */
export class LnImNewConversation extends LitElement {
  static override properties = { personIds: { state: true }, name: { state: true }, projectId: { state: true } }
  static override styles = partsStyles
  declare personIds: readonly string[]
  declare name: string
  declare projectId: string

  #api = new ApiController(this)
  #conversations = new ConversationsController(this)
  #localize = new LocalizeController(this)
  #session = new SessionController(this)
  #projects = new QueryController(this, listProjects, () => (this.#session.me.kind === 'internal' ? { query: { limit: 200 } } : undefined))
  #start = new Action(this, () => this.#create())

  constructor() {
    super()
    this.personIds = []
    this.name = ''
    this.projectId = ''
  }

  override render() {
    const words = this.#localize
    const { problem, pending } = this.#start
    const isGroup = this.personIds.length > 1 || this.projectId !== ''
    return html`<ln-dialog open .heading=${words.text('im.start')} @ln-dialog-closed=${() => this.dispatchEvent(new DialogClosedEvent())}>
      <ln-im-people-picker autofocus .exclude=${[this.#session.me.id]} @ln-im-people-chosen=${this.#onPeople}></ln-im-people-picker>
      ${this.#project()}
      ${
        isGroup
          ? html`<label class="ln-field">
              <span class="ln-field-label">${words.text('im.groupName')}<small>${words.text('im.optional')}</small></span>
              <input
                class="ln-input"
                maxlength="100"
                .value=${this.name}
                @input=${(event: Event) => (this.name = (event.target as HTMLInputElement).value)}
              />
            </label>`
          : nothing
      }
      ${problem ? html`<ln-problem .problem=${problem}></ln-problem>` : nothing}
      <div slot="foot">
        <button class="ln-button" @click=${() => this.renderRoot.querySelector<LnDialog>('ln-dialog')?.removeAttribute('open')}>
          ${words.text('ln.cancel')}
        </button>
        <button
          class="ln-button is-primary"
          ?disabled=${pending || (this.personIds.length === 0 && this.projectId === '')}
          @click=${() => this.#start.start()}
        >
          ${words.text(isGroup ? 'im.startGroup' : 'im.startDirect')}
        </button>
      </div>
    </ln-dialog>`
  }

  #project() {
    const projects = this.#projects.data?.items ?? []
    if (projects.length === 0) return nothing
    const words = this.#localize
    return html`<label class="ln-field">
      <span class="ln-field-label">${words.text('im.project')}<small>${words.text('im.optional')}</small></span>
      <span class="ln-select-wrap">
        <select class="ln-select" @change=${(event: Event) => (this.projectId = (event.target as HTMLSelectElement).value)}>
          <option value="">${words.text('im.noProject')}</option>
          ${projects.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.projectId}>${name}</option>`)}
        </select>
        ${icon(chevronDown)}
      </span>
    </label>`
  }

  #onPeople(event: PeopleChosenEvent) {
    this.personIds = event.personIds
  }

  async #create() {
    const { personIds, projectId, name } = this
    const memberIds = [...personIds]
    const named = name.trim() === '' ? {} : { name }
    const body =
      projectId !== ''
        ? { kind: 'project' as const, memberIds, projectId, ...named }
        : memberIds.length > 1
          ? { kind: 'group' as const, memberIds, ...named }
          : { kind: 'direct' as const, memberIds }
    const channel = await this.#api.call(createChannel, { body })
    this.#conversations.state.take(channel)
    this.dispatchEvent(new ConversationStartedEvent(channel))
    navigate(`/im/${channel.id}`)
  }
}
define('ln-im-new-conversation', LnImNewConversation)

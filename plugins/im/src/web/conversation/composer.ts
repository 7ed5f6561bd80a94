import { isProblem, type PersonSummary } from '@liaison/sdk'
import { ApiController, avatar, define, icon, LocalizeController, partsStyles, SessionController, ToastController } from '@liaison/sdk/web'
import { arrowUpRight, atSign, x } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { imSend, maxMessageLength, type Message, startTyping } from '../../contract.ts'
import { looksExternal, titleOf } from '../channel-title.ts'
import { ConversationsController } from '../state/conversations-controller.ts'
import type { PendingMessage } from '../state/drafts.ts'
import { blockedOf, blockedWords } from './blocked-words.ts'
import { styles } from './composer.styles.ts'
import { membersByPinyin, membersNamed, mentionBefore, shownAtOnce } from './mention-search.ts'
import { plainText } from './message-text.ts'

/** Typing is told once in this time, ms */
const typingInterval = 3_000
/** From here on the length is shown. */
const nearlyFull = maxMessageLength - 1_000

type Choice = PersonSummary | 'all'
type About =
  | { readonly message: Message; readonly aim: 'reply' | 'edit' }
  /** What a content rule refused, written anew */
  | { readonly pending: PendingMessage; readonly aim: 'rewrite' }

/** Where one writes: drafts, names after @, replies and changes. Enter sends, but never while a composition is under way. */
export class LnImComposer extends LitElement {
  static override properties = {
    channelId: { attribute: false },
    about: { state: true },
    choices: { state: true },
    chosen: { state: true },
    text: { state: true },
  }
  static override styles = [partsStyles, styles]
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true }
  declare channelId: string
  declare about: About | undefined
  declare choices: readonly Choice[]
  declare chosen: number
  declare text: string

  #api = new ApiController(this)
  #conversations = new ConversationsController(this)
  #localize = new LocalizeController(this)
  #session = new SessionController(this)
  #toasts = new ToastController(this)
  #mentioned = new Map<string, string>()
  #toldTypingAt = 0

  constructor() {
    super()
    this.choices = []
    this.chosen = 0
    this.text = ''
  }

  /** Takes a message to answer or to change. */
  take(message: Message, aim: 'reply' | 'edit') {
    // one that was taken back is written anew
    this.about = message.recalledAt === null ? { message, aim } : undefined
    if (aim === 'edit') this.#put(message.text ?? '', message.mentions)
    void this.updateComplete.then(() => this.#area?.focus())
  }

  /** Takes back a message that was not sent; the words that a rule refused are marked. */
  rewrite(pending: PendingMessage, focus = true) {
    this.about = { pending, aim: 'rewrite' }
    this.#put(pending.text, pending.mentions)
    void this.updateComplete.then(() => {
      if (focus) this.#area?.focus()
      if (pending.blocked !== undefined) this.#area?.setSelectionRange(pending.blocked.from, pending.blocked.to)
    })
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('channelId')) return this.#takeBlocked()
    this.about = undefined
    this.choices = []
    this.#toldTypingAt = 0
    this.#mentioned.clear()
    this.text = this.#conversations.state.drafts.of(this.channelId)
  }

  override render() {
    const words = this.#localize
    const { state } = this.#conversations
    const channel = state.get(this.channelId)
    if (channel === undefined) return nothing
    if (!this.#session.may(imSend)) return html`<div class="im-compose"><p class="ln-muted ln-small">${words.text('im.readOnly')}</p></div>`
    const title = titleOf(channel, state.me, words)
    const length = [...this.text].length
    const isExternal = looksExternal(channel, this.#session.me)
    return html`<div class=${isExternal ? 'im-compose is-external' : 'im-compose'}>
      ${this.#names()}
      <div class="im-box">
        ${isExternal ? this.#audience() : nothing} ${this.#aboutThis()}
        <textarea
          rows="1"
          aria-label=${words.text('im.message')}
          placeholder=${words.text('im.writeTo', { title })}
          aria-controls=${this.choices.length > 0 ? 'names' : nothing}
          aria-activedescendant=${this.choices.length > 0 ? `name-${this.chosen}` : nothing}
          .value=${this.text}
          @input=${this.#onInput}
          @keydown=${this.#onKey}
          @blur=${() => (this.choices = [])}
        ></textarea>
        <div class="im-box-tools">
          <button
            class="ln-button is-icon is-quiet"
            type="button"
            aria-label=${words.text('im.mention')}
            title=${words.text('im.mention')}
            @mousedown=${this.#onMention}
          >
            ${icon(atSign)}
          </button>
          ${length > nearlyFull ? html`<span class=${length > maxMessageLength ? 'im-length is-over' : 'im-length'}>${words.number(length)} / ${words.number(maxMessageLength)}</span>` : nothing}
          <button
            class="ln-button is-primary"
            type="button"
            ?disabled=${this.text.trim() === '' || length > maxMessageLength}
            @click=${this.#send}
          >
            ${words.text(this.about?.aim === 'edit' ? 'im.save' : 'im.send')}
          </button>
        </div>
      </div>
      <div class="im-foot">${this.#typing()}<span class="im-hint">${words.text('im.keys')}</span></div>
    </div>`
  }

  #audience() {
    const outside = this.#members.filter(({ kind }) => kind === 'external')
    const companies = this.#localize.list([...new Set(outside.map(({ affiliation, name }) => affiliation ?? name))])
    return html`<div class="im-audience">
      ${icon(arrowUpRight, 14)}<span class="ln-truncate">${this.#localize.text('im.audience', { companies, count: outside.length })}</span>
    </div>`
  }

  /** Words that were just refused come back, unless something else is being written. */
  #takeBlocked() {
    if (this.text !== '' || this.about !== undefined) return
    const blocked = this.#conversations.state.log(this.channelId).takeBlocked()
    if (blocked !== undefined) this.rewrite(blocked, this.matches(':focus-within'))
  }

  #aboutThis() {
    if (this.about === undefined) return nothing
    const { title, text } = this.#aboutWords(this.about)
    const words = this.#localize
    return html`<div class="im-about-this">
      <b>${title}</b>
      <span class="ln-truncate" title=${text}>${text}</span>
      <button class="ln-button is-icon is-quiet is-small" type="button" aria-label=${words.text('ln.cancel')} @click=${this.#leave}>
        ${icon(x, 14)}
      </button>
    </div>`
  }

  #aboutWords(about: About): { title: string; text: string } {
    const words = this.#localize
    if (about.aim === 'rewrite') {
      const { text, blocked } = about.pending
      return { title: words.text('im.rewriting'), text: blocked === undefined ? plainText(text) : blockedWords(words, text, blocked) }
    }
    const { message, aim } = about
    const name = this.#conversations.state.people.get(message.senderId)?.name ?? words.text('im.someone')
    return { title: aim === 'reply' ? words.text('im.replyTo', { name }) : words.text('im.editing'), text: plainText(message.text ?? '') }
  }

  #names() {
    if (this.choices.length === 0) return nothing
    const everyone = this.#localize.text('im.everyone')
    return html`<ul class="im-names" id="names" role="listbox" aria-label=${this.#localize.text('im.mention')}>
      ${this.choices.map(
        (choice, index) =>
          html`<li
            class="ln-row"
            role="option"
            id=${`name-${index}`}
            aria-selected=${index === this.chosen ? 'true' : 'false'}
            @mousedown=${(event: Event) => this.#pick(event, choice)}
          >
            ${
              choice === 'all'
                ? html`<span class="ln-avatar is-group" data-size="24" aria-hidden="true">@</span
                    ><span class="ln-row-main">${everyone}</span>`
                : html`${avatar(choice, { size: 24 })}<span class="ln-row-main ln-truncate"
                      >${choice.name} <span class="ln-muted ln-small">${choice.affiliation}</span></span
                    >`
            }
          </li>`,
      )}
    </ul>`
  }

  #typing() {
    const people = this.#conversations.state.typingIn(this.channelId)
    if (people.length === 0) return nothing
    const names = this.#localize.list(people.slice(0, 3).map(({ name }) => name))
    return html`<span class="im-typing" role="status"
      ><i><b></b></i><span class="ln-truncate">${this.#localize.text('im.typing', { names })}</span></span
    >`
  }

  #onInput() {
    const area = this.#area
    if (area === undefined) return
    this.text = area.value
    if (this.about === undefined || this.about.aim === 'reply') this.#conversations.state.setDraft(this.channelId, this.text)
    void this.#search(area)
    if (this.text.trim() === '' || Date.now() - this.#toldTypingAt < typingInterval) return
    this.#toldTypingAt = Date.now()
    // nothing is lost when it is not told
    void this.#api
      .call(startTyping, { params: { channelId: this.channelId } })
      .catch((error: unknown) => isProblem(error) || reportError(error))
  }

  async #search(area: HTMLTextAreaElement) {
    const wanted = mentionBefore(area.value, area.selectionStart)
    this.chosen = 0
    if (wanted === undefined) return void (this.choices = [])
    const { me } = this.#conversations.state
    const members = this.#members.filter(({ id }) => id !== me)
    const named = membersNamed(members, wanted.query)
    const everyone: Choice[] =
      members.length > 1 && this.#localize.text('im.everyone').toLowerCase().includes(wanted.query.toLowerCase()) ? ['all'] : []
    this.choices = [...everyone, ...named].slice(0, shownAtOnce)
    const byPinyin = await membersByPinyin(this.#api, members, wanted.query)
    const isStillWanted = mentionBefore(area.value, area.selectionStart)?.query === wanted.query
    if (isStillWanted && byPinyin.length > 0) this.choices = [...new Set([...this.choices, ...byPinyin])].slice(0, shownAtOnce)
  }

  #onKey(event: KeyboardEvent) {
    // 229: the key belongs to the input method, also where `isComposing` is over already
    if (event.isComposing || event.keyCode === 229) return
    if (this.choices.length > 0 && this.#moveChoice(event)) return event.preventDefault()
    if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault()
      void this.#send()
    } else if (event.key === 'Escape' && this.about !== undefined) this.#leave()
    else if (event.key === 'ArrowUp' && this.text === '') this.#editLast(event)
  }

  /** @returns whether the key was for the list of names */
  #moveChoice(event: KeyboardEvent): boolean {
    const { length } = this.choices
    if (event.key === 'ArrowDown') this.chosen = (this.chosen + 1) % length
    else if (event.key === 'ArrowUp') this.chosen = (this.chosen + length - 1) % length
    else if (event.key === 'Escape') this.choices = []
    else if (event.key === 'Enter' || event.key === 'Tab') this.#pick(event, this.choices[this.chosen] as Choice)
    else return false
    return true
  }

  #pick(event: Event, choice: Choice) {
    event.preventDefault()
    const area = this.#area
    const wanted = area && mentionBefore(area.value, area.selectionStart)
    if (area === undefined || wanted === undefined) return
    const name = choice === 'all' ? this.#localize.text('im.everyone') : choice.name
    this.#mentioned.set(choice === 'all' ? 'all' : choice.id, name)
    area.setRangeText(`@${name} `, wanted.at, area.selectionStart, 'end')
    this.choices = []
    this.#onInput()
  }

  #onMention(event: Event) {
    event.preventDefault()
    const area = this.#area
    if (area === undefined) return
    area.focus()
    const before = area.value[area.selectionStart - 1]
    area.setRangeText(before === undefined || /\s/.test(before) ? '@' : ' @', area.selectionStart, area.selectionEnd, 'end')
    this.#onInput()
  }

  readonly #send = async () => {
    const { text, about } = this
    if (text.trim() === '' || [...text].length > maxMessageLength) return
    const mentions = [...this.#mentioned].flatMap(([id, name]) => (text.includes(`@${name}`) ? id : []))
    const log = this.#conversations.state.log(this.channelId)
    if (about?.aim === 'edit') {
      try {
        if (text !== about.message.text) await log.change(about.message, text, mentions)
      } catch (error) {
        if (!isProblem(error)) throw error
        const blocked = blockedOf(error)
        return this.#toasts.show({ text: blocked ? blockedWords(this.#localize, text, blocked) : this.#localize.problem(error) })
      }
      return this.#leave()
    }
    this.about = undefined
    this.#area?.focus()
    // what is written next is told at once: a message ends what others see of the writing before it
    this.#toldTypingAt = 0
    const draft = about?.aim === 'rewrite' ? this.#conversations.state.drafts.of(this.channelId) : ''
    this.#conversations.state.setDraft(this.channelId, draft)
    this.#put(draft, [])
    this.dispatchEvent(new Event('ln-im-sent', { bubbles: true, composed: true }))
    if (about?.aim === 'rewrite') await log.discard(about.pending)
    await log.send(text, mentions, about?.aim === 'rewrite' ? about.pending.replyToId : (about?.message.id ?? null))
  }

  /** Gives up answering or changing; what was a draft before comes back. */
  readonly #leave = () => {
    const wasEdit = this.about !== undefined && this.about.aim !== 'reply'
    this.about = undefined
    if (wasEdit) this.#put(this.#conversations.state.drafts.of(this.channelId), [])
    this.#area?.focus()
  }

  #editLast(event: KeyboardEvent) {
    const { state } = this.#conversations
    const last = state
      .log(this.channelId)
      .messages.findLast(({ senderId, kind, recalledAt }) => senderId === state.me && kind === 'message' && recalledAt === null)
    if (last === undefined) return
    event.preventDefault()
    this.take(last, 'edit')
  }

  #put(text: string, mentions: readonly string[]) {
    this.text = text
    this.choices = []
    this.#mentioned = new Map(
      mentions.map((id) => [
        id,
        id === 'all' ? this.#localize.text('im.everyone') : (this.#conversations.state.people.get(id)?.name ?? ''),
      ]),
    )
  }
  get #members(): readonly PersonSummary[] {
    return (this.#conversations.state.log(this.channelId).members ?? []).map(({ person }) => person)
  }
  get #area(): HTMLTextAreaElement | undefined {
    return this.renderRoot.querySelector('textarea') ?? undefined
  }
}
define('ln-im-composer', LnImComposer)

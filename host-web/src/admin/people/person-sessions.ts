import type { DirectoryPerson, SessionSummary } from '@liaison/sdk'
import {
  type ApiToken,
  deletePersonToken,
  endPersonSession,
  endPersonSessions,
  listPersonSessions,
  listPersonTokens,
} from '@liaison/sdk/platform'
import {
  Action,
  ApiController,
  ContextController,
  define,
  icon,
  LocalizeController,
  partsStyles,
  QueryController,
  skeletonRows,
  ToastController,
} from '@liaison/sdk/web'
import { keyRound, laptop, smartphone } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { deviceOf } from '../../settings/device-name.ts'
import { styles } from './person-sessions.styles.ts'

/** Where somebody is signed in and which API tokens he has, to be ended. */
export class LnPersonSessions extends LitElement {
  static override properties = { person: { attribute: false }, asking: { state: true } }
  static override styles = [...partsStyles, styles]
  declare person: DirectoryPerson
  declare asking: boolean

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #toasts = new ToastController(this)
  #queries = new ContextController(this, 'queries')
  #sessions = new QueryController(this, listPersonSessions, () => this.#asked)
  #tokens = new QueryController(this, listPersonTokens, () => this.#asked)
  #end = new Action(this, async (end: () => Promise<unknown>, told: string) => {
    await end()
    this.asking = false
    await Promise.all([this.#queries.service.invalidate(listPersonSessions), this.#queries.service.invalidate(listPersonTokens)])
    this.#toasts.show({ text: told })
  })

  constructor() {
    super()
    this.asking = false
  }

  override connectedCallback() {
    super.connectedCallback()
    // Sign-ins elsewhere are told by no event.
    void this.updateComplete.then(() => Promise.all([this.#sessions.refetch(), this.#tokens.refetch()]))
  }

  override render() {
    const { text } = this.#localize
    const sessions = this.#sessions.data?.items
    const tokens = this.#tokens.data?.items
    const problem = this.#end.problem ?? this.#sessions.problem ?? this.#tokens.problem
    if (sessions === undefined || tokens === undefined)
      return html`<div class="waiting" aria-busy="true">
        ${problem === undefined ? skeletonRows(3) : html`<ln-problem .problem=${problem} retry @ln-retry=${this.#sessions.refetch}></ln-problem>`}
      </div>`
    return html`<ln-problem .problem=${problem}></ln-problem>
      <section>
        <h3>${text('admin.people.sessions')}<small>${sessions.length}</small></h3>
        ${
          sessions.length === 0
            ? html`<p>${text('admin.people.sessions.none')}</p>`
            : html`<ul>
                ${sessions.map((session) => this.#session(session))}
              </ul>`
        }
      </section>
      <section>
        <h3>${text('admin.people.tokens')}<small>${tokens.length}</small></h3>
        ${
          tokens.length === 0
            ? html`<p>${text('admin.people.tokens.none')}</p>`
            : html`<ul>
                ${tokens.map((token) => this.#token(token))}
              </ul>`
        }
      </section>
      ${sessions.length + tokens.length === 0 ? nothing : this.#endAll()}`
  }

  #session({ id, userAgent, address, lastSeenAt }: SessionSummary): TemplateResult {
    const { text, dates } = this.#localize
    const device = deviceOf(userAgent)
    const name = device === undefined ? text('admin.people.sessions.unknown') : text('admin.people.sessions.device', device)
    return this.#row({
      sign: device?.phone === true ? smartphone : laptop,
      name,
      facts: html`<time title=${dates.exact(lastSeenAt)}>${dates.relative(lastSeenAt)}</time><i class="ln-sep"></i>${address}`,
      button: text('admin.people.sessions.end'),
      end: () => this.#api.call(endPersonSession, { params: { personId: this.person.id, sessionId: id } }),
    })
  }

  #token({ id, name, lastUsedAt, expiresAt, permissions }: ApiToken): TemplateResult {
    const { text, dates } = this.#localize
    const used =
      lastUsedAt === null ? text('admin.people.tokens.unused') : text('admin.people.tokens.used', { when: dates.relative(lastUsedAt) })
    const reach = permissions === null ? text('admin.people.tokens.all') : text('admin.people.tokens.some', { count: permissions.length })
    return this.#row({
      sign: keyRound,
      name,
      facts: html`${used}<i class="ln-sep"></i>${text('admin.people.tokens.until', { day: dates.day(expiresAt) })}<i class="ln-sep"></i
        >${reach}`,
      button: text('admin.people.tokens.end'),
      end: () => this.#api.call(deletePersonToken, { params: { personId: this.person.id, tokenId: id } }),
    })
  }

  #row({ sign, name, facts, button, end }: Row): TemplateResult {
    const { text } = this.#localize
    return html`<li>
      ${icon(sign, 20)}
      <div class="ln-row-main">
        <span class="ln-row-title">${name}</span>
        <div class="ln-row-sub">${facts}</div>
      </div>
      <button
        class="ln-button is-small"
        type="button"
        aria-label=${text('admin.people.sessions.end.of', { what: name, act: button })}
        ?disabled=${this.#end.pending}
        @click=${() => this.#end.start(end, text('admin.people.sessions.ended', { what: name }))}
      >
        ${button}
      </button>
    </li>`
  }

  #endAll(): TemplateResult {
    const { text } = this.#localize
    const { id: personId, name } = this.person
    const close = () => (this.asking = false)
    return html`<button class="ln-button is-danger" type="button" @click=${() => (this.asking = true)}>
        ${text('admin.people.sessions.endAll')}
      </button>
      <ln-dialog .open=${this.asking} heading=${text('admin.people.sessions.endAll')} @ln-dialog-closed=${close}>
        <p>${text('admin.people.sessions.endAll.hint', { name })}</p>
        <button slot="foot" class="ln-button" type="button" @click=${close}>${text('admin.cancel')}</button>
        <button
          slot="foot"
          class="ln-button is-danger"
          type="button"
          ?disabled=${this.#end.pending}
          @click=${() =>
            this.#end.start(
              () => this.#api.call(endPersonSessions, { params: { personId } }),
              text('admin.people.sessions.ended', { what: text('admin.people.sessions.all') }),
            )}
        >
          ${text('admin.people.sessions.endAll')}
        </button>
      </ln-dialog>`
  }

  get #asked() {
    return { params: { personId: this.person.id }, query: { limit: 200 } }
  }
}

interface Row {
  readonly sign: typeof laptop
  readonly name: string
  readonly facts: TemplateResult
  readonly button: string
  end(): Promise<unknown>
}
define('ln-person-sessions', LnPersonSessions)

import { endSession, listSessions, type SessionSummary } from '@liaison/sdk'
import {
  Action,
  ApiController,
  ContextController,
  define,
  each,
  icon,
  LocalizeController,
  partsStyles,
  QueryController,
  skeletonRows,
  ToastController,
} from '@liaison/sdk/web'
import { laptop, smartphone } from '@liaison/sdk/icons'
import { html, LitElement, nothing } from 'lit'
import { deviceOf } from './device-name.ts'
import { settingListStyles } from './setting-list.styles.ts'

const input = { query: { limit: 200 } } as const

/** The devices on which I am signed in; each but this one can be signed out. */
export class LnSessionList extends LitElement {
  static override styles = [...partsStyles, settingListStyles]

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #toasts = new ToastController(this)
  #queries = new ContextController(this, 'queries')
  #sessions = new QueryController(this, listSessions, () => input)
  #end = new Action(this, async (session: SessionSummary) => {
    await this.#queries.service.optimistic(
      listSessions,
      input,
      (known) => ({ ...known, items: known.items.filter(({ id }) => id !== session.id) }),
      () => this.#api.call(endSession, { params: { sessionId: session.id } }),
    )
    this.#toasts.show({ text: this.#localize.text('settings.sessions.ended', { device: this.#nameOf(session) }) })
  })

  override connectedCallback() {
    super.connectedCallback()
    // Sign-ins elsewhere are told by no event.
    void this.updateComplete.then(() => this.#sessions.refetch())
  }

  override render() {
    const { text } = this.#localize
    const { data, problem, refetch } = this.#sessions
    return html`<h2>${text('settings.sessions')}</h2>
      <p>${text('settings.sessions.hint')}</p>
      <ln-problem .problem=${this.#end.problem}></ln-problem>
      ${problem === undefined ? nothing : html`<ln-problem .problem=${problem} retry @ln-retry=${refetch}></ln-problem>`}
      ${
        data === undefined
          ? html`<div aria-busy="true">${problem === undefined ? skeletonRows(2) : nothing}</div>`
          : html`<ul>
              ${each(
                data.items,
                ({ id }) => id,
                (session) => this.#row(session),
              )}
            </ul>`
      }`
  }

  #row(session: SessionSummary) {
    const { text, dates } = this.#localize
    const name = this.#nameOf(session)
    return html`<li>
      ${icon(deviceOf(session.userAgent)?.phone === true ? smartphone : laptop, 20)}
      <div class="ln-row-main">
        <strong class="ln-row-title">${name}</strong>
        <div class="ln-row-sub">
          <time title=${dates.exact(session.lastSeenAt)}
            >${text('settings.sessions.seen', { when: dates.relative(session.lastSeenAt) })}</time
          ><i class="ln-sep"></i>${session.address}
        </div>
      </div>
      ${
        session.current
          ? html`<span class="ln-badge is-accent">${text('settings.sessions.current')}</span>`
          : html`<button
              class="ln-button is-small"
              type="button"
              aria-label=${text('settings.sessions.end.of', { device: name })}
              ?disabled=${this.#end.pending}
              @click=${() => this.#end.start(session)}
            >
              ${text('settings.sessions.end')}
            </button>`
      }
    </li>`
  }

  #nameOf({ userAgent }: SessionSummary): string {
    const device = deviceOf(userAgent)
    return device === undefined ? this.#localize.text('settings.sessions.unknown') : this.#localize.text('settings.sessions.device', device)
  }
}
define('ln-session-list', LnSessionList)

import { type ApiToken, deleteToken, listTokens } from '@liaison/sdk/platform'
import {
  Action,
  ApiController,
  define,
  each,
  icon,
  LocalizeController,
  partsStyles,
  QueryController,
  skeletonRows,
  ToastController,
} from '@liaison/sdk/web'
import { keyRound, plus } from '@liaison/sdk/icons'
import { html, LitElement, nothing } from 'lit'
import { SafetyTexts } from '../../session/safety-texts.ts'
import { settingListStyles } from '../setting-list.styles.ts'
import { styles } from './api-tokens.styles.ts'
import type { TokenMadeEvent } from './token-made.event.ts'
import './token-form.ts'

const input = { query: { limit: 200 } } as const

/** My API tokens: what programs sign in with in my name. */
export class LnTokenList extends LitElement {
  static override properties = { isMaking: { state: true }, made: { state: true } }
  static override styles = [...partsStyles, settingListStyles, styles]
  declare isMaking: boolean
  /** The secret of the token that was just made */
  declare made: string | undefined

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #texts = new SafetyTexts(this)
  #toasts = new ToastController(this)
  #tokens = new QueryController(this, listTokens, () => input)
  #remove = new Action(this, async ({ id, name }: ApiToken) => {
    await this.#api.call(deleteToken, { params: { id } })
    this.#toasts.show({ text: this.#localize.text('safety.tokens.removed', { name }) })
    await this.#tokens.refetch()
    this.renderRoot.querySelector<HTMLElement>('.new')?.focus()
  })

  override connectedCallback() {
    super.connectedCallback()
    void this.#texts.load().then(() => this.#tokens.refetch())
  }

  override render() {
    if (!this.#texts.isReady) return nothing
    const { text } = this.#localize
    const { data, problem, refetch } = this.#tokens
    return html`<h2>${text('safety.tokens')}</h2>
      <p>${text('safety.tokens.hint')}</p>
      <ln-problem .problem=${this.#remove.problem}></ln-problem>
      ${problem === undefined ? nothing : html`<ln-problem .problem=${problem} retry @ln-retry=${refetch}></ln-problem>`}
      ${
        data === undefined
          ? html`<div aria-busy="true">${problem === undefined ? skeletonRows(1) : nothing}</div>`
          : html`<ul>
              ${each(
                data.items,
                ({ id }) => id,
                (token) => this.#row(token),
              )}
            </ul>`
      }
      ${this.made === undefined ? nothing : this.#secret(this.made)}
      ${
        this.isMaking
          ? html`<ln-token-form @ln-token-made=${this.#onMade}></ln-token-form>`
          : html`<p>
              <button class="ln-button new" type="button" @click=${this.#onNew}>${icon(plus)}${text('safety.tokens.new')}</button>
            </p>`
      }`
  }

  #row(token: ApiToken) {
    const { text, dates } = this.#localize
    const { name, expiresAt, lastUsedAt, permissions } = token
    return html`<li>
      ${icon(keyRound, 20)}
      <div class="ln-row-main">
        <strong class="ln-row-title">${name}</strong>
        <div class="ln-row-sub">
          ${text(permissions === null ? 'safety.tokens.reach.all' : 'safety.tokens.reach.some')}<i class="ln-sep"></i
          ><time title=${dates.exact(expiresAt)}>${text('safety.tokens.until', { when: dates.day(expiresAt) })}</time
          ><i class="ln-sep"></i
          >${lastUsedAt === null ? text('safety.tokens.unused') : text('safety.tokens.used', { when: dates.relative(lastUsedAt) })}
        </div>
      </div>
      <button
        class="ln-button is-small"
        type="button"
        aria-label=${text('safety.tokens.remove.of', { name })}
        ?disabled=${this.#remove.pending}
        @click=${() => this.#remove.start(token)}
      >
        ${text('safety.tokens.remove')}
      </button>
    </li>`
  }

  #secret(token: string) {
    const { text } = this.#localize
    return html`<div class="made">
      <p role="status">${text('safety.tokens.once')}</p>
      <ln-secret .value=${token} label=${text('safety.tokens.secret')}></ln-secret>
    </div>`
  }

  readonly #onNew = () => {
    this.made = undefined
    this.isMaking = true
  }

  readonly #onMade = async ({ token }: TokenMadeEvent) => {
    this.isMaking = false
    this.made = token
    await this.#tokens.refetch()
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('ln-secret')?.focus()
  }
}
define('ln-token-list', LnTokenList)

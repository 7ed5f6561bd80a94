import type { DirectoryPerson } from '@liaison/sdk'
import { readSignInState, removeSecondFactor, resetPassword, type SignInState } from '@liaison/sdk/platform'
import {
  Action,
  ApiController,
  ContextController,
  define,
  LocalizeController,
  partsStyles,
  QueryController,
  skeletonRows,
  ToastController,
} from '@liaison/sdk/web'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { securityMessages } from './locales/security-messages.ts'
import { styles } from './person-sign-in.styles.ts'

type Way = 'password' | 'link' | 'mail'
interface Given {
  readonly value: string
  readonly until: string
}

/** How a person signs in, and the ways to help him in again. */
export class LnPersonSignIn extends LitElement {
  static override properties = {
    person: { attribute: false },
    ready: { state: true },
    open: { state: true },
    way: { state: true },
    given: { state: true },
  }
  static override styles = [...partsStyles, styles]
  declare person: DirectoryPerson
  declare ready: boolean
  declare open: 'reset' | 'remove' | undefined
  declare way: Way
  /** One-time password or link, shown this once */
  declare given: Given | undefined

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #localizer = new ContextController(this, 'localizer')
  #queries = new ContextController(this, 'queries')
  #toasts = new ToastController(this)
  #state = new QueryController(this, readSignInState, () => (this.person === undefined ? undefined : { params: { id: this.person.id } }))
  #reset = new Action(this, async () => {
    const { password, url, expiresAt } = await this.#api.call(resetPassword, { params: { id: this.person.id }, body: { way: this.way } })
    const value = password ?? (url === null ? undefined : new URL(url, location.href).href)
    await this.#queries.service.invalidate(readSignInState)
    if (value === undefined) this.#done('security.person.reset.mailed')
    else this.given = { value, until: this.#localize.dates.exact(expiresAt) }
  })
  #remove = new Action(this, async () => {
    await this.#api.call(removeSecondFactor, { params: { id: this.person.id } })
    await this.#queries.service.invalidate(readSignInState)
    this.#done('security.person.removed')
  })

  constructor() {
    super()
    this.ready = false
    this.way = 'password'
  }

  override connectedCallback() {
    super.connectedCallback()
    void this.updateComplete
      .then(() => this.#localizer.service.add('security', securityMessages))
      .then(() => {
        this.ready = true
      })
  }

  override render() {
    if (!this.ready) return nothing
    const { text } = this.#localize
    const { data, problem, refetch } = this.#state
    return html`<section aria-labelledby="title">
      <h3 class="ln-field-label" id="title">${text('security.person')}</h3>
      ${problem === undefined ? nothing : html`<ln-problem .problem=${problem} retry @ln-retry=${refetch}></ln-problem>`}
      ${data === undefined ? html`<div aria-busy="true">${problem === undefined ? skeletonRows(2) : nothing}</div>` : this.#facts(data)}
      ${this.open === undefined ? nothing : this.open === 'reset' ? this.#resetDialog() : this.#removeDialog()}
    </section>`
  }

  #facts(state: SignInState): TemplateResult {
    const { text, dates } = this.#localize
    const { password, passwordAt, authenticator, passkeys, recoveryCodes } = state
    const factors = [
      ...(authenticator ? [text('security.person.factor.authenticator')] : []),
      ...(passkeys > 0 ? [text('security.person.factor.passkeys', { count: passkeys })] : []),
    ]
    const has = factors.length > 0
    if (has) factors.push(text('security.person.factor.codes', { count: recoveryCodes }))
    const when = passwordAt === null ? '' : dates.relative(passwordAt)
    return html`<dl>
        <dt>${text('security.person.password')}</dt>
        <dd>${text(`security.person.password.${password}`, { when })}</dd>
        <dt>${text('security.person.factor')}</dt>
        <dd>${has ? this.#localize.list(factors) : text('security.person.factor.none')}</dd>
      </dl>
      <div class="acts">
        <button class="ln-button is-small" type="button" @click=${() => this.#show('reset')}>${text('security.person.reset')}</button>
        ${has ? html`<button class="ln-button is-small" type="button" @click=${() => this.#show('remove')}>${text('security.person.remove')}</button>` : nothing}
      </div>`
  }

  #resetDialog(): TemplateResult {
    const { text } = this.#localize
    const { given } = this
    const ways: readonly Way[] = this.#state.data?.mails === true ? ['mail', 'password', 'link'] : ['password', 'link']
    return html`<ln-dialog
      open
      heading=${text(given === undefined ? 'security.person.reset' : 'security.person.reset.done')}
      @ln-dialog-closed=${this.#onClosed}
    >
      ${
        given === undefined
          ? html`<p>${text('security.person.reset.hint', { name: this.person.name })}</p>
              <ln-problem .problem=${this.#reset.problem}></ln-problem>
              <fieldset class="ways" aria-label=${text('security.person.reset')}>
                ${ways.map(
                  (way) =>
                    html`<label class="ln-check">
                      <input type="radio" name="way" .checked=${way === this.way} @change=${() => (this.way = way)} />
                      <span>${text(`security.person.reset.${way}`)}<small>${text(`security.person.reset.${way}.hint`)}</small></span>
                    </label>`,
                )}
              </fieldset>`
          : html`<p>${text('security.person.reset.once', { until: given.until })}</p>
              <ln-secret .value=${given.value} label=${text('security.person.reset.given')}></ln-secret>`
      }
      ${given === undefined ? html`<button slot="foot" class="ln-button" type="button" @click=${this.#onClosed}>${text('admin.cancel')}</button>` : nothing}
      ${
        given === undefined
          ? html`<button
              slot="foot"
              class="ln-button is-danger"
              type="button"
              ?disabled=${this.#reset.pending}
              @click=${() => this.#reset.start()}
            >
              ${text('security.person.reset.go')}
            </button>`
          : html`<button slot="foot" class="ln-button is-primary" type="button" @click=${this.#onClosed}>${text('security.close')}</button>`
      }
    </ln-dialog>`
  }

  #removeDialog(): TemplateResult {
    const { text } = this.#localize
    return html`<ln-dialog open heading=${text('security.person.remove')} @ln-dialog-closed=${this.#onClosed}>
      <p>${text('security.person.remove.hint', { name: this.person.name })}</p>
      <ln-problem .problem=${this.#remove.problem}></ln-problem>
      <button slot="foot" class="ln-button" type="button" @click=${this.#onClosed}>${text('admin.cancel')}</button>
      <button slot="foot" class="ln-button is-danger" type="button" ?disabled=${this.#remove.pending} @click=${() => this.#remove.start()}>
        ${text('security.person.remove')}
      </button>
    </ln-dialog>`
  }

  #show(what: 'reset' | 'remove') {
    this.#reset.reset()
    this.#remove.reset()
    this.way = this.#state.data?.mails === true ? 'mail' : 'password'
    this.open = what
  }
  readonly #onClosed = () => {
    this.open = undefined
    this.given = undefined
  }
  #done(words: string) {
    this.#onClosed()
    this.#toasts.show({ text: this.#localize.text(words) })
  }
}
define('ln-person-sign-in', LnPersonSignIn)

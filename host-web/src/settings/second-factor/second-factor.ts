import { type Problem, wrongPassword } from '@liaison/sdk'
import {
  listPasskeys,
  type Passkey,
  readSecondFactor,
  removeAuthenticator,
  removePasskey,
  renamePasskey,
  renewRecoveryCodes,
  type SecondFactor,
} from '@liaison/sdk/platform'
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
import { keyRound, lifeBuoy, smartphone } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { canUsePasskeys } from '../../session/passkey-device.ts'
import { passwordField } from '../../session/password-field.ts'
import { passwordFieldStyles } from '../../session/password-field.styles.ts'
import { SafetyTexts } from '../../session/safety-texts.ts'
import type { FactorAddedEvent } from './factor-added.event.ts'
import { styles } from './second-factor.styles.ts'

/** What the open dialog is about */
type Open =
  | { readonly what: 'authenticator' | 'passkeys' | 'authenticator.remove' | 'codes.renew' }
  | { readonly what: 'passkeys.remove' | 'passkeys.rename'; readonly passkey: Passkey }
  | { readonly what: 'codes'; readonly codes: readonly string[] }

const page = { query: { limit: 50 } } as const

/** My second factors: authenticator app, passkeys, recovery codes. */
export class LnSecondFactor extends LitElement {
  static override properties = { open: { state: true } }
  static override styles = [...partsStyles, passwordFieldStyles, styles]
  declare open: Open | undefined

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #toasts = new ToastController(this)
  #queries = new ContextController(this, 'queries')
  #texts = new SafetyTexts(this)
  #state = new QueryController(this, readSecondFactor, () => ({}))
  #passkeys = new QueryController(this, listPasskeys, () => page)
  #act = new Action(this, async (open: Open, typed: string) => {
    if (open.what === 'passkeys.rename') {
      await this.#api.call(renamePasskey, { params: { id: open.passkey.id }, body: { name: typed } })
      await this.#done('safety.passkeys.renamed')
    } else if (open.what === 'passkeys.remove') {
      await this.#api.call(removePasskey, { params: { id: open.passkey.id }, body: { password: typed } })
      await this.#done('safety.passkeys.removed')
    } else if (open.what === 'authenticator.remove') {
      await this.#api.call(removeAuthenticator, { body: { password: typed } })
      await this.#done('safety.authenticator.removed')
    } else {
      const { recoveryCodes: codes } = await this.#api.call(renewRecoveryCodes, { body: { password: typed } })
      await this.#refresh()
      this.open = { what: 'codes', codes }
    }
  })

  override connectedCallback() {
    super.connectedCallback()
    void this.#texts.load()
  }

  override render() {
    if (!this.#texts.isReady) return nothing
    const { text } = this.#localize
    const { data, problem, refetch } = this.#state
    return html`<div class="title">
        <h2>${text('safety.settings')}</h2>
        ${data?.required === true ? html`<span class="ln-badge is-accent">${text('safety.settings.required')}</span>` : nothing}
      </div>
      <p>${text('safety.settings.hint')}</p>
      ${problem === undefined ? nothing : html`<ln-problem .problem=${problem} retry @ln-retry=${refetch}></ln-problem>`}
      ${
        data === undefined
          ? html`<div aria-busy="true">${problem === undefined ? skeletonRows(3) : nothing}</div>`
          : html`<div class="factors">${this.#authenticator(data)} ${this.#passkeyList()} ${this.#codes(data)}</div>`
      }
      ${this.open === undefined ? nothing : this.#dialog(this.open)}`
  }

  #authenticator({ authenticator }: SecondFactor): TemplateResult {
    const { text } = this.#localize
    return html`<div class="factor">
      ${icon(smartphone, 20)}
      <div class="ln-row-main">
        <strong>${text('safety.authenticator')}</strong>
        <div class="ln-row-sub">${text('safety.authenticator.hint')}</div>
      </div>
      ${authenticator ? html`<span class="ln-badge is-success">${text('safety.authenticator.on')}</span>` : nothing}
      <button class="ln-button is-small" type="button" @click=${() => this.#show({ what: 'authenticator' })}>
        ${text(authenticator ? 'safety.authenticator.replace' : 'safety.authenticator.add')}
      </button>
      ${
        authenticator
          ? html`<button class="ln-button is-small" type="button" @click=${() => this.#show({ what: 'authenticator.remove' })}>
              ${text('safety.authenticator.remove')}
            </button>`
          : nothing
      }
    </div>`
  }

  #passkeyList(): TemplateResult {
    const { text } = this.#localize
    const { data, problem, refetch } = this.#passkeys
    return html`<div class="factor">
        ${icon(keyRound, 20)}
        <div class="ln-row-main">
          <strong>${text('safety.passkeys')}</strong>
          <div class="ln-row-sub">${text(canUsePasskeys() ? 'safety.passkeys.hint' : 'safety.passkey.unsupported')}</div>
        </div>
        ${
          canUsePasskeys()
            ? html`<button class="ln-button is-small" type="button" @click=${() => this.#show({ what: 'passkeys' })}>
                ${text('safety.passkeys.add')}
              </button>`
            : nothing
        }
      </div>
      ${problem === undefined ? nothing : html`<ln-problem .problem=${problem} retry @ln-retry=${refetch}></ln-problem>`}
      ${each(
        data?.items ?? [],
        ({ id }) => id,
        (passkey) => this.#passkey(passkey),
      )}`
  }

  #passkey(passkey: Passkey): TemplateResult {
    const { text, dates } = this.#localize
    const { name, createdAt, lastUsedAt, synced } = passkey
    const at = lastUsedAt ?? createdAt
    const when = { when: dates.relative(at) }
    return html`<div class="factor is-part">
      <div class="ln-row-main">
        <strong class="ln-row-title">${name}</strong>
        <div class="ln-row-sub">
          <time title=${dates.exact(at)}>${text(lastUsedAt === null ? 'safety.passkeys.added' : 'safety.passkeys.used', when)}</time>
          ${synced ? html`<i class="ln-sep"></i>${text('safety.passkeys.synced')}` : nothing}
        </div>
      </div>
      <button
        class="ln-button is-small"
        type="button"
        aria-label=${text('safety.passkeys.rename.of', { name })}
        @click=${() => this.#show({ what: 'passkeys.rename', passkey })}
      >
        ${text('safety.passkeys.rename')}
      </button>
      <button
        class="ln-button is-small"
        type="button"
        aria-label=${text('safety.passkeys.remove.of', { name })}
        @click=${() => this.#show({ what: 'passkeys.remove', passkey })}
      >
        ${text('safety.passkeys.remove')}
      </button>
    </div>`
  }

  #codes({ authenticator, passkeys, recoveryCodes }: SecondFactor): TemplateResult | typeof nothing {
    if (!authenticator && passkeys === 0) return nothing
    const { text } = this.#localize
    return html`<div class="factor">
      ${icon(lifeBuoy, 20)}
      <div class="ln-row-main">
        <strong>${text('safety.codes')}</strong>
        <div class="ln-row-sub">${text('safety.codes.hint')}</div>
      </div>
      <span class=${recoveryCodes < 3 ? 'ln-badge is-warning' : 'ln-badge'}>${text('safety.codes.left', { count: recoveryCodes })}</span>
      <button class="ln-button is-small" type="button" @click=${() => this.#show({ what: 'codes.renew' })}>
        ${text('safety.codes.renew')}
      </button>
    </div>`
  }

  #dialog(open: Open): TemplateResult {
    const { text } = this.#localize
    const headings = {
      authenticator: 'safety.authenticator.setup',
      passkeys: 'safety.passkeys.setup',
      codes: 'safety.codes.title',
      'authenticator.remove': 'safety.authenticator.remove.title',
      'passkeys.remove': 'safety.passkeys.remove.title',
      'passkeys.rename': 'safety.passkeys.rename',
      'codes.renew': 'safety.codes.renew.title',
    }
    return html`<ln-dialog open heading=${text(headings[open.what])} @ln-dialog-closed=${this.#onClosed}>
      ${
        open.what === 'authenticator'
          ? html`<ln-authenticator-set-up @ln-factor-added=${this.#onAdded}></ln-authenticator-set-up>`
          : open.what === 'passkeys'
            ? html`<ln-passkey-set-up @ln-factor-added=${this.#onAdded}></ln-passkey-set-up>`
            : open.what === 'codes'
              ? html`<ln-recovery-codes .codes=${open.codes} @ln-codes-kept=${this.#onClosed}></ln-recovery-codes>`
              : this.#form(open)
      }
      ${
        open.what === 'authenticator.remove' ||
        open.what === 'passkeys.remove' ||
        open.what === 'passkeys.rename' ||
        open.what === 'codes.renew'
          ? html`<button slot="foot" class="ln-button" type="button" @click=${this.#onClosed}>${text('safety.cancel')}</button>
              <button
                slot="foot"
                class=${open.what.endsWith('.remove') ? 'ln-button is-danger' : 'ln-button is-primary'}
                type="button"
                ?disabled=${this.#act.pending}
                @click=${this.#onSure}
              >
                ${text(open.what === 'passkeys.rename' ? 'safety.save' : `safety.${open.what}`)}
              </button>`
          : nothing
      }
    </ln-dialog>`
  }

  #form(open: Open): TemplateResult {
    const { text } = this.#localize
    const { problem } = this.#act
    if (open.what === 'passkeys.rename')
      return html`<form @submit=${this.#onSubmit} @input=${this.#act.reset} novalidate>
        ${this.#problem(problem)}
        <div class="ln-field">
          <label class="ln-field-label" for="typed">${text('safety.passkeys.name')}</label>
          <input class="ln-input is-large" id="typed" maxlength="60" autocomplete="off" value=${open.passkey.name} autofocus />
        </div>
      </form>`
    const isWrong = problem?.type === wrongPassword.type
    return html`<form @submit=${this.#onSubmit} @input=${this.#act.reset} novalidate>
      <p>${text(`safety.${open.what}.hint`, { name: 'passkey' in open ? open.passkey.name : '' })}</p>
      ${isWrong ? nothing : this.#problem(problem)}
      ${passwordField({
        id: 'typed',
        label: text('safety.password'),
        hint: text('safety.password.hint'),
        error: isWrong ? this.#localize.problem(problem) : undefined,
        autocomplete: 'current-password',
        localize: this.#localize,
      })}
    </form>`
  }

  #problem(problem: Problem | undefined) {
    return problem === undefined ? nothing : html`<ln-problem .problem=${problem}></ln-problem>`
  }

  async #show(open: Open) {
    this.#act.reset()
    if (open.what === 'authenticator') await import('./authenticator-set-up.ts')
    if (open.what === 'passkeys') await import('./passkey-set-up.ts')
    await import('./recovery-codes.ts')
    this.open = open
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('#typed')?.focus()
  }

  readonly #onClosed = () => (this.open = undefined)
  readonly #onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    void this.#onSure()
  }
  readonly #onSure = async () => {
    const input = this.renderRoot.querySelector<HTMLInputElement>('#typed')
    const typed = input?.value.trim() ?? ''
    if (typed === '') input?.focus()
    else if (!(await this.#act.start(this.open!, input!.value))) input?.select()
  }
  readonly #onAdded = async ({ recoveryCodes: codes }: FactorAddedEvent) => {
    this.open = codes.length > 0 ? { what: 'codes', codes } : undefined
    await this.#refresh()
  }

  async #done(words: string) {
    this.open = undefined
    this.#toasts.show({ text: this.#localize.text(words) })
    await this.#refresh()
  }
  async #refresh() {
    await Promise.all([this.#queries.service.invalidate(readSecondFactor), this.#queries.service.invalidate(listPasskeys)])
  }
}
define('ln-second-factor', LnSecondFactor)

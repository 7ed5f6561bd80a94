import { type ConsentState, giveConsent, type MyProfile, readConsent, readMyProfile, withdrawConsent } from '@liaison/sdk/platform'
import {
  Action,
  ApiController,
  ContextController,
  define,
  icon,
  LocalizeController,
  partsStyles,
  SessionController,
  skeletonRows,
  ToastController,
} from '@liaison/sdk/web'
import { download } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { privacyMessages } from './locales/privacy-messages.ts'
import { noticeWords } from './notice-words.ts'
import { noticeStyles } from './notice-words.styles.ts'
import { styles } from './privacy-settings.styles.ts'
import './account-deletion.ts'
import type { ProfileCorrectedEvent } from './profile-corrected.event.ts'
import './profile-form.ts'

/** What is kept about me, what I agreed to, and what I can do about it. */
export class LnPrivacySettings extends LitElement {
  static override properties = { profile: { state: true }, consent: { state: true }, asking: { state: true } }
  static override styles = [...partsStyles, noticeStyles, styles]
  declare profile: MyProfile | undefined
  declare consent: ConsentState | undefined
  declare asking: boolean

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #localizer = new ContextController(this, 'localizer')
  #session = new SessionController(this)
  #toasts = new ToastController(this)
  #read = new Action(this, async () => {
    await this.#localizer.service.add('privacy', privacyMessages)
    ;[this.profile, this.consent] = await Promise.all([this.#api.call(readMyProfile), this.#api.call(readConsent)])
  })
  #agree = new Action(this, async (version: string) => {
    this.consent = await this.#api.call(giveConsent, { body: { version } })
    this.#toasts.show({ text: this.#localize.text('privacy.consent.gave') })
  })
  #withdraw = new Action(this, async (version: string) => {
    await this.#api.call(withdrawConsent, { body: { version } })
    location.assign('/')
  })

  constructor() {
    super()
    this.asking = false
  }

  override connectedCallback() {
    super.connectedCallback()
    void this.updateComplete.then(() => this.#read.start())
  }

  override render() {
    const { profile, consent } = this
    if (profile === undefined || consent === undefined)
      return html`<div aria-busy=${this.#read.pending ? 'true' : 'false'}>
        ${this.#read.problem === undefined ? skeletonRows(4) : html`<ln-problem .problem=${this.#read.problem} retry @ln-retry=${() => this.#read.start()}></ln-problem>`}
      </div>`
    return html`<ln-profile-form
        .profile=${profile}
        @ln-profile-corrected=${(event: ProfileCorrectedEvent) => (this.profile = event.profile)}
      ></ln-profile-form>
      ${this.#data()} ${this.#notice(consent)} ${this.#deletion()}`
  }

  #data(): TemplateResult {
    const { text } = this.#localize
    return html`<section>
      <h2>${text('privacy.data')}</h2>
      <p>${text('privacy.data.hint')}</p>
      <a class="ln-button" href="/api/me/data" download>${icon(download)}${text('privacy.export.now')}</a>
    </section>`
  }

  #notice({ text: notice, given }: ConsentState): TemplateResult {
    const { text, locale, dates } = this.#localize
    const isGiven = given?.version === notice.version
    const close = () => (this.asking = false)
    return html`<section>
      <h2>${text('privacy.consent')}</h2>
      <p>
        ${given === null ? text('privacy.consent.none', { version: notice.version }) : text('privacy.consent.given', { version: given.version, at: dates.exact(given.at) })}
      </p>
      ${noticeWords(notice.words[locale], this.#localize)}
      <ln-problem .problem=${this.#agree.problem ?? this.#withdraw.problem}></ln-problem>
      <div class="acts">
        ${
          isGiven
            ? nothing
            : html`<button
                class="ln-button"
                type="button"
                ?disabled=${this.#agree.pending}
                @click=${() => this.#agree.start(notice.version)}
              >
                ${text('privacy.consent.give')}
              </button>`
        }
        <button class="ln-button" type="button" @click=${() => (this.asking = true)}>${text('privacy.withdraw')}</button>
      </div>
      <ln-dialog .open=${this.asking} heading=${text('privacy.withdraw')} @ln-dialog-closed=${close}>
        <p>${text('privacy.withdraw.sure')}</p>
        <button slot="foot" class="ln-button" type="button" @click=${close}>${text('privacy.cancel')}</button>
        <button
          slot="foot"
          class="ln-button is-danger"
          type="button"
          ?disabled=${this.#withdraw.pending}
          @click=${() => this.#withdraw.start(given?.version ?? notice.version)}
        >
          ${text('privacy.withdraw.go')}
        </button>
      </ln-dialog>
    </section>`
  }

  #deletion(): TemplateResult {
    const { text } = this.#localize
    return html`<section>
      <h2>${text('privacy.delete')}</h2>
      <p>${text('privacy.delete.hint')}</p>
      <div class="acts">
        <ln-account-deletion .account=${this.#session.me.account} @ln-signed-out=${() => location.assign('/')}></ln-account-deletion>
      </div>
    </section>`
  }
}
define('ln-privacy-settings', LnPrivacySettings)

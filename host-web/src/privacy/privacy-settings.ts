import type { InputError, Problem } from '@liaison/sdk'
import {
  type ConsentState,
  correctMyProfile,
  giveConsent,
  type MyProfile,
  readConsent,
  readMyProfile,
  withdrawConsent,
} from '@liaison/sdk/platform'
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
import { circleAlert, download } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { privacyMessages } from './locales/privacy-messages.ts'
import { noticeWords } from './notice-words.ts'
import { noticeStyles } from './notice-words.styles.ts'
import { styles } from './privacy-settings.styles.ts'
import './account-deletion.ts'

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
  #correct = new Action(this, async (body: Partial<Omit<MyProfile, 'title'>>) => {
    this.profile = await this.#api.call(correctMyProfile, { body })
    this.#toasts.show({ text: this.#localize.text('privacy.profile.saved') })
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
    return html`${this.#about(profile)} ${this.#data()} ${this.#notice(consent)} ${this.#deletion()}`
  }

  #about({ name, title, email, phone }: MyProfile): TemplateResult {
    const { text } = this.#localize
    const wrong = refusedFields(this.#correct.problem)
    const field = (id: ProfileField, value: string, type: string, max: number) =>
      html`<div class="ln-field">
        <label class="ln-field-label" for=${id}>${text(`privacy.profile.${id}`)}</label>
        <input
          class="ln-input"
          id=${id}
          name=${id}
          type=${type}
          maxlength=${max}
          .value=${value}
          ?required=${id === 'name'}
          autocomplete=${id === 'phone' ? 'tel' : id}
          aria-invalid=${wrong.includes(id)}
          aria-describedby=${wrong.includes(id) ? `${id}-error` : nothing}
        />
        ${
          wrong.includes(id)
            ? html`<p class="ln-field-error" id="${id}-error" role="alert">
                ${icon(circleAlert, 14)}${text(`privacy.profile.${id}.wrong`)}
              </p>`
            : nothing
        }
      </div>`
    return html`<section>
      <h2>${text('privacy.profile')}</h2>
      <p>${text('privacy.profile.hint')}</p>
      <form @submit=${this.#onSubmit} @input=${() => this.#correct.reset()}>
        ${field('name', name, 'text', 60)}
        ${
          title === null
            ? nothing
            : html`<div class="ln-field">
                <span class="ln-field-label">${text('privacy.profile.title')}</span>
                <p>${title}</p>
                <p class="ln-field-hint">${text('privacy.profile.title.hint')}</p>
              </div>`
        }
        ${field('email', email ?? '', 'email', 200)} ${field('phone', phone ?? '', 'tel', 30)}
        ${wrong.length > 0 ? nothing : html`<ln-problem .problem=${this.#correct.problem}></ln-problem>`}
        <button class="ln-button is-primary" ?disabled=${this.#correct.pending}>${text('privacy.profile.save')}</button>
      </form>
    </section>`
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

  readonly #onSubmit = async (event: SubmitEvent) => {
    event.preventDefault()
    const data = new FormData(event.target as HTMLFormElement)
    const given = (name: string) => String(data.get(name) ?? '').trim()
    const { profile } = this
    const changed = {
      ...(given('name') !== profile?.name && { name: given('name') }),
      ...(given('email') !== (profile?.email ?? '') && { email: given('email') || null }),
      ...(given('phone') !== (profile?.phone ?? '') && { phone: given('phone') || null }),
    }
    if (Object.keys(changed).length === 0 || (await this.#correct.start(changed))) return
    await this.updateComplete
    this.renderRoot.querySelector<HTMLInputElement>('[aria-invalid=true]')?.focus()
  }
}

const profileFields = ['name', 'email', 'phone'] as const
type ProfileField = (typeof profileFields)[number]

/** The fields that the server did not take as they were. */
function refusedFields(problem: Problem | undefined): readonly ProfileField[] {
  const errors = (problem?.members['errors'] ?? []) as readonly InputError[]
  return profileFields.filter((field) => errors.some(({ pointer }) => pointer === `/body/${field}`))
}
define('ln-privacy-settings', LnPrivacySettings)

import { isProblem, type Problem, signIn } from '@liaison/sdk'
import { acceptInvitation, consentOutdated, type InvitationOffer, invitationGone, readInvitation } from '@liaison/sdk/platform'
import { Action, ApiController, avatar, ContextController, define, icon, LocalizeController, partsStyles } from '@liaison/sdk/web'
import { circleAlert } from '@liaison/sdk/icons'
import { ContextConsumer } from '@lit/context'
import { html, LitElement, nothing } from 'lit'
import { platformContext } from '../contexts.ts'
import markUrl from '../images/mark.svg'
import { LanguageController } from '../session/entry-page.ts'
import { passwordField } from '../session/password-field.ts'
import { passwordFieldStyles } from '../session/password-field.styles.ts'
import { SignInRules } from '../session/sign-in-rules.ts'
import { SignedInEvent } from '../session/signed-in.event.ts'
import { styles as entryStyles } from '../session/sign-in.styles.ts'
import { styles } from './invitation-page.styles.ts'
import { invitationSees } from './invitation-sees.ts'
import { invitationMessages } from './locales/invitation-messages.ts'

const accountPattern = /^[a-z0-9][a-z0-9._@-]*$/

interface Typed {
  readonly name: string
  readonly account: string
  readonly password: string
  readonly consent?: string
}
type Fault = 'name' | 'account' | 'password' | 'consent'

/** Where somebody of another company accepts his invitation: he sees what he gets, makes an account, and is signed in. @fires ln-signed-in */
export class LnInvitationPage extends LitElement {
  static override properties = {
    code: {},
    ready: { state: true },
    offer: { state: true },
    failure: { state: true },
    fault: { state: true },
  }
  static override styles = [...partsStyles, passwordFieldStyles, entryStyles, styles]
  declare code: string
  declare ready: boolean
  declare offer: InvitationOffer | undefined
  declare failure: Problem | undefined
  /** What is missing in the form */
  declare fault: Fault | undefined

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #localizer = new ContextController(this, 'localizer')
  #language = new LanguageController(this)
  #rules = new SignInRules(this)
  #platform = new ContextConsumer(this, { context: platformContext })
  #accept = new Action(this, async ({ name, account, password }: Typed) => {
    const consentVersion = this.offer!.consent.version
    try {
      await this.#api.call(acceptInvitation, { params: { code: this.code }, body: { name, account, password, consentVersion } })
    } catch (error) {
      if (isProblem(error) && error.type === invitationGone.type) this.failure = error
      // the new notice has to be read before it is agreed to
      if (isProblem(error) && error.type === consentOutdated.type) await this.#read()
      throw error
    }
    await this.#api.call(signIn, { body: { account, password } })
    this.dispatchEvent(new SignedInEvent())
  })

  constructor() {
    super()
    this.code = ''
    this.ready = false
  }

  override connectedCallback() {
    super.connectedCallback()
    void this.#begin()
  }

  override render() {
    if (!this.ready) return nothing
    const { text } = this.#localize
    const { name: company = '', version = '' } = this.#platform.value ?? {}
    document.title = `${text('invitation.page')} · ${company}`
    const { offer, failure } = this
    const other = this.#localize.locale === 'en' ? 'zh-CN' : 'en'
    return html`<div class=${offer === undefined || failure !== undefined ? 'entry is-alone' : 'entry'}>
      <main class="entry-main">
        <div class="signin-company"><img src=${markUrl} alt="" width="28" height="28" />${company}</div>
        ${failure !== undefined ? this.#failed(failure) : offer === undefined ? nothing : this.#form(offer, company)}
        <footer class="signin-foot">
          <span>${text('signin.version', { version })}</span>
          <button class="ln-link-button" type="button" lang=${other} @click=${() => this.#language.use(other)}>
            ${text(`shell.language.${other}`)}
          </button>
        </footer>
      </main>
      ${offer === undefined || failure !== undefined ? nothing : invitationSees(offer, company, this.#localize)}
    </div>`
  }

  #form(offer: InvitationOffer, company: string) {
    const { text } = this.#localize
    const { sponsor, organisation, consent } = offer
    const { pending, problem } = this.#accept
    return html`<form class="entry-body" @submit=${this.#onSubmit} @input=${this.#onInput} novalidate>
      <header>
        ${
          sponsor === null
            ? nothing
            : html`<div class="entry-from">
                ${avatar(sponsor, { size: 36 })}
                <div>
                  <b>${sponsor.name}</b>
                  <small>${[company, sponsor.affiliation].filter((part) => part !== null).join(' · ')}</small>
                </div>
              </div>`
        }
        <h1>${text('invitation.title', { project: offer.project.name })}</h1>
        <button class="entry-jump" type="button" @click=${this.#onJump}>${text('invitation.sees.jump')}</button>
      </header>
      <div class="entry-two">
        <div class="ln-field">
          <label class="ln-field-label" for="name">${text('invitation.name')}</label>
          <input class="ln-input is-large" id="name" name="name" autocomplete="name" maxlength="60" value=${offer.name ?? ''} />
        </div>
        ${
          organisation === null
            ? nothing
            : html`<div class="ln-field">
                <label class="ln-field-label" for="organisation">${text('invitation.organisation')}</label>
                <input class="ln-input is-large" id="organisation" value=${organisation} disabled />
              </div>`
        }
      </div>
      <div class="ln-field">
        <label class="ln-field-label" for="account">${text('invitation.account')}</label>
        <input
          class="ln-input is-large"
          id="account"
          name="account"
          autocomplete="username"
          autocapitalize="off"
          spellcheck="false"
          maxlength="64"
          aria-describedby="account-hint"
        />
        <p class="ln-field-hint" id="account-hint">${text('invitation.account.hint')}</p>
      </div>
      ${passwordField({
        id: 'password',
        label: text('invitation.password'),
        minLength: this.#rules.minLength,
        autocomplete: 'new-password',
        localize: this.#localize,
      })}
      <details class="entry-notice">
        <summary>${text('invitation.consent.text')}</summary>
        <p>${consent.text}</p>
      </details>
      <label class="ln-check entry-agree">
        <input type="checkbox" name="consent" value="yes" />
        <span>${text('invitation.consent')}</span>
      </label>
      ${
        this.fault === undefined
          ? nothing
          : html`<p class="ln-field-error" role="alert">
              ${icon(circleAlert, 14)}${text(`invitation.incomplete.${this.fault}`, { count: this.#rules.minLength })}
            </p>`
      }
      <ln-problem .problem=${problem}></ln-problem>
      <button class="ln-button is-primary is-large is-wide" ?disabled=${pending}>
        ${text(pending ? 'invitation.accept.pending' : 'invitation.accept')}
      </button>
      <p class="entry-hint">${text('invitation.stranger')}</p>
    </form>`
  }

  #failed(problem: Problem) {
    const { text } = this.#localize
    const isGone = problem.type === invitationGone.type
    if (!isGone && problem.status !== 404)
      return html`<div class="entry-body"><ln-problem .problem=${problem} @ln-retry=${() => this.#read()}></ln-problem></div>`
    const hint = isGone ? `invitation.gone.${String(problem.members['reason'])}` : 'invitation.unknown.text'
    return html`<div class="entry-body">
      <h1>${text(isGone ? 'invitation.gone.title' : 'invitation.unknown.title')}</h1>
      <p>${text(hint)}</p>
      <a class="ln-button is-large" href="/">${text('invitation.signin')}</a>
    </div>`
  }

  async #begin() {
    await this.updateComplete
    await this.#localizer.service.add('invitation', invitationMessages)
    await this.#read()
    this.ready = true
    await this.updateComplete
    this.renderRoot.querySelector<HTMLInputElement>('input:not([value]), input[value=""]')?.focus()
  }

  async #read() {
    try {
      this.offer = await this.#api.call(readInvitation, { params: { code: this.code } })
      this.failure = undefined
    } catch (error) {
      if (!isProblem(error)) throw error
      this.failure = error
    }
  }

  #onJump() {
    this.renderRoot.querySelector('#sees')?.scrollIntoView()
  }

  #onInput() {
    this.fault = undefined
    this.#accept.reset()
  }

  async #onSubmit(event: SubmitEvent) {
    event.preventDefault()
    const typed = Object.fromEntries(new FormData(event.currentTarget as HTMLFormElement)) as unknown as Typed
    const name = typed.name.trim()
    const account = typed.account.trim().toLowerCase()
    const { password, consent } = typed
    this.fault =
      name === ''
        ? 'name'
        : !accountPattern.test(account)
          ? 'account'
          : password.length < this.#rules.minLength
            ? 'password'
            : consent === undefined
              ? 'consent'
              : undefined
    if (this.fault === undefined) return void (await this.#accept.start({ name, account, password }))
    await this.updateComplete
    this.renderRoot.querySelector<HTMLInputElement>(`[name=${this.fault}]`)?.focus()
  }
}
define('ln-invitation-page', LnInvitationPage)

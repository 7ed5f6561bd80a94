import { changeMe, describePlatform, isProblem, type Locale, type Me, type PlatformInformation, readMe, signOut } from '@liaison/sdk'
import { ApiClient, comesFirst, define, Localizer, provideServices, sdkMessages, Theme } from '@liaison/sdk/web'
import { readTour } from '@liaison/sdk/platform'
import { ContextProvider } from '@lit/context'
import { html, LitElement, nothing } from 'lit'
import { contributionsContext, platformContext } from './contexts.ts'
import { invitationCodeOf } from './invitation/invitation-address.ts'
import { shellMessages } from './locales/shell-messages.ts'
import { Contributions } from './plugins/contributions.ts'
import { followAccess } from './plugins/follow-access.ts'
import { loadModules } from './plugins/load-modules.ts'
import { firstLocale, rememberLocale } from './session/first-locale.ts'
import type { LnShell } from './shell/shell.ts'
import { type SignedIn, signedIn } from './session/signed-in-services.ts'
import { resetCodeOf } from './session/reset-address.ts'
import { hasJustEnded, keptView, leaveView, viewHeaders } from './view-as/kept-view.ts'
import './session/unreachable.ts'

type View = 'waiting' | 'unreachable' | 'set-up' | 'invitation' | 'sign-in' | 'reset' | 'duty' | 'consent' | 'shell'

/** The root of the page: finds out who is there, and shows set-up, sign-in or the shell. */
export class LnApp extends LitElement {
  static override properties = { view: { state: true } }
  declare view: View

  readonly #localizer = new Localizer(firstLocale())
  readonly #theme = new Theme()
  readonly #api = new ApiClient({ headers: viewHeaders, onProblem: (problem, kinds) => this.#heard(problem.type, kinds) })
  readonly #platform = new ContextProvider(this, { context: platformContext })
  #signedIn: SignedIn | undefined
  /** The person signs out: that the session ends is no surprise. */
  #isLeaving = false
  #contributions: Contributions | undefined
  /** The modules of whoever is signed in have come */
  #modules: Promise<void> | undefined
  #unfollow: (() => void) | undefined

  constructor() {
    super()
    this.view = 'waiting'
    provideServices(this, { api: this.#api, localizer: this.#localizer, theme: this.#theme })
    rememberLocale(this.#localizer.locale)
    this.#localizer.changes.subscribe(rememberLocale)
  }

  override connectedCallback() {
    super.connectedCallback()
    void this.#begin()
  }

  override render() {
    if (this.view === 'shell') return html`<ln-shell @ln-sign-out=${this.#onSignOut}></ln-shell>`
    if (this.view === 'sign-in') return html`<ln-sign-in @ln-signed-in=${this.#begin}></ln-sign-in>`
    if (this.view === 'invitation')
      return html`<ln-invitation-page
        .code=${invitationCodeOf(location.pathname) ?? ''}
        @ln-signed-in=${this.#arrive}
      ></ln-invitation-page>`
    if (this.view === 'consent')
      return html`<ln-consent-page @ln-consent-given=${this.#begins} @ln-signed-out=${() => location.assign('/')}></ln-consent-page>`
    if (this.view === 'reset') return html`<ln-reset-page .code=${resetCodeOf(location.pathname) ?? ''}></ln-reset-page>`
    if (this.view === 'duty') return html`<ln-duty-page @ln-duty-done=${this.#begins} @ln-sign-out=${this.#onSignOut}></ln-duty-page>`
    if (this.view === 'set-up') return html`<ln-set-up @ln-signed-in=${this.#arrive}></ln-set-up>`
    if (this.view === 'unreachable') return html`<ln-unreachable @ln-retry=${this.#begin}></ln-unreachable>`
    return nothing
  }

  readonly #begin = async () => {
    const words = Promise.all([this.#localizer.add('ln', sdkMessages), this.#localizer.add('shell', shellMessages)])
    try {
      const platform = await this.#api.call(describePlatform)
      if (platform.signedIn && platform.duty === undefined) prepare(platform)
      this.#platform.setValue(platform)
      await words
      if (resetCodeOf(location.pathname) !== undefined) await this.#reset()
      else if (platform.duty === 'consent') await this.#ask()
      else if (platform.duty !== undefined) await this.#oblige()
      else if (platform.signedIn) await this.#enter(platform, await this.#api.call(readMe))
      else await this.#welcome(platform)
    } catch (error) {
      if (!isProblem(error)) reportError(error)
      this.view = 'unreachable'
    }
  }

  /** Whoever has just agreed, joined, done a duty or set everything up may be new here. */
  readonly #begins = async () => {
    await this.#begin()
    await Promise.all([this.#modules, this.updateComplete])
    const shell = this.renderRoot.querySelector<LnShell>('ln-shell')
    if (shell !== null && (await this.#api.call(readTour)).endedAt === null) await shell.showTour()
  }

  /** Somebody has just got his account: it goes on in the language that he chose for the page where he did. */
  readonly #arrive = async () => {
    // the invitation is used up: its address leads nowhere any more
    if (this.view === 'invitation') history.replaceState(null, '', '/')
    try {
      await this.#api.call(changeMe, { body: { locale: this.#localizer.locale } })
    } catch (error) {
      // something else has to be done first, which #begins finds out; the language is chosen in the settings then
      if (!isProblem(error)) throw error
    }
    await this.#begins()
  }

  async #welcome(platform: PlatformInformation) {
    if (platform.setupNeeded) {
      await import('./session/set-up.ts')
      this.view = 'set-up'
    } else if (invitationCodeOf(location.pathname) !== undefined) {
      await import('./invitation/invitation-page.ts')
      this.view = 'invitation'
    } else {
      await import('./session/sign-in.ts')
      this.view = 'sign-in'
    }
  }

  /** Whoever is signed in here: the link says whose password it sets. */
  async #reset() {
    await import('./session/reset-page.ts')
    this.view = 'reset'
  }

  /** A new password or a second factor comes before everything else. */
  async #oblige() {
    await this.#speak((await this.#api.call(readMe)).locale)
    await import('./session/duty-page.ts')
    this.view = 'duty'
  }

  /** Nothing else is open to the person before he has agreed. */
  async #ask() {
    await this.#speak((await this.#api.call(readMe)).locale)
    await import('./privacy/consent-page.ts')
    this.view = 'consent'
  }

  async #enter(platform: PlatformInformation, me: Me) {
    // who views as somebody goes on in his own language
    if (keptView() === undefined) await this.#speak(me.locale)
    this.#signedIn = signedIn({ me, api: this.#api, localizer: this.#localizer, theme: this.#theme }, this.#onEnded)
    const { services } = this.#signedIn
    provideServices(this, services)
    const contributions = new Contributions(services.session)
    new ContextProvider(this, { context: contributionsContext, initialValue: contributions })
    this.#contributions = contributions
    this.#modules = loadModules(platform, contributions, services)
    this.#unfollow = followAccess({ services, contributions, changed: (now) => this.#platform.setValue(now) })
    await import('./shell/shell.ts')
    this.view = 'shell'
    if (hasJustEnded()) services.toasts.show({ text: this.#localizer.text('shell.view.ended') })
  }

  async #speak(locale: Locale) {
    if (locale !== this.#localizer.locale) await this.#localizer.use(locale)
  }

  readonly #onSignOut = async () => {
    const view = keptView()
    // the view is left, not the session
    if (view !== undefined) return leaveView(view.from, false)
    this.#isLeaving = true
    try {
      await this.#api.call(signOut)
      await this.#leave()
    } catch (error) {
      this.#isLeaving = false
      if (!isProblem(error)) throw error
      // The session goes on: saying so is all that can be done.
      this.#signedIn?.services.toasts.show({ text: this.#localizer.problem(error) })
    }
  }

  /** A new document: nothing that belonged to the person stays in memory. */
  async #leave() {
    // Without the shell nothing draws what ends now, and no router keeps the document.
    this.view = 'waiting'
    await this.updateComplete
    this.#unfollow?.()
    this.#contributions?.stop()
    await this.#signedIn?.end()
    location.assign('/')
  }

  #heard(type: string, kinds: Parameters<Localizer['learn']>[0]) {
    this.#localizer.learn(kinds)
    if (type === 'view-as-has-ended') return leaveView(keptView()?.from ?? '/', true)
    if (type === 'view-as-is-read-only') this.#signedIn?.services.toasts.show({ text: this.#localizer.text('shell.view.readOnly') })
    // the shell has nothing to show then
    if (comesFirst({ type }) && this.#signedIn !== undefined) this.#onEnded()
  }

  /** The session ended while somebody was working: to the sign-in page, and then to where he was, with what he has not sent yet. */
  readonly #onEnded = () => {
    if (!this.#isLeaving) location.reload()
  }
}

/** Fetches what will be needed while it is still being asked who is there. Faults are told where it is used. */
function prepare({ modules }: PlatformInformation) {
  const loading = [import('./shell/shell.ts'), ...modules.map(({ web }) => (web === null ? undefined : import(/* @vite-ignore */ web)))]
  for (const one of loading) one?.catch(() => undefined)
}
define('ln-app', LnApp)

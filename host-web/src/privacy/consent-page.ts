import { type Me, readMe, signOut } from '@liaison/sdk'
import { type ConsentState, giveConsent, readConsent } from '@liaison/sdk/platform'
import { Action, ApiController, ContextController, define, icon, LocalizeController, partsStyles } from '@liaison/sdk/web'
import { download, pencil, trash2, undo2 } from '@liaison/sdk/icons'
import { ContextConsumer } from '@lit/context'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { platformContext } from '../contexts.ts'
import markUrl from '../images/mark.svg'
import { LanguageController } from '../session/entry-page.ts'
import { ConsentGivenEvent } from './consent-given.event.ts'
import { styles } from './consent-page.styles.ts'
import { privacyMessages } from './locales/privacy-messages.ts'
import { noticeWords } from './notice-words.ts'
import { noticeStyles } from './notice-words.styles.ts'
import { SignedOutEvent } from './signed-out.event.ts'
import './account-deletion.ts'

const rights = [
  ['export', download],
  ['correct', pencil],
  ['withdraw', undo2],
  ['delete', trash2],
] as const

/** What somebody has to agree to before he goes on. @fires ln-consent-given @fires ln-signed-out */
export class LnConsentPage extends LitElement {
  static override properties = { state: { state: true }, me: { state: true } }
  static override styles = [...partsStyles, noticeStyles, styles]
  declare state: ConsentState | undefined
  declare me: Me | undefined

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #localizer = new ContextController(this, 'localizer')
  #language = new LanguageController(this)
  #platform = new ContextConsumer(this, { context: platformContext })
  #read = new Action(this, async () => {
    await this.#localizer.service.add('privacy', privacyMessages)
    ;[this.me, this.state] = await Promise.all([this.#api.call(readMe), this.#api.call(readConsent)])
  })
  #agree = new Action(this, async (version: string) => {
    await this.#api.call(giveConsent, { body: { version } })
    this.dispatchEvent(new ConsentGivenEvent())
  })
  #refuse = new Action(this, async () => {
    await this.#api.call(signOut)
    this.dispatchEvent(new SignedOutEvent())
  })

  override connectedCallback() {
    super.connectedCallback()
    void this.updateComplete.then(() => this.#read.start())
  }

  override render() {
    const { text } = this.#localize
    const { name = '', version = '' } = this.#platform.value ?? {}
    const { state, me } = this
    if (state === undefined || me === undefined)
      return html`<ln-problem .problem=${this.#read.problem} retry @ln-retry=${() => this.#read.start()}></ln-problem>`
    document.title = `${text('privacy.consent.page')} · ${name}`
    const other = this.#localize.locale === 'en' ? 'zh-CN' : 'en'
    return html`<div class="entry">
      <main class="entry-main">
        <div class="company"><img src=${markUrl} alt="" width="28" height="28" />${name}</div>
        ${this.#notice(state, me)}
        <footer>
          <span>${text('signin.version', { version })}</span>
          <button class="ln-link-button" type="button" lang=${other} @click=${() => this.#language.use(other)}>
            ${text(`shell.language.${other}`)}
          </button>
        </footer>
      </main>
      ${this.#side(state, me)}
    </div>`
  }

  override updated(changed: Map<PropertyKey, unknown>) {
    if (changed.has('state')) this.renderRoot.querySelector<HTMLElement>('h1')?.focus()
  }

  #notice({ text: notice, given, withdrawnAt }: ConsentState, { name }: Me): TemplateResult {
    const { text, locale } = this.#localize
    const { version, note, words } = notice
    const kind = withdrawnAt !== null ? '.withdrawn' : given !== null ? '.new' : ''
    return html`<div class="entry-body">
      <header>
        <h1 tabindex="-1">${text(`privacy.consent.title${kind}`)}</h1>
        <p>${text(`privacy.consent.lead${kind}`, { name, version, before: given?.version ?? '', note: note[locale] })}</p>
      </header>
      ${noticeWords(words[locale], this.#localize)}
      <ln-problem .problem=${this.#agree.problem ?? this.#refuse.problem}></ln-problem>
      <div class="entry-acts">
        <button
          class="ln-button is-primary is-large"
          type="button"
          ?disabled=${this.#agree.pending}
          @click=${() => this.#agree.start(version)}
        >
          ${text(withdrawnAt === null ? 'privacy.agree' : 'privacy.agree.again')}
        </button>
        <button class="ln-button is-quiet is-large" type="button" @click=${() => this.#refuse.start()}>${text('privacy.refuse')}</button>
        <p>${text('privacy.recorded')}</p>
      </div>
    </div>`
  }

  #side({ text: present, earlier }: ConsentState, { account }: Me): TemplateResult {
    const { text, locale, dates } = this.#localize
    return html`<aside class="entry-side" aria-label=${text('privacy.rights')}>
      <h2>${text('privacy.rights')}</h2>
      <ul class="entry-rights">
        ${rights.map(
          ([right, sign]) =>
            html`<li>
              ${icon(sign)}
              <div>
                <b>${text(`privacy.rights.${right}`)}</b>
                <p>${text(`privacy.rights.${right}.hint`)}</p>
              </div>
            </li>`,
        )}
      </ul>
      <p class="entry-where">${text('privacy.where')}</p>
      <div class="entry-now">
        <a class="ln-button" href="/api/me/data" download>${icon(download)}${text('privacy.export.now')}</a>
        <ln-account-deletion .account=${account}></ln-account-deletion>
      </div>
      <h2>${text('privacy.versions')}</h2>
      <ul class="entry-versions">
        ${[present, ...earlier].slice(0, 4).map(
          ({ version, publishedAt, note }) =>
            html`<li>
              <b>${version}</b>${publishedAt === null ? nothing : html`<time datetime=${publishedAt}>${dates.day(publishedAt)}</time>`}
              <p>${note[locale]}</p>
            </li>`,
        )}
      </ul>
    </aside>`
  }
}
define('ln-consent-page', LnConsentPage)

import { type Locale, locales } from '@liaison/sdk'
import { Action, define, LocalizeController, partsStyles, type Route, type ThemeChoice } from '@liaison/sdk/web'
import { html, LitElement, nothing } from 'lit'
import { Preferences } from '../shell/preferences.ts'
import { styles } from './settings-page.styles.ts'
import './password-form.ts'
import './session-list.ts'
import './api-tokens/token-list.ts'
import './second-factor/second-factor.ts'

const sections = ['general', 'security', 'privacy'] as const
const themes: readonly ThemeChoice[] = ['system', 'light', 'dark']

/** My own settings: language and appearance; password and devices. */
export class LnSettingsPage extends LitElement {
  static override properties = { route: { attribute: false } }
  static override styles = [...partsStyles, styles]
  declare route: Route | undefined

  #localize = new LocalizeController(this)
  #preferences = new Preferences(this)
  #useLocale = new Action(this, (locale: Locale) => this.#preferences.useLocale(locale))

  override render() {
    const { text } = this.#localize
    const asked = this.route?.params['section']
    const present = sections.find((section) => section === asked) ?? 'general'
    return html`<main>
      <header class="ln-head is-top"><h1>${text('settings.title')}</h1></header>
      <nav class="ln-subhead ln-tabs" aria-label=${text('settings.title')}>
        ${sections.map(
          (section) =>
            html`<a
              href=${section === 'general' ? '/settings' : `/settings/${section}`}
              aria-current=${section === present ? 'page' : nothing}
            >
              ${text(`settings.${section}`)}
            </a>`,
        )}
      </nav>
      <div class="ln-scroll">${present === 'security' ? this.#security() : present === 'privacy' ? this.#privacy() : this.#general()}</div>
    </main>`
  }

  #general() {
    const { text } = this.#localize
    const { locale, theme, useTheme } = this.#preferences
    return html`<div class="settings">
      <section>
        <ln-problem .problem=${this.#useLocale.problem}></ln-problem>
        <div class="setting">
          <div id="language">${text('settings.language')}<small>${text('settings.language.hint')}</small></div>
          <div class="ln-segmented" role="group" aria-labelledby="language">
            ${locales.map(
              (choice) =>
                html`<button
                  type="button"
                  lang=${choice}
                  aria-pressed=${choice === locale ? 'true' : 'false'}
                  @click=${() => this.#useLocale.start(choice)}
                >
                  ${text(`shell.language.${choice}`)}
                </button>`,
            )}
          </div>
        </div>
        <div class="setting">
          <div id="theme">${text('settings.theme')}<small>${text('settings.theme.hint')}</small></div>
          <div class="ln-segmented" role="group" aria-labelledby="theme">
            ${themes.map(
              (choice) =>
                html`<button type="button" aria-pressed=${choice === theme ? 'true' : 'false'} @click=${() => useTheme(choice)}>
                  ${text(`shell.theme.${choice}`)}
                </button>`,
            )}
          </div>
        </div>
      </section>
    </div>`
  }

  #privacy() {
    void import('../privacy/privacy-settings.ts')
    return html`<div class="settings"><ln-privacy-settings></ln-privacy-settings></div>`
  }

  #security() {
    return html`<div class="settings">
      <ln-password-form></ln-password-form>
      <ln-second-factor></ln-second-factor>
      <ln-session-list></ln-session-list>
      <ln-token-list></ln-token-list>
    </div>`
  }
}
define('ln-settings-page', LnSettingsPage)

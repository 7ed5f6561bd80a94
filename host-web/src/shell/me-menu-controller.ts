import { locales } from '@liaison/sdk'
import { LocalizeController, type MenuItem, RealtimeController, SessionController, type ThemeChoice } from '@liaison/sdk/web'
import { languages, logOut, monitor, moon, settings2, sun } from '@liaison/sdk/icons'
import { html, type ReactiveElement, type TemplateResult } from 'lit'
import { Preferences } from './preferences.ts'
import { SignOutEvent } from './shell.events.ts'

const themes: readonly { readonly choice: ThemeChoice; readonly icon: MenuItem['icon'] }[] = [
  { choice: 'system', icon: monitor },
  { choice: 'light', icon: sun },
  { choice: 'dark', icon: moon },
]

/** What the menu behind my picture holds: settings, language, appearance, sign out. */
export class MeMenuController {
  readonly #host: ReactiveElement
  readonly #localize
  readonly #session
  readonly #preferences
  readonly #realtime

  constructor(host: ReactiveElement) {
    this.#host = host
    this.#localize = new LocalizeController(host)
    this.#session = new SessionController(host)
    this.#preferences = new Preferences(host)
    this.#realtime = new RealtimeController(host)
  }

  get online(): boolean {
    return this.#realtime.state === 'open'
  }

  head(): TemplateResult {
    const { name, account } = this.#session.me
    return html`<div class="ln-menu-label" role="presentation">${name} · ${account}</div>`
  }

  items(): readonly MenuItem[] {
    const { text } = this.#localize
    const { locale, theme, useLocale, useTheme } = this.#preferences
    return [
      { label: text('shell.settings'), icon: settings2, href: '/settings' },
      ...locales.map((choice, index) => ({
        label: text(`shell.language.${choice}`),
        icon: languages,
        checked: choice === locale,
        separated: index === 0,
        run: () => void useLocale(choice),
      })),
      ...themes.map(({ choice, icon }, index) => ({
        label: text(`shell.theme.${choice}`),
        ...(icon && { icon }),
        checked: choice === theme,
        separated: index === 0,
        run: () => useTheme(choice),
      })),
      { label: text('shell.sign-out'), icon: logOut, separated: true, run: () => void this.#host.dispatchEvent(new SignOutEvent()) },
    ]
  }
}

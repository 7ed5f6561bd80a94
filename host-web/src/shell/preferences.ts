import { changeMe, type Locale } from '@liaison/sdk'
import { ContextController, LiveController, type ThemeChoice } from '@liaison/sdk/web'
import type { ReactiveElement } from 'lit'

/** Language and appearance: the language goes with the person, the appearance stays on the device. Both act at once. */
export class Preferences {
  readonly #api
  readonly #session
  readonly #localizer
  readonly #theme

  constructor(host: ReactiveElement) {
    this.#api = new ContextController(host, 'api')
    this.#session = new ContextController(host, 'session')
    this.#localizer = new ContextController(host, 'localizer')
    this.#theme = new ContextController(host, 'theme')
    new LiveController(host, () => this.#theme.service.choice)
  }

  get locale(): Locale {
    return this.#localizer.service.locale
  }
  get theme(): ThemeChoice {
    return this.#theme.service.choice.value
  }
  readonly useTheme = (choice: ThemeChoice): void => this.#theme.service.choose(choice)

  /** @throws Problem when it could not be kept for the next sign-in; it is in force here nevertheless */
  readonly useLocale = async (locale: Locale): Promise<void> => {
    await this.#localizer.service.use(locale)
    this.#session.service.replace(await this.#api.service.call(changeMe, { body: { locale } }))
  }
}

import { type Live, live } from './live.ts'

/** `system` follows the device. */
export type ThemeChoice = 'system' | 'light' | 'dark'

const key = 'liaison.theme'

/** Light or dark, kept on this device. */
export class Theme {
  readonly #root: HTMLElement
  readonly #choice

  constructor(root: HTMLElement = document.documentElement) {
    this.#root = root
    const stored = localStorage.getItem(key)
    this.#choice = live<ThemeChoice>(stored === 'light' || stored === 'dark' ? stored : 'system')
    this.#show()
  }

  get choice(): Live<ThemeChoice> {
    return this.#choice
  }
  choose(choice: ThemeChoice): void {
    if (choice === 'system') localStorage.removeItem(key)
    else localStorage.setItem(key, choice)
    this.#choice.set(choice)
    this.#show()
  }
  #show() {
    if (this.#choice.value === 'system') delete this.#root.dataset['theme']
    else this.#root.dataset['theme'] = this.#choice.value
  }
}

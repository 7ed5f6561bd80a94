import { readSignInRules } from '@liaison/sdk/platform'
import { ApiController } from '@liaison/sdk/web'
import type { ReactiveController, ReactiveElement } from 'lit'

/** What the forms before sign-in go by. Until the server has said so: its usual rules. */
export class SignInRules implements ReactiveController {
  readonly #host: ReactiveElement
  readonly #api: ApiController
  minLength = 10
  /** Whether who forgot the password gets a letter */
  forgotten = false

  constructor(host: ReactiveElement) {
    this.#host = host
    this.#api = new ApiController(host)
    host.addController(this)
  }

  hostConnected(): void {
    // The server judges every password; without the rules only a hint is less exact.
    this.#host.updateComplete.then(() => this.#read()).catch(() => undefined)
  }

  async #read(): Promise<void> {
    const { minLength, forgotten } = await this.#api.call(readSignInRules)
    this.minLength = minLength
    this.forgotten = forgotten
    this.#host.requestUpdate()
  }
}

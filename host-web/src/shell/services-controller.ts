import { ContextController, contexts, type WebServices } from '@liaison/sdk/web'
import type { ReactiveElement } from 'lit'

const names = Object.keys(contexts) as (keyof WebServices)[]

/** All services together, for what plugins run: commands, search sources. */
export class ServicesController {
  readonly #controllers
  constructor(host: ReactiveElement) {
    this.#controllers = names.map((name) => [name, new ContextController(host, name)] as const)
  }
  get all(): WebServices {
    return Object.fromEntries(this.#controllers.map(([name, controller]) => [name, controller.service])) as unknown as WebServices
  }
}

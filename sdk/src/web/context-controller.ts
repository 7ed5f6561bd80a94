import { ContextConsumer } from '@lit/context'
import type { ReactiveController, ReactiveElement } from 'lit'
import { contexts } from './contexts.ts'
import type { WebServices } from './services.ts'

/** Finds one service in the element's surroundings and says clearly when there is none; base of the other controllers. */
export class ContextController<Name extends keyof WebServices> implements ReactiveController {
  protected readonly host: ReactiveElement
  readonly #name: Name
  readonly #consumer

  constructor(host: ReactiveElement, name: Name) {
    this.host = host
    this.#name = name
    this.#consumer = new ContextConsumer(host, { context: contexts[name], callback: () => this.found() })
    host.addController(this)
  }

  hostConnected(): void {}

  /** The service was found, or replaced by another. */
  protected found(): void {}

  protected get foundService(): WebServices[Name] | undefined {
    return this.#consumer.value as WebServices[Name] | undefined
  }
  /** @throws Error when the element is not below a provider, or not connected yet */
  get service(): WebServices[Name] {
    const service = this.foundService
    if (service === undefined) throw new Error(`<${this.host.localName}> is not connected below a provider of "${this.#name}"`)
    return service
  }
}

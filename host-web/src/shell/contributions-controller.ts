import { ContextConsumer } from '@lit/context'
import { LiveController } from '@liaison/sdk/web'
import type { ReactiveElement } from 'lit'
import { contributionsContext } from '../contexts.ts'
import type { Contributions } from '../plugins/contributions.ts'

/** What the modules contribute; the element is drawn again when one has loaded or a count has changed. */
export class ContributionsController {
  readonly #consumer

  constructor(host: ReactiveElement) {
    this.#consumer = new ContextConsumer(host, { context: contributionsContext })
    new LiveController(host, () => this.#consumer.value?.changes)
  }
  get value(): Contributions {
    const contributions = this.#consumer.value
    if (contributions === undefined) throw new Error('no contributions in the surroundings')
    return contributions
  }
}

import { endTour } from '@liaison/sdk/platform'
import { Action, ApiController, ContextController } from '@liaison/sdk/web'
import { html, nothing, type ReactiveElement } from 'lit'
import type { TourStep } from './tour-steps.ts'

type Navigation = () => readonly { readonly label: string; readonly path: string }[]

/** Shows people around the shell that has it; what it takes is loaded when somebody asks. */
export class TourController {
  readonly #host: ReactiveElement
  readonly #navigation: Navigation
  readonly #localizer: ContextController<'localizer'>
  readonly #end: Action
  #steps: readonly TourStep[] | undefined

  constructor(host: ReactiveElement, navigation: Navigation) {
    const api = new ApiController(host)
    this.#host = host
    this.#navigation = navigation
    this.#localizer = new ContextController(host, 'localizer')
    this.#end = new Action(host, () => api.call(endTour))
  }

  readonly show = async (): Promise<void> => {
    const { shellTour } = await import('./shell-tour.ts')
    const steps = await shellTour({
      root: this.#host.renderRoot,
      localizer: this.#localizer.service,
      navigation: this.#navigation(),
    })
    this.#put(steps)
  }

  shown() {
    return this.#steps === undefined ? nothing : html`<ln-tour .steps=${this.#steps} @ln-tour-ended=${this.#onEnded}></ln-tour>`
  }

  readonly #onEnded = () => {
    this.#put(undefined)
    void this.#end.start()
  }
  #put(steps: readonly TourStep[] | undefined) {
    this.#steps = steps
    this.#host.requestUpdate()
  }
}

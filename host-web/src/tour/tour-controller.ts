import { endTour } from '@liaison/sdk/platform'
import { Action, ApiController, ContextController } from '@liaison/sdk/web'
import { html, nothing, type ReactiveElement } from 'lit'
import type { TourStep } from './tour-steps.ts'

interface Shown {
  readonly navigation: () => readonly { readonly label: string; readonly path: string }[]
  /** Where the keyboard goes on when the tour came by itself, and was at nothing before */
  readonly focusPage: () => void
}

/** Shows people around the shell that has it; what it takes is loaded when somebody asks. */
export class TourController {
  readonly #host: ReactiveElement
  readonly #shown: Shown
  readonly #localizer: ContextController<'localizer'>
  readonly #end: Action
  #steps: readonly TourStep[] | undefined

  constructor(host: ReactiveElement, shown: Shown) {
    const api = new ApiController(host)
    this.#host = host
    this.#shown = shown
    this.#localizer = new ContextController(host, 'localizer')
    this.#end = new Action(host, () => api.call(endTour))
  }

  readonly show = async (): Promise<void> => {
    const { shellTour } = await import('./shell-tour.ts')
    const steps = await shellTour({
      root: this.#host.renderRoot,
      localizer: this.#localizer.service,
      navigation: this.#shown.navigation(),
    })
    this.#put(steps)
  }

  shown() {
    return this.#steps === undefined ? nothing : html`<ln-tour .steps=${this.#steps} @ln-tour-ended=${this.#onEnded}></ln-tour>`
  }

  readonly #onEnded = async () => {
    this.#put(undefined)
    void this.#end.start()
    await this.#host.updateComplete
    if (document.activeElement === document.body) this.#shown.focusPage()
  }
  #put(steps: readonly TourStep[] | undefined) {
    this.#steps = steps
    this.#host.requestUpdate()
  }
}

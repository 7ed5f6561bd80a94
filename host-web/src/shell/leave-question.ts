import { ContextController } from '@liaison/sdk/web'
import { html, type ReactiveElement, type TemplateResult } from 'lit'

/** Asks whether to give up what is not saved; the element that has it draws the question. */
export class LeaveQuestion {
  readonly #host: ReactiveElement
  readonly #localizer: ContextController<'localizer'>
  #answer: ((leaves: boolean) => void) | undefined

  constructor(host: ReactiveElement) {
    this.#host = host
    this.#localizer = new ContextController(host, 'localizer')
  }

  /** Asked again before there was an answer, the first counts as declined. */
  readonly ask = (): Promise<boolean> => {
    this.#answer?.(false)
    return new Promise((resolve) => {
      this.#put(resolve)
    })
  }

  shown(): TemplateResult {
    const { service } = this.#localizer
    const text = (key: string) => service.text(key)
    return html`<ln-dialog
      .open=${this.#answer !== undefined}
      heading=${text('shell.leave.heading')}
      @ln-dialog-closed=${() => this.#end(false)}
    >
      <p>${text('shell.leave')}</p>
      <button slot="foot" class="ln-button" type="button" @click=${() => this.#end(true)}>${text('shell.leave.go')}</button>
      <button slot="foot" class="ln-button is-primary" type="button" autofocus @click=${() => this.#end(false)}>
        ${text('shell.leave.stay')}
      </button>
    </ln-dialog>`
  }

  #end(leaves: boolean) {
    this.#answer?.(leaves)
    this.#put(undefined)
  }
  #put(answer: ((leaves: boolean) => void) | undefined) {
    this.#answer = answer
    this.#host.requestUpdate()
  }
}

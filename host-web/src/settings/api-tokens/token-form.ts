import { createApiToken } from '@liaison/sdk/platform'
import { Action, ApiController, define, icon, LocalizeController, partsStyles, SessionController } from '@liaison/sdk/web'
import { chevronDown, circleAlert } from '@liaison/sdk/icons'
import { html, LitElement, nothing } from 'lit'
import { styles } from './api-tokens.styles.ts'
import { TokenMadeEvent } from './token-made.event.ts'

const day = 86_400_000
const lifetimes = [7, 30, 90, 365] as const
const usual = 90

interface Typed {
  readonly name: string
  readonly days: string
  readonly reach: 'all' | 'read'
}

/** Makes one of my API tokens. @fires ln-token-made */
export class LnTokenForm extends LitElement {
  static override properties = { nameMissing: { state: true } }
  static override styles = [...partsStyles, styles]
  declare nameMissing: boolean

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #session = new SessionController(this)
  #create = new Action(this, async ({ name, days, reach }: Typed) => {
    const reading = Object.keys(this.#session.me.grants).filter((key) => key.endsWith('.read'))
    const { token } = await this.#api.call(createApiToken, {
      body: {
        name,
        expiresAt: new Date(Date.now() + Number(days) * day).toISOString(),
        ...(reach === 'read' && { permissions: reading }),
      },
    })
    this.dispatchEvent(new TokenMadeEvent(token))
  })

  override firstUpdated() {
    this.renderRoot.querySelector<HTMLElement>('input')?.focus()
  }

  override render() {
    const { text } = this.#localize
    return html`<form @submit=${this.#onSubmit} @input=${this.#onInput} novalidate>
      <div class="ln-field">
        <label class="ln-field-label" for="token-name">${text('safety.tokens.name')}</label>
        <input
          class="ln-input"
          id="token-name"
          name="name"
          maxlength="100"
          autocomplete="off"
          placeholder=${text('safety.tokens.name.example')}
          aria-invalid=${this.nameMissing ? 'true' : 'false'}
          aria-describedby="token-name-error"
        />
        <p class="ln-field-error" id="token-name-error" role="alert">
          ${this.nameMissing ? html`${icon(circleAlert, 14)}${text('safety.tokens.name.missing')}` : nothing}
        </p>
      </div>
      <div class="ln-field">
        <label class="ln-field-label" for="token-days">${text('safety.tokens.lifetime')}</label>
        <span class="ln-select-wrap"
          ><select class="ln-select" id="token-days" name="days">
            ${lifetimes.map(
              (days) => html`<option value=${days} ?selected=${days === usual}>${text('safety.tokens.days', { days })}</option>`,
            )}</select
          >${icon(chevronDown)}</span
        >
      </div>
      <div class="ln-field">
        <label class="ln-field-label" for="token-reach">${text('safety.tokens.reach')}</label>
        <span class="ln-select-wrap"
          ><select class="ln-select" id="token-reach" name="reach" aria-describedby="token-reach-hint">
            <option value="read">${text('safety.tokens.reach.read')}</option>
            <option value="all">${text('safety.tokens.reach.all')}</option></select
          >${icon(chevronDown)}</span
        >
        <span class="ln-field-hint" id="token-reach-hint">${text('safety.tokens.reach.hint')}</span>
      </div>
      <ln-problem .problem=${this.#create.problem}></ln-problem>
      <button class="ln-button is-primary" ?disabled=${this.#create.pending}>${text('safety.tokens.create')}</button>
    </form>`
  }

  #onInput() {
    this.nameMissing = false
    this.#create.reset()
  }

  #onSubmit(event: SubmitEvent) {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const typed = Object.fromEntries(new FormData(form)) as unknown as Typed
    this.nameMissing = typed.name.trim() === ''
    if (this.nameMissing) form.querySelector<HTMLElement>('input')?.focus()
    else void this.#create.start(typed)
  }
}
define('ln-token-form', LnTokenForm)

import { listRoles, readSecondFactor, readSignInPolicy, changeSignInPolicy, type SignInPolicy } from '@liaison/sdk/platform'
import {
  Action,
  ApiController,
  ContextController,
  define,
  icon,
  LocalizeController,
  partsStyles,
  QueryController,
  type Route,
  SessionController,
  skeletonRows,
  ToastController,
} from '@liaison/sdk/web'
import { chevronLeft, circleAlert } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { adminPath } from '../admin-area.ts'
import { fromLocalInput, toLocalInput } from './local-input.ts'
import { securityMessages } from './locales/security-messages.ts'
import { styles } from './security-page.styles.ts'

type Required = SignInPolicy['secondFactor']['required']
type Wanted = Omit<SignInPolicy, 'version'>
const choices: readonly Required[] = ['nobody', 'roles', 'everybody']

/** How people of the whole company sign in: rules for passwords, and who needs a second factor. */
export class LnAdminSecurity extends LitElement {
  static override properties = {
    route: { attribute: false },
    ready: { state: true },
    required: { state: true },
    expires: { state: true },
    fault: { state: true },
    asking: { state: true },
  }
  static override styles = [...partsStyles, styles]
  declare route: Route | undefined
  declare ready: boolean
  /** As chosen in the form; undefined: as stored */
  declare required: Required | undefined
  declare expires: boolean | undefined
  declare fault: 'roles' | undefined
  /** What waits for a second yes: it would lead its author to the set-up at once. */
  declare asking: Wanted | undefined

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #localizer = new ContextController(this, 'localizer')
  #queries = new ContextController(this, 'queries')
  #session = new SessionController(this)
  #toasts = new ToastController(this)
  #policy = new QueryController(this, readSignInPolicy, () => ({}))
  #own = new QueryController(this, readSecondFactor, () => ({}))
  #roles = new QueryController(this, listRoles, () => ({ query: { limit: 200 } }))
  #save = new Action(this, async (body: Wanted) => {
    const { version } = this.#policy.data!
    await this.#api.call(changeSignInPolicy, { body }, { version })
    this.required = undefined
    this.expires = undefined
    await this.#queries.service.invalidate(readSignInPolicy)
    this.#toasts.show({ text: this.#localize.text('security.saved') })
  })

  constructor() {
    super()
    this.ready = false
  }

  override connectedCallback() {
    super.connectedCallback()
    void this.updateComplete
      .then(() => this.#localizer.service.add('security', securityMessages))
      .then(() => {
        this.ready = true
      })
  }

  override render() {
    if (!this.ready) return nothing
    const { text } = this.#localize
    const { data, problem, refetch } = this.#policy
    return html`<header class="ln-head">
        <a class="ln-button is-icon is-quiet ln-phone ln-back" href=${adminPath} aria-label=${text('admin.back')}>${icon(chevronLeft)}</a>
        <h1>${text('admin.security')}</h1>
      </header>
      ${problem === undefined ? nothing : html`<ln-problem .problem=${problem} retry @ln-retry=${refetch}></ln-problem>`}
      ${data === undefined ? html`<div class="policy" aria-busy="true">${problem === undefined ? skeletonRows(6) : nothing}</div>` : this.#form(data)}
      <ln-dialog
        .open=${this.asking !== undefined}
        heading=${text('security.own.title')}
        @ln-dialog-closed=${() => (this.asking = undefined)}
      >
        <p>${text('security.own.hint')}</p>
        <button slot="foot" class="ln-button" type="button" @click=${() => (this.asking = undefined)}>${text('admin.cancel')}</button>
        <button slot="foot" class="ln-button is-primary" type="button" @click=${this.#onSure}>${text('security.own.go')}</button>
      </ln-dialog>`
  }

  #form(policy: SignInPolicy & { readonly without: number }): TemplateResult {
    const { text } = this.#localize
    return html`<form @submit=${this.#onSubmit} @input=${this.#onInput} novalidate>
      <div class="ln-scroll">
        <div class="policy">
          <p>${text('security.hint')}</p>
          <ln-problem .problem=${this.#save.problem}></ln-problem>
          ${this.#passwords(policy.password)} ${this.#factors(policy)}
        </div>
      </div>
      <footer><button class="ln-button is-primary" ?disabled=${this.#save.pending}>${text('admin.save')}</button></footer>
    </form>`
  }

  #passwords({ minLength, remembersLast, maxAgeDays }: SignInPolicy['password']): TemplateResult {
    const { text } = this.#localize
    const expires = this.expires ?? maxAgeDays !== null
    return html`<section aria-labelledby="password">
      <h2 id="password">${text('security.password')}</h2>
      <div class="two">${this.#number('minLength', minLength, 8, 64)} ${this.#number('remembersLast', remembersLast, 0, 24)}</div>
      <div class="setting">
        <div id="ages">${text('security.ages')}<small>${text('security.ages.hint')}</small></div>
        <span class="ln-switch"
          ><input
            type="checkbox"
            role="switch"
            name="expires"
            aria-labelledby="ages"
            .checked=${expires}
            @change=${(event: Event) => (this.expires = (event.target as HTMLInputElement).checked)}
        /></span>
      </div>
      ${expires ? html`<div class="two">${this.#number('maxAgeDays', maxAgeDays ?? 180, 1, 3650, false)}</div>` : nothing}
    </section>`
  }

  #number(name: string, value: number, min: number, max: number, hint = true): TemplateResult {
    const { text } = this.#localize
    return html`<div class="ln-field">
      <label class="ln-field-label" for=${name}>${text(`security.${name}`)}</label>
      <input
        class="ln-input"
        id=${name}
        name=${name}
        type="number"
        inputmode="numeric"
        required
        min=${min}
        max=${max}
        .value=${String(value)}
        aria-describedby=${hint ? `${name}-hint` : nothing}
      />
      ${hint ? html`<span class="ln-field-hint" id="${name}-hint">${text(`security.${name}.hint`)}</span>` : nothing}
    </div>`
  }

  #factors({ secondFactor, without }: SignInPolicy & { readonly without: number }): TemplateResult {
    const { text } = this.#localize
    const required = this.required ?? secondFactor.required
    const isStored = required === secondFactor.required && required !== 'nobody'
    return html`<section aria-labelledby="factor">
      <h2 id="factor">${text('security.factor')}</h2>
      <p>${text('security.factor.hint')}</p>
      <fieldset aria-labelledby="factor">
        ${choices.map(
          (choice) =>
            html`<label class="ln-check">
              <input
                type="radio"
                name="required"
                value=${choice}
                .checked=${choice === required}
                @change=${() => (this.required = choice)}
              />
              <span>${text(`security.required.${choice}`)}</span>
            </label>`,
        )}
      </fieldset>
      ${required === 'roles' ? this.#roleChoices(secondFactor.roleIds) : nothing}
      ${
        required === 'nobody'
          ? nothing
          : html`<div class="two">
              <div class="ln-field">
                <label class="ln-field-label" for="from">${text('security.from')}</label>
                <input
                  class="ln-input"
                  id="from"
                  name="from"
                  type="datetime-local"
                  .value=${toLocalInput(secondFactor.from)}
                  aria-describedby="from-hint"
                />
                <span class="ln-field-hint" id="from-hint">${text('security.from.hint')}</span>
              </div>
            </div>`
      }
      ${isStored ? html`<p role="status">${text('security.without', { count: without })}</p>` : nothing}
    </section>`
  }

  #roleChoices(chosen: readonly string[]): TemplateResult {
    const { text } = this.#localize
    return html`<fieldset>
      <legend class="ln-field-label">${text('security.roles')}</legend>
      <div class="choices">
        ${(this.#roles.data?.items ?? []).map(
          ({ id, name }) =>
            html`<label class="ln-check"
              ><input type="checkbox" name="roleIds" value=${id} .checked=${chosen.includes(id)} /><span>${name}</span></label
            >`,
        )}
      </div>
      ${this.fault === undefined ? nothing : html`<p class="ln-field-error" role="alert">${icon(circleAlert, 14)}${text('security.roles.missing')}</p>`}
    </fieldset>`
  }

  #onInput() {
    this.fault = undefined
    this.#save.reset()
  }
  readonly #onSure = () => {
    const wanted = this.asking
    this.asking = undefined
    if (wanted !== undefined) void this.#save.start(wanted)
  }

  #onSubmit(event: SubmitEvent) {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    if (!form.reportValidity()) return
    const wanted = wantedIn(new FormData(form))
    this.fault = wanted.secondFactor.required === 'roles' && wanted.secondFactor.roleIds.length === 0 ? 'roles' : undefined
    if (this.fault !== undefined) return
    if (this.#bindsMe(wanted)) this.asking = wanted
    else void this.#save.start(wanted)
  }

  #bindsMe({ secondFactor: { required, roleIds, from } }: Wanted): boolean {
    const { authenticator = true, passkeys = 0 } = this.#own.data ?? {}
    if (authenticator || passkeys > 0 || (from !== null && new Date(from) > new Date())) return false
    return required === 'everybody' || (required === 'roles' && this.#session.me.roleIds.some((id) => roleIds.includes(id)))
  }
}
define('ln-admin-security', LnAdminSecurity)

function wantedIn(data: FormData): Wanted {
  const number = (name: string) => Number(data.get(name))
  const required = data.get('required') as Required
  return {
    password: {
      minLength: number('minLength'),
      remembersLast: number('remembersLast'),
      maxAgeDays: data.has('maxAgeDays') ? number('maxAgeDays') : null,
    },
    secondFactor: {
      required,
      roleIds: required === 'roles' ? (data.getAll('roleIds') as string[]) : [],
      from: required === 'nobody' ? null : fromLocalInput(String(data.get('from') ?? '')),
    },
  }
}

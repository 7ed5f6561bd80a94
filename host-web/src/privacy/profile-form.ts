import { type InputError, type Problem, wrongPassword } from '@liaison/sdk'
import { correctMyProfile, type MyProfile } from '@liaison/sdk/platform'
import { Action, ApiController, define, icon, LocalizeController, partsStyles, ToastController } from '@liaison/sdk/web'
import { circleAlert } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { passwordField } from '../session/password-field.ts'
import { passwordFieldStyles } from '../session/password-field.styles.ts'
import { styles } from './privacy-settings.styles.ts'
import { ProfileCorrectedEvent } from './profile-corrected.event.ts'

type Correction = Partial<Omit<MyProfile, 'title'>> & { readonly current?: string }

/** What the company keeps about me, corrected by myself; another mail address takes the password. @fires ln-profile-corrected */
export class LnProfileForm extends LitElement {
  static override properties = { profile: { attribute: false }, moving: { state: true } }
  static override styles = [...partsStyles, passwordFieldStyles, styles]
  declare profile: MyProfile
  /** Another mail address is typed. */
  declare moving: boolean

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #toasts = new ToastController(this)
  #correct = new Action(this, async (body: Correction) => {
    const profile = await this.#api.call(correctMyProfile, { body })
    this.moving = false
    this.#toasts.show({ text: this.#localize.text('privacy.profile.saved') })
    this.dispatchEvent(new ProfileCorrectedEvent(profile))
  })

  constructor() {
    super()
    this.moving = false
  }

  override render() {
    const { text } = this.#localize
    const { name, title, email, phone } = this.profile
    const { pending, problem } = this.#correct
    const isTold = refusedFields(problem).length > 0
    return html`<section>
      <h2>${text('privacy.profile')}</h2>
      <p>${text('privacy.profile.hint')}</p>
      <form @submit=${this.#onSubmit} @input=${this.#onInput}>
        ${this.#field('name', name, 'text', 60)}
        ${
          title === null
            ? nothing
            : html`<div class="ln-field">
                <span class="ln-field-label">${text('privacy.profile.title')}</span>
                <p>${title}</p>
                <p class="ln-field-hint">${text('privacy.profile.title.hint')}</p>
              </div>`
        }
        ${this.#field('email', email ?? '', 'email', 200)} ${this.moving ? this.#current(problem) : nothing}
        ${this.#field('phone', phone ?? '', 'tel', 30)} ${isTold ? nothing : html`<ln-problem .problem=${problem}></ln-problem>`}
        <button class="ln-button is-primary" ?disabled=${pending}>${text('privacy.profile.save')}</button>
      </form>
    </section>`
  }

  #field(id: 'name' | 'email' | 'phone', value: string, type: string, max: number): TemplateResult {
    const { text } = this.#localize
    const isWrong = refusedFields(this.#correct.problem).includes(id)
    return html`<div class="ln-field">
      <label class="ln-field-label" for=${id}>${text(`privacy.profile.${id}`)}</label>
      <input
        class="ln-input"
        id=${id}
        name=${id}
        type=${type}
        maxlength=${max}
        .value=${value}
        ?required=${id === 'name'}
        autocomplete=${id === 'phone' ? 'tel' : id}
        aria-invalid=${isWrong}
        aria-describedby=${isWrong ? `${id}-error` : nothing}
      />
      ${
        isWrong
          ? html`<p class="ln-field-error" id="${id}-error" role="alert">${icon(circleAlert, 14)}${text(`privacy.profile.${id}.wrong`)}</p>`
          : nothing
      }
    </div>`
  }

  #current(problem: Problem | undefined): TemplateResult {
    const localize = this.#localize
    const isMissing = refusedFields(problem).includes('current') && problem?.type !== wrongPassword.type
    return passwordField({
      id: 'current',
      label: localize.text('settings.password.current'),
      hint: localize.text('privacy.profile.current.hint'),
      error: isMissing
        ? localize.text('privacy.profile.current.wrong')
        : problem?.type === wrongPassword.type
          ? localize.problem(problem)
          : undefined,
      autocomplete: 'current-password',
      localize,
    })
  }

  readonly #onInput = (event: InputEvent) => {
    this.#correct.reset()
    const field = event.target as HTMLInputElement
    if (field.id === 'email') this.moving = field.value.trim() !== (this.profile.email ?? '')
  }

  readonly #onSubmit = async (event: SubmitEvent) => {
    event.preventDefault()
    const data = new FormData(event.target as HTMLFormElement)
    const given = (name: string) => String(data.get(name) ?? '').trim()
    const current = String(data.get('current') ?? '')
    const { profile } = this
    const changed = {
      ...(given('name') !== profile.name && { name: given('name') }),
      ...(given('email') !== (profile.email ?? '') && { email: given('email') || null, ...(current !== '' && { current }) }),
      ...(given('phone') !== (profile.phone ?? '') && { phone: given('phone') || null }),
    }
    if (Object.keys(changed).length === 0 || (await this.#correct.start(changed))) return
    await this.updateComplete
    this.renderRoot.querySelector<HTMLInputElement>('[aria-invalid=true]')?.focus()
  }
}

const fields = ['name', 'email', 'phone', 'current'] as const

/** The fields that the server did not take as they were. */
function refusedFields(problem: Problem | undefined): readonly (typeof fields)[number][] {
  if (problem?.type === wrongPassword.type) return ['current']
  const errors = (problem?.members['errors'] ?? []) as readonly InputError[]
  return fields.filter((field) => errors.some(({ pointer }) => pointer === `/body/${field}`))
}
define('ln-profile-form', LnProfileForm)

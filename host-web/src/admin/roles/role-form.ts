import { changeRole, createRole, type Role } from '@liaison/sdk/platform'
import { Action, ApiController, define, icon, LocalizeController, partsStyles, ToastController } from '@liaison/sdk/web'
import { chevronDown } from '@liaison/sdk/icons'
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { TypedController } from '../typed-controller.ts'
import { RoleSavedEvent } from './role-saved.event.ts'

const styles = css`
  :host {
    display: block;
  }
  form {
    display: grid;
    gap: var(--ln-space-4);
    padding: var(--ln-space-4);
  }
  .acts {
    display: flex;
    justify-content: flex-end;
  }
`

/** Makes a role, empty or as a copy, or changes one. @fires ln-role-saved */
export class LnRoleForm extends LitElement {
  static override properties = { subject: { attribute: false }, roles: { attribute: false }, copyOf: {}, external: { state: true } }
  static override styles = [...partsStyles, styles]
  /** Undefined: a new one */
  declare subject: Role | undefined
  /** Those that may be copied */
  declare roles: readonly Role[]
  /** Id of the role that a new one begins as */
  declare copyOf: string | undefined
  declare external: boolean

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #toasts = new ToastController(this)
  #typed = new TypedController(this)
  #save = new Action(this, async (name: string, description: string) => {
    const { subject: role, external, copyOf } = this
    const saved =
      role === undefined
        ? await this.#api.call(createRole, { body: { name, description, external, ...(copyOf !== undefined && { copyOf }) } })
        : await this.#api.call(changeRole, { params: { id: role.id }, body: { name, description, external } }, { version: role.version })
    this.#typed.settle()
    this.#toasts.show({ text: this.#localize.text(role === undefined ? 'admin.roles.created' : 'admin.roles.saved', { name }) })
    this.dispatchEvent(new RoleSavedEvent(saved))
  })

  constructor() {
    super()
    this.external = false
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('subject') && (changed.get('subject')?.id !== this.subject?.id || !this.hasUpdated)) this.#save.reset()
    if (changed.has('subject') || changed.has('copyOf') || (changed.has('roles') && this.subject === undefined))
      this.external = (this.subject ?? this.#copied)?.external ?? false
  }

  override render() {
    const { text } = this.#localize
    const { subject: role } = this
    return html`<form @submit=${this.#onSubmit} autocomplete="off">
      <ln-problem .problem=${this.#save.problem}></ln-problem>
      ${role === undefined ? this.#origin() : nothing}
      <div class="ln-field">
        <label class="ln-field-label" for="name"
          >${text('admin.roles.name')}<span class="ln-field-required" aria-hidden="true">*</span></label
        >
        <input class="ln-input" id="name" name="name" required maxlength="60" .value=${role?.name ?? ''} />
      </div>
      <div class="ln-field">
        <label class="ln-field-label" for="description">${text('admin.roles.description')}</label>
        <textarea
          class="ln-textarea"
          id="description"
          name="description"
          rows="3"
          maxlength="500"
          .value=${role?.description ?? ''}
        ></textarea>
      </div>
      <label class="ln-check"
        ><input
          type="checkbox"
          .checked=${this.external}
          aria-describedby="external-hint"
          @change=${(event: Event) => (this.external = (event.target as HTMLInputElement).checked)}
        />${text('admin.roles.external')}</label
      >
      <span class="ln-field-hint" id="external-hint">${text('admin.roles.external.hint')}</span>
      <div class="acts">
        <button class="ln-button is-primary" type="submit" ?disabled=${this.#save.pending}>
          ${text(role === undefined ? 'admin.people.create' : 'admin.save')}
        </button>
      </div>
    </form>`
  }

  #origin(): TemplateResult {
    const { text } = this.#localize
    return html`<div class="ln-field">
      <label class="ln-field-label" for="copyOf">${text('admin.roles.copyOf')}</label>
      <span class="ln-select-wrap"
        ><select
          class="ln-select"
          id="copyOf"
          @change=${(event: Event) => (this.copyOf = (event.target as HTMLSelectElement).value || undefined)}
        >
          <option value="" ?selected=${this.copyOf === undefined}>${text('admin.roles.copyOf.none')}</option>
          ${this.roles.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.copyOf}>${name}</option>`)}</select
        >${icon(chevronDown)}</span
      >
    </div>`
  }

  get #copied(): Role | undefined {
    return this.roles.find(({ id }) => id === this.copyOf)
  }
  readonly #onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    const data = new FormData(event.target as HTMLFormElement)
    const given = (name: string) => String(data.get(name) ?? '').trim()
    if (given('name') !== '') void this.#save.start(given('name'), given('description'))
  }
}
define('ln-role-form', LnRoleForm)

import type { DirectoryPerson } from '@liaison/sdk'
import { accessManage, changePerson, createPerson, type Department, type Organisation, type RoleChoice } from '@liaison/sdk/platform'
import { Action, ApiController, define, icon, LocalizeController, partsStyles, SessionController, ToastController } from '@liaison/sdk/web'
import { chevronDown } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { adminPath } from '../admin-area.ts'
import { TypedController } from '../typed-controller.ts'
import '../security/person-sign-in.ts'
import { styles } from './person-form.styles.ts'
import { PersonSavedEvent } from './person-saved.event.ts'
import '../../view-as/view-as-button.ts'
import './person-private.ts'

interface Choice {
  readonly id: string
  readonly name: string
  /** Stays as it is: not the editor's to give or take */
  readonly locked: boolean
}

/** Makes a person, or changes one. @fires ln-person-saved */
export class LnPersonForm extends LitElement {
  static override properties = {
    person: { attribute: false },
    departments: { attribute: false },
    organisations: { attribute: false },
    roles: { attribute: false },
    kind: { state: true },
    asking: { state: true },
  }
  static override styles = [...partsStyles, styles]
  /** Undefined: a new one */
  declare person: DirectoryPerson | undefined
  declare departments: readonly Department[]
  declare organisations: readonly Organisation[]
  declare roles: readonly RoleChoice[]
  declare kind: 'internal' | 'external'
  /** What waits for a second yes: somebody would give up his own administration. */
  declare asking: (() => void) | undefined

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #session = new SessionController(this)
  #toasts = new ToastController(this)
  #typed = new TypedController(this)
  #save = new Action(this, async (data: FormData) => {
    const saved = this.person === undefined ? await this.#create(data) : await this.#change(this.person, data)
    this.#typed.settle()
    this.#toasts.show({ text: this.#localize.text('admin.people.saved', { name: saved.name }) })
    this.dispatchEvent(new PersonSavedEvent(saved))
  })
  #able = new Action(this, async ({ id, disabled, version }: DirectoryPerson) => {
    const saved = await this.#api.call(changePerson, { params: { id }, body: { disabled: !disabled } }, { version })
    this.#toasts.show({
      text: this.#localize.text(saved.disabled ? 'admin.people.disabled' : 'admin.people.enabled', { name: saved.name }),
    })
    this.dispatchEvent(new PersonSavedEvent(saved))
  })

  constructor() {
    super()
    this.kind = 'internal'
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('person')) return
    this.kind = this.person?.kind ?? 'internal'
    this.#save.reset()
    this.#able.reset()
  }

  override render() {
    const { text } = this.#localize
    const { person } = this
    const ownsAccount = this.#ownsAccount
    const pending = this.#save.pending || this.#able.pending
    return html`<form @submit=${this.#onSubmit} autocomplete="off">
        <div class="ln-scroll fields">
          <ln-problem .problem=${this.#save.problem ?? this.#able.problem}></ln-problem>
          ${
            person === undefined
              ? nothing
              : html`<ln-person-private .person=${person}></ln-person-private>
                  <ln-view-as-button .personId=${person.id} .name=${person.name}></ln-view-as-button>`
          }
          ${this.#field('name', { value: person?.name ?? '', required: true, max: 60 })}
          ${this.#field('account', { value: person?.account ?? '', required: true, max: 64, hint: true, locked: !ownsAccount })}
          ${person === undefined ? this.#kinds() : nothing}
          ${!ownsAccount ? nothing : person === undefined ? this.#firstPassword() : html`<ln-person-sign-in .person=${person}></ln-person-sign-in>`}
          ${this.#field('title', { value: person?.title ?? '', max: 60 })}
          ${this.#field('email', { value: '', type: 'email', max: 200, placeholder: person?.email ?? '' })}
          ${this.#field('phone', { value: '', type: 'tel', max: 30, placeholder: person?.phone ?? '' })}
          ${this.#field('idNumber', { value: '', max: 18, hint: true, placeholder: person?.idNumber ?? '' })}
          ${this.kind === 'external' ? this.#organisation() : nothing}
          ${this.#choices('departmentIds', this.#departmentChoices, this.#heldDepartments)}
          ${this.#choices('roleIds', this.#roleChoices, person?.roleIds ?? [])}
        </div>
        <footer>
          ${
            person === undefined || !ownsAccount
              ? nothing
              : html`<button
                  class=${person.disabled ? 'ln-button' : 'ln-button is-danger'}
                  type="button"
                  ?disabled=${pending}
                  @click=${() => this.#onAble(person)}
                >
                  ${text(person.disabled ? 'admin.people.enable' : 'admin.people.disable')}
                </button>`
          }
          ${
            person !== undefined && this.#session.may(accessManage)
              ? html`<a class="ln-button is-quiet" href="${adminPath}/explain?person=${person.id}">${text('admin.explain.why')}</a>`
              : nothing
          }
          <button class="ln-button is-primary" type="submit" ?disabled=${pending}>
            ${text(person === undefined ? 'admin.people.create' : 'admin.save')}
          </button>
        </footer>
      </form>
      <ln-dialog
        .open=${this.asking !== undefined}
        heading=${text('admin.people.own')}
        @ln-dialog-closed=${() => (this.asking = undefined)}
      >
        <p>${text('admin.people.own.hint')}</p>
        <button slot="foot" class="ln-button" type="button" @click=${() => (this.asking = undefined)}>${text('admin.cancel')}</button>
        <button slot="foot" class="ln-button is-danger" type="button" @click=${this.#onSure}>${text('admin.people.own.go')}</button>
      </ln-dialog>`
  }

  #field(
    name: string,
    options: {
      value: string
      type?: 'password' | 'email' | 'tel'
      required?: boolean
      min?: number
      max: number
      hint?: boolean
      placeholder?: string
      locked?: boolean
    },
  ): TemplateResult {
    const { text } = this.#localize
    return html`<div class="ln-field">
      <label class="ln-field-label" for=${name}
        >${text(`admin.people.${name}`)}${options.required === true ? html`<span class="ln-field-required" aria-hidden="true">*</span>` : nothing}</label
      >
      <input
        class="ln-input"
        id=${name}
        name=${name}
        type=${options.type ?? 'text'}
        autocomplete=${options.type === 'password' ? 'new-password' : 'off'}
        .value=${options.value}
        placeholder=${options.placeholder ?? ''}
        ?required=${options.required === true}
        ?readonly=${options.locked === true}
        minlength=${options.min ?? nothing}
        maxlength=${options.max}
        aria-describedby=${options.hint === true ? `${name}-hint` : nothing}
      />
      ${options.hint === true ? html`<span class="ln-field-hint" id="${name}-hint">${text(`admin.people.${name}.hint`)}</span>` : nothing}
    </div>`
  }

  #firstPassword(): TemplateResult {
    return html`${this.#field('password', { value: '', type: 'password', min: 8, max: 200 })}
      <label class="ln-check">
        <input type="checkbox" name="oneTimePassword" value="yes" checked />
        <span>${this.#localize.text('admin.people.oneTimePassword')}</span>
      </label>`
  }

  #kinds(): TemplateResult {
    const { text } = this.#localize
    return html`<div class="ln-segmented" role="group" aria-label=${text('admin.people.kind')}>
      ${(['internal', 'external'] as const).map(
        (kind) =>
          html`<button type="button" aria-pressed=${kind === this.kind ? 'true' : 'false'} @click=${() => this.#choose(kind)}>
            ${text(`admin.people.kind.${kind}`)}
          </button>`,
      )}
    </div>`
  }

  #choose(kind: 'internal' | 'external') {
    this.kind = kind
    this.#typed.touch()
  }

  #organisation(): TemplateResult {
    const present = this.person?.organisationId ?? ''
    return html`<div class="ln-field">
      <label class="ln-field-label" for="organisationId">${this.#localize.text('admin.people.organisationId')}</label>
      <span class="ln-select-wrap"
        ><select class="ln-select" id="organisationId" name="organisationId">
          <option value="" ?selected=${present === ''}>${this.#localize.text('admin.people.organisation.none')}</option>
          ${this.organisations.map(({ id, name }) => html`<option value=${id} ?selected=${id === present}>${name}</option>`)}</select
        >${icon(chevronDown)}</span
      >
    </div>`
  }

  #choices(name: string, choices: readonly Choice[], chosen: readonly string[]): TemplateResult {
    const title = this.#localize.text(`admin.people.${name}`)
    // where nothing can be ticked the keyboard scrolls the list itself
    const isRead = choices.length > 0 && choices.every(({ locked }) => locked)
    return html`<fieldset>
      <legend class="ln-field-label">${title}</legend>
      <div class="choices" role=${isRead ? 'group' : nothing} aria-label=${isRead ? title : nothing} tabindex=${isRead ? 0 : nothing}>
        ${choices.map(
          (choice) =>
            html`<label class="ln-check"
              ><input
                type="checkbox"
                name=${name}
                value=${choice.id}
                .checked=${chosen.includes(choice.id)}
                ?disabled=${choice.locked}
              />${choice.name}</label
            >`,
        )}
      </div>
    </fieldset>`
  }

  /** Of whoever manages a part of the tree, the departments of that part, and those that the person is in besides. */
  get #departmentChoices(): readonly Choice[] {
    const held = this.person?.departmentIds ?? []
    return this.departments
      .filter(({ id, managed }) => managed || held.includes(id))
      .map(({ id, name, managed }) => ({ id, name, locked: !managed }))
  }
  /** Somebody new comes into the only department that there is to choose. */
  get #heldDepartments(): readonly string[] {
    const managed = this.departments.filter((one) => one.managed)
    return this.person?.departmentIds ?? (managed.length === 1 && this.departments.length > 1 ? managed.map(({ id }) => id) : [])
  }
  /** An outside person takes a role for outside people; what somebody holds already stays in sight. */
  get #roleChoices(): readonly Choice[] {
    const held = this.person?.roleIds ?? []
    const ownsAccount = this.#ownsAccount
    return this.roles
      .filter(({ id, external, grantable }) => held.includes(id) || (grantable && external === (this.kind === 'external')))
      .map(({ id, name, grantable }) => ({ id, name, locked: !grantable || !ownsAccount }))
  }
  /** Signing in, disabling and roles are for whoever manages all of the person's departments, and holds no less than he does. */
  get #ownsAccount(): boolean {
    const { departmentIds = [], roleIds = [] } = this.person ?? {}
    const isForeign = this.departments.some(({ id, managed }) => !managed && departmentIds.includes(id))
    const isGreater = this.roles.some(({ id, grantable }) => !grantable && roleIds.includes(id))
    return !isForeign && !isGreater
  }

  readonly #onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    const data = new FormData(event.target as HTMLFormElement)
    for (const name of ['departmentIds', 'roleIds'] as const) this.#keepLocked(data, name)
    const gone = this.person?.roleIds.some((id) => !data.getAll('roleIds').includes(id)) === true
    if (this.person?.id === this.#session.me.id && gone && this.#session.may(accessManage)) this.asking = () => void this.#save.start(data)
    else void this.#save.start(data)
  }
  #onAble(person: DirectoryPerson) {
    if (person.id === this.#session.me.id && !person.disabled) this.asking = () => void this.#able.start(person)
    else void this.#able.start(person)
  }
  readonly #onSure = () => {
    const go = this.asking
    this.asking = undefined
    go?.()
  }

  /** What is locked stays: the browser sends no field that is disabled. */
  #keepLocked(data: FormData, name: 'departmentIds' | 'roleIds') {
    const choices = name === 'roleIds' ? this.#roleChoices : this.#departmentChoices
    for (const { id, locked } of choices) if (locked && this.person?.[name].includes(id) === true) data.append(name, id)
  }

  #create(data: FormData): Promise<DirectoryPerson> {
    const optional = (name: string) => (given(data, name) === '' ? {} : { [name]: given(data, name) })
    return this.#api.call(createPerson, {
      body: {
        account: given(data, 'account'),
        name: given(data, 'name'),
        kind: this.kind,
        ...optional('password'),
        ...(given(data, 'password') !== '' && { oneTimePassword: data.has('oneTimePassword') }),
        ...optional('title'),
        ...optional('email'),
        ...optional('phone'),
        ...(idNumberIn(data) !== '' && { idNumber: idNumberIn(data) }),
        ...optional('organisationId'),
        departmentIds: data.getAll('departmentIds').map(String),
        roleIds: data.getAll('roleIds').map(String),
      },
    })
  }

  /** Only what differs is sent: phone and mail are shown masked, and an empty field leaves them as they are. */
  #change(person: DirectoryPerson, data: FormData): Promise<DirectoryPerson> {
    const { id, version } = person
    const ids = (name: 'departmentIds' | 'roleIds') => {
      const chosen = data.getAll(name).map(String)
      const same = chosen.length === person[name].length && chosen.every((one) => person[name].includes(one))
      return same ? {} : { [name]: chosen }
    }
    const title = given(data, 'title')
    const organisationId = given(data, 'organisationId')
    const body = {
      ...(given(data, 'name') !== person.name && { name: given(data, 'name') }),
      ...(given(data, 'account') !== person.account && { account: given(data, 'account') }),
      ...(title !== (person.title ?? '') && { title: title === '' ? null : title }),
      ...(given(data, 'email') !== '' && { email: given(data, 'email') }),
      ...(given(data, 'phone') !== '' && { phone: given(data, 'phone') }),
      ...(idNumberIn(data) !== '' && { idNumber: idNumberIn(data) }),
      ...(person.kind === 'external' &&
        organisationId !== (person.organisationId ?? '') && { organisationId: organisationId === '' ? null : organisationId }),
      ...ids('departmentIds'),
      ...ids('roleIds'),
    }
    return this.#api.call(changePerson, { params: { id }, body }, { version })
  }
}

const idNumberIn = (data: FormData): string => given(data, 'idNumber').toUpperCase()
const given = (data: FormData, name: string): string => String(data.get(name) ?? '').trim()
define('ln-person-form', LnPersonForm)

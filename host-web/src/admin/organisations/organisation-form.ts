import type { PersonSummary } from '@liaison/sdk'
import { changeOrganisation, createOrganisation, type Organisation } from '@liaison/sdk/platform'
import { Action, ApiController, define, LocalizeController, partsStyles, ToastController } from '@liaison/sdk/web'
import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import type { PersonChosenEvent } from '../person-search/person-chosen.event.ts'
import '../person-search/person-field.ts'
import { TypedController } from '../typed-controller.ts'
import { OrganisationSavedEvent } from './organisation-saved.event.ts'

export const kinds = ['customer', 'supplier', 'partner'] as const
export type OrganisationKind = (typeof kinds)[number]

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
type Named = Pick<PersonSummary, 'id' | 'name' | 'kind' | 'affiliation'>

/** Makes an outside company, or changes one. @fires ln-organisation-saved */
export class LnOrganisationForm extends LitElement {
  static override properties = {
    organisation: { attribute: false },
    locked: { type: Boolean },
    name: { state: true },
    kind: { state: true },
    contact: { state: true },
    manager: { state: true },
  }
  static override styles = [...partsStyles, styles]
  /** Undefined: a new one */
  declare organisation: Organisation | undefined
  declare locked: boolean
  declare name: string
  declare kind: OrganisationKind
  declare contact: Named | null
  declare manager: Named | null

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #toasts = new ToastController(this)
  #typed = new TypedController(this)
  /** As it was when its fields were shown: only what differs from that is the person's own change */
  #basis: Organisation | undefined
  #save = new Action(this, async () => {
    const { organisation } = this
    const saved = organisation === undefined ? await this.#create() : await this.#change(organisation)
    this.#typed.settle()
    this.#toasts.show({
      text: this.#localize.text(organisation === undefined ? 'admin.organisations.created' : 'admin.organisations.saved', {
        name: saved.name,
      }),
    })
    this.dispatchEvent(new OrganisationSavedEvent(saved))
  })

  constructor() {
    super()
    this.locked = false
    this.#begin()
  }

  override willUpdate(changed: PropertyValues<this>) {
    // what others changed meanwhile does not take away what is typed here
    if (changed.has('organisation') && !this.#typed.isTyped) this.#begin()
  }

  override render() {
    const { text } = this.#localize
    const { organisation, locked } = this
    return html`<form @submit=${this.#onSubmit} autocomplete="off">
      <ln-problem .problem=${this.#save.problem}></ln-problem>
      <div class="ln-field">
        <label class="ln-field-label" for="name"
          >${text('admin.organisations.name')}<span class="ln-field-required" aria-hidden="true">*</span></label
        >
        <input
          class="ln-input"
          id="name"
          required
          maxlength="100"
          ?readonly=${locked}
          .value=${this.name}
          @input=${(event: Event) => (this.name = (event.target as HTMLInputElement).value)}
        />
      </div>
      <div class="ln-segmented" role="group" aria-label=${text('admin.organisations.kind')}>
        ${kinds.map(
          (kind) =>
            html`<button
              type="button"
              aria-pressed=${kind === this.kind ? 'true' : 'false'}
              ?disabled=${locked}
              @click=${() => this.#set({ kind })}
            >
              ${text(`admin.organisations.kind.${kind}`)}
            </button>`,
        )}
      </div>
      <ln-person-field
        label=${text('admin.organisations.manager')}
        find=${text('admin.organisations.manager.find')}
        clear=${text('admin.organisations.manager.clear')}
        none=${text('admin.departments.head.none')}
        .person=${this.manager}
        .among=${{ kind: 'internal' }}
        ?locked=${locked}
        @ln-person-chosen=${(event: PersonChosenEvent) => this.#set({ manager: event.person })}
        @ln-person-cleared=${() => this.#set({ manager: null })}
      ></ln-person-field>
      ${
        organisation === undefined
          ? nothing
          : html`<ln-person-field
              label=${text('admin.organisations.contact')}
              find=${text('admin.organisations.contact.find')}
              clear=${text('admin.organisations.contact.clear')}
              none=${text('admin.departments.head.none')}
              .person=${this.contact}
              .among=${{ organisationId: organisation.id }}
              ?locked=${locked}
              @ln-person-chosen=${(event: PersonChosenEvent) => this.#set({ contact: event.person })}
              @ln-person-cleared=${() => this.#set({ contact: null })}
            ></ln-person-field>`
      }
      ${
        locked
          ? nothing
          : html`<div class="acts">
              <button class="ln-button is-primary" type="submit" ?disabled=${this.#save.pending || this.name.trim() === ''}>
                ${text(organisation === undefined ? 'admin.people.create' : 'admin.save')}
              </button>
            </div>`
      }
    </form>`
  }

  #begin() {
    this.#basis = this.organisation
    const { name = '', kind = 'customer', contact = null, manager = null } = this.organisation ?? {}
    Object.assign(this, { name, kind, contact, manager })
    this.#save.reset()
  }
  #set(part: Partial<Pick<LnOrganisationForm, 'kind' | 'contact' | 'manager'>>) {
    Object.assign(this, part)
    this.#typed.touch()
  }
  readonly #onSubmit = (event: Event) => {
    event.preventDefault()
    if (this.name.trim() !== '') void this.#save.start()
  }
  #create() {
    const { kind, manager } = this
    return this.#api.call(createOrganisation, {
      body: { name: this.name.trim(), kind, ...(manager !== null && { managerId: manager.id }) },
    })
  }
  #change({ id, version, ...now }: Organisation) {
    const { name, kind, contact, manager } = this.#basis ?? now
    const body = {
      ...(this.name.trim() !== name && { name: this.name.trim() }),
      ...(this.kind !== kind && { kind: this.kind }),
      ...(this.contact?.id !== contact?.id && { contactId: this.contact?.id ?? null }),
      ...(this.manager?.id !== manager?.id && { managerId: this.manager?.id ?? null }),
    }
    return this.#api.call(changeOrganisation, { params: { id }, body }, { version })
  }
}
define('ln-organisation-form', LnOrganisationForm)

import { createInvitation, type Invitation, listOrganisations, listProjects, readInvitationOptions } from '@liaison/sdk/platform'
import {
  Action,
  ApiController,
  avatar,
  define,
  DialogClosedEvent,
  icon,
  type LnDialog,
  LocalizeController,
  partsStyles,
  QueryController,
} from '@liaison/sdk/web'
import { chevronDown, lock } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { styles } from './invite-dialog.styles.ts'
import { handedLink, type HandedLink, linkToHandOver } from './handed-link.ts'
import { invitationParts } from './invitation-parts.ts'
import { InvitedEvent } from './invited.event.ts'
import { dateField, endOf } from './until.ts'

const day = 86_400_000
const usualDays = 90
const shownPeople = 6

interface Typed {
  readonly email: string
  readonly name: string
  readonly organisationId: string
  readonly projectId: string
  readonly roleId: string
  readonly until: string
}

/** Invites somebody of another company; shows what he will see before, and the link afterwards. @fires ln-invited, ln-dialog-closed */
export class LnInviteDialog extends LitElement {
  static override properties = { again: { attribute: false }, projectId: { state: true }, made: { state: true } }
  static override styles = [...partsStyles, styles]
  declare projectId: string
  declare made: HandedLink | undefined
  /** Whom to invite a second time; his address is not known here */
  declare again: Invitation | undefined

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #projects = new QueryController(this, listProjects, () => ({ query: { limit: 200 } }))
  #organisations = new QueryController(this, listOrganisations, () => ({ query: { limit: 200 } }))
  #options = new QueryController(this, readInvitationOptions, () => ({
    query: this.projectId === '' ? {} : { projectId: this.projectId },
  }))
  #invite = new Action(this, async ({ email, name, organisationId, projectId, roleId, until }: Typed) => {
    const made = await this.#api.call(createInvitation, {
      body: {
        ...{ email: email.trim(), projectId, roleId },
        name: name.trim() === '' ? null : name.trim(),
        organisationId: organisationId === '' ? null : organisationId,
        expiresAt: endOf(until),
      },
    })
    this.made = handedLink(made)
    this.dispatchEvent(new InvitedEvent())
  })

  constructor() {
    super()
    this.projectId = ''
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('again') && this.again !== undefined) this.projectId = this.again.project.id
  }

  override render() {
    const { text } = this.#localize
    const { made } = this
    return html`<ln-dialog
      open
      .heading=${text('invitation.invite')}
      @ln-dialog-closed=${() => this.dispatchEvent(new DialogClosedEvent())}
    >
      ${made === undefined ? this.#form() : linkToHandOver(made, this.#localize)}
      <div slot="foot">
        ${
          made === undefined
            ? html`<button class="ln-button" type="button" @click=${this.#close}>${text('ln.cancel')}</button>
                <button class="ln-button is-primary" type="button" ?disabled=${this.#invite.pending} @click=${this.#onSend}>
                  ${text(this.#options.data?.mails === true ? 'invitation.send' : 'invitation.make')}
                </button>`
            : html`<button class="ln-button" type="button" @click=${this.#close}>${text('ln.close')}</button>`
        }
      </div>
    </ln-dialog>`
  }

  #form() {
    const { text } = this.#localize
    const { again } = this
    const until = dateField(new Date(Date.now() + usualDays * day))
    const tomorrow = dateField(new Date(Date.now() + day))
    return html`<form @submit=${this.#onSubmit} @input=${() => this.#invite.reset()}>
      <div class="invite-two">
        <label class="ln-field">
          <span class="ln-field-label">${text('invitation.email')}</span>
          <input class="ln-input" name="email" type="email" required maxlength="200" autocomplete="off" autofocus />
        </label>
        <label class="ln-field">
          <span class="ln-field-label">${text('invitation.name')}<small>${text('invitation.optional')}</small></span>
          <input class="ln-input" name="name" maxlength="60" autocomplete="off" value=${again?.name ?? ''} />
        </label>
      </div>
      <div class="invite-two">
        ${this.#select('projectId', 'invitation.project', this.#projects.data?.items ?? [], { required: true, chosen: this.#onProject, present: again?.project.id })}
        ${this.#select('organisationId', 'invitation.organisation', this.#organisations.data?.items ?? [], { present: again?.organisationId })}
      </div>
      <div class="invite-two">
        ${this.#select('roleId', 'invitation.role', this.#options.data?.roles ?? [], { required: true, present: again?.role.id })}
        <label class="ln-field">
          <span class="ln-field-label">${text('invitation.expires')}<small>${text('invitation.expires.hint')}</small></span>
          <input class="ln-input" name="until" type="date" required min=${tomorrow} value=${until} />
        </label>
      </div>
      ${this.#sees()}
      <ln-problem .problem=${this.#invite.problem ?? this.#options.problem}></ln-problem>
    </form>`
  }

  /** What the person will see, before anything is sent. */
  #sees() {
    const { text } = this.#localize
    const project = this.#projects.data?.items.find(({ id }) => id === this.projectId)
    if (project === undefined) return nothing
    const people = this.#options.data?.people ?? []
    return html`<section class="invite-sees">
      <h3>${text('invitation.preview')}</h3>
      <p>${text('invitation.preview.project', { project: project.name })}</p>
      <p class="invite-people">
        <span class="ln-stack">${people.slice(0, shownPeople).map((person) => avatar(person, { size: 24 }))}</span>
        <span>${text('invitation.preview.people', { count: people.length })}</span>
      </p>
      ${invitationParts(this.#options.data?.parts ?? [], this.#localize)}
      <p class="invite-hidden">${icon(lock, 14)}<span>${text('invitation.preview.nothing-else')}</span></p>
    </section>`
  }

  #select(
    name: string,
    label: string,
    choices: readonly { readonly id: string; readonly name: string }[],
    { required = false, chosen, present }: { required?: boolean; chosen?: (event: Event) => void; present?: string | null | undefined },
  ): TemplateResult {
    const { text } = this.#localize
    return html`<div class="ln-field">
      <label class="ln-field-label" for=${name}
        >${text(label)}${required ? nothing : html`<small>${text('invitation.optional')}</small>`}</label
      >
      <span class="ln-select-wrap">
        <select class="ln-select" id=${name} name=${name} ?required=${required} @change=${chosen ?? nothing}>
          <option value="">${text(required ? 'invitation.choose' : 'invitation.none')}</option>
          ${choices.map((choice) => html`<option value=${choice.id} ?selected=${choice.id === present}>${choice.name}</option>`)}
        </select>
        ${icon(chevronDown)}
      </span>
    </div>`
  }

  readonly #onProject = (event: Event) => {
    this.projectId = (event.target as HTMLSelectElement).value
  }
  /** The button stands outside the form's tree: a slot of the dialog. */
  readonly #onSend = () => this.renderRoot.querySelector('form')?.requestSubmit()
  readonly #close = () => this.renderRoot.querySelector<LnDialog>('ln-dialog')?.removeAttribute('open')

  readonly #onSubmit = async (event: SubmitEvent) => {
    event.preventDefault()
    await this.#invite.start(Object.fromEntries(new FormData(event.currentTarget as HTMLFormElement)) as unknown as Typed)
  }
}
define('ln-invite-dialog', LnInviteDialog)

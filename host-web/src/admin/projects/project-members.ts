import type { PersonSummary } from '@liaison/sdk'
import {
  deleteProjectMember,
  type ListedMember,
  listProjectMembers,
  listProjectRoleChoices,
  type Project,
  putProjectMember,
  type RoleChoice,
} from '@liaison/sdk/platform'
import {
  Action,
  ApiController,
  avatar,
  define,
  each,
  externalBadge,
  icon,
  LocalizeController,
  partsStyles,
  skeletonRows,
  ToastController,
} from '@liaison/sdk/web'
import { chevronDown, x } from '@liaison/sdk/icons'
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { EveryController } from '../every-controller.ts'
import type { PersonChosenEvent } from '../person-search/person-chosen.event.ts'
import '../person-search/person-search.ts'
import { ProjectSavedEvent } from './project-saved.event.ts'

const styles = css`
  :host {
    display: block;
  }
  section {
    border-top: var(--ln-hairline) solid var(--ln-border);
  }
  ln-person-search {
    margin-bottom: var(--ln-space-2);
  }
  li {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
    min-height: 44px;
    padding-inline-start: var(--ln-space-2);
  }
  .name {
    display: grid;
    flex: 1;
    min-width: 0;
  }
  .name > span {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  small,
  .none,
  .role {
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .ln-select-wrap {
    flex: none;
    width: 116px;
  }
  .ln-select {
    height: 28px;
    border-color: transparent;
    background: transparent;
    font: var(--ln-text-small);
  }
  li:hover .ln-select:not(:focus-visible) {
    border-color: var(--ln-border-control);
  }
  .ln-select-wrap > .ln-icon {
    top: 6px;
  }

  @media (max-width: 719px) {
    .ln-select {
      height: var(--ln-target);
    }
    .ln-select-wrap > .ln-icon {
      top: 14px;
    }
  }
`

/** Who takes part in a project, with the role in it; people outside are marked. @fires ln-project-saved */
export class LnProjectMembers extends LitElement {
  static override properties = { project: { attribute: false } }
  static override styles = [...partsStyles, styles]
  declare project: Project

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #toasts = new ToastController(this)
  #members = new EveryController(this, listProjectMembers, () => ({ params: { id: this.project.id }, query: {} }))
  #roles = new EveryController(this, listProjectRoleChoices, () =>
    this.project.managed ? { params: { id: this.project.id }, query: {} } : undefined,
  )
  /** Takes part with a role (null: without one), or not any more (undefined) */
  #place = new Action(this, async (person: Pick<PersonSummary, 'id' | 'name'>, roleId: string | null | undefined, back?: () => void) => {
    const { id, name: project } = this.project
    const params = { id, personId: person.id }
    await (roleId === undefined
      ? this.#api.call(deleteProjectMember, { params })
      : this.#api.call(putProjectMember, { params, body: { roleId } }))
    await this.#members.reload()
    this.dispatchEvent(new ProjectSavedEvent(this.project))
    this.#toasts.show({
      text: this.#localize.text(roleId === undefined ? 'admin.projects.left' : 'admin.projects.joined', { name: person.name, project }),
      ...(back !== undefined && { action: { label: this.#localize.text('admin.undo'), run: back } }),
    })
  })

  override render() {
    const { text } = this.#localize
    const { data, problem, reload } = this.#members
    const { managed, archivedAt } = this.project
    return html`<section class="ln-block" aria-labelledby="members">
      <div class="ln-block-head">
        <h3 id="members">${text('admin.projects.members')}</h3>
        ${data === undefined ? nothing : html`<small>${this.#localize.number(data.length)}</small>`}
      </div>
      <ln-problem .problem=${this.#place.problem ?? this.#roles.problem}></ln-problem>
      ${
        managed && archivedAt === null
          ? html`<ln-person-search
              label=${text('admin.projects.add')}
              .exclude=${data?.map(({ personId }) => personId) ?? []}
              @ln-person-chosen=${({ person }: PersonChosenEvent) => this.#onJoin(person)}
            ></ln-person-search>`
          : nothing
      }
      ${problem === undefined ? nothing : html`<ln-problem .problem=${problem} retry @ln-retry=${reload}></ln-problem>`}
      ${
        data === undefined
          ? html`<div aria-busy="true">${problem === undefined ? skeletonRows(4) : nothing}</div>`
          : data.length === 0
            ? html`<p class="none">${text('admin.projects.members.none')}</p>`
            : html`<ul>
                ${each(
                  data,
                  ({ personId }) => personId,
                  (member) => this.#member(member),
                )}
              </ul>`
      }
    </section>`
  }

  #member(member: ListedMember): TemplateResult {
    const { text } = this.#localize
    const person = member.person ?? {
      ...{ id: member.personId, name: text('admin.projects.unseen'), kind: 'internal' as const, affiliation: null, disabled: false },
    }
    const role = this.#roles.data?.find(({ id }) => id === member.roleId)
    return html`<li>
      ${avatar(person, { size: 24 })}
      <span class="name"
        ><span><span class="ln-row-title">${person.name}</span>${person.kind === 'external' ? externalBadge(this.#localize) : nothing}</span
        ><small>${person.disabled ? text('admin.people.state.disabled') : (person.affiliation ?? '')}</small></span
      >
      ${this.project.managed ? this.#roleField(member, person) : html`<span class="role">${role?.name ?? ''}</span>`}
      ${
        this.project.managed
          ? html`<button
              class="ln-button is-icon is-quiet is-small"
              type="button"
              aria-label=${text('admin.projects.remove', { name: person.name })}
              ?disabled=${this.#place.pending}
              @click=${() => this.#onLeave(member, person)}
            >
              ${icon(x)}
            </button>`
          : nothing
      }
    </li>`
  }

  #roleField(member: ListedMember, person: PersonSummary): TemplateResult {
    const { text } = this.#localize
    const choices = (this.#roles.data ?? []).filter((role) => role.id === member.roleId || suits(role, person))
    return html`<span class="ln-select-wrap"
      ><select
        class="ln-select"
        aria-label=${text('admin.projects.role', { name: person.name })}
        ?disabled=${this.#place.pending}
        @change=${(event: Event) => this.#onRole(member, person, (event.target as HTMLSelectElement).value || null)}
      >
        <option value="" ?selected=${member.roleId === null}>${text('admin.projects.role.none')}</option>
        ${choices.map(({ id, name }) => html`<option value=${id} ?selected=${id === member.roleId}>${name}</option>`)}</select
      >${icon(chevronDown)}</span
    >`
  }

  #onJoin(person: PersonSummary) {
    void this.#place.start(person, null, () => void this.#place.start(person, undefined))
  }
  #onLeave({ roleId }: ListedMember, person: PersonSummary) {
    void this.#place.start(person, undefined, () => void this.#place.start(person, roleId))
  }
  #onRole({ roleId: before }: ListedMember, person: PersonSummary, roleId: string | null) {
    void this.#place.start(person, roleId, () => void this.#place.start(person, before))
  }
}

/** Somebody from outside takes a role for people outside. */
const suits = ({ grantable, external }: RoleChoice, { kind }: PersonSummary): boolean => grantable && external === (kind === 'external')
define('ln-project-members', LnProjectMembers)

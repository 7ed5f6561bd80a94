import { type DirectoryPerson, listPeople } from '@liaison/sdk'
import { deleteDepartmentPerson, putDepartmentPerson } from '@liaison/sdk/platform'
import {
  Action,
  ApiController,
  avatar,
  ContextController,
  define,
  externalBadge,
  icon,
  LocalizeController,
  more,
  PagesController,
  partsStyles,
  skeletonRows,
  ToastController,
} from '@liaison/sdk/web'
import { x } from '@liaison/sdk/icons'
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { adminPath } from '../admin-area.ts'
import type { PersonChosenEvent } from '../person-search/person-chosen.event.ts'
import '../person-search/person-search.ts'
import type { DepartmentNode, TreeRights } from './department-model.ts'
import { DepartmentsChangedEvent } from './departments-changed.event.ts'

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
  }
  li > a {
    min-width: 0;
  }
  .off {
    color: var(--ln-text-3);
  }
  .none {
    color: var(--ln-text-3);
  }
`

/** Who is in a department: found and taken in, put out again. @fires ln-departments-changed */
export class LnDepartmentPeople extends LitElement {
  static override properties = { node: { attribute: false }, rights: { attribute: false } }
  static override styles = [...partsStyles, styles]
  declare node: DepartmentNode
  declare rights: TreeRights

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #toasts = new ToastController(this)
  #queries = new ContextController(this, 'queries')
  #people = new PagesController(this, listPeople, () => ({ query: { departmentId: this.node.department.id, limit: 100 } }))
  #place = new Action(this, async (person: DirectoryPerson, isIn: boolean, undoable: boolean) => {
    const { id, name: department } = this.node.department
    const path = { params: { id, personId: person.id } }
    await (isIn ? this.#api.call(putDepartmentPerson, path) : this.#api.call(deleteDepartmentPerson, path))
    await this.#queries.service.invalidate(listPeople)
    this.dispatchEvent(new DepartmentsChangedEvent())
    this.#toasts.show({
      text: this.#localize.text(isIn ? 'admin.departments.joined' : 'admin.departments.left', { name: person.name, department }),
      ...(undoable && { action: { label: this.#localize.text('admin.undo'), run: () => void this.#place.start(person, !isIn, false) } }),
    })
  })

  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('node') || changed.get('node')?.department.id === this.node.department.id) return
    this.#place.reset()
  }

  override render() {
    const { text, number } = { text: this.#localize.text, number: (value: number) => this.#localize.number(value) }
    const { department } = this.node
    const { items: people, problem, refetch } = this.#people
    return html`<section class="ln-block" aria-labelledby="people">
      <div class="ln-block-head">
        <h3 id="people">${text('admin.departments.people')}</h3>
        <small>${number(department.people)}</small>
      </div>
      <ln-problem .problem=${this.#place.problem}></ln-problem>
      ${
        department.managed
          ? html`<ln-person-search
              label=${text('admin.departments.add')}
              .among=${{ kind: 'internal', ...(this.rights.everywhere ? {} : { manageable: true }) }}
              .exclude=${people?.map(({ id }) => id) ?? []}
              @ln-person-chosen=${(event: PersonChosenEvent) => this.#place.start(event.person, true, true)}
            ></ln-person-search>`
          : nothing
      }
      ${problem === undefined ? nothing : html`<ln-problem .problem=${problem} retry @ln-retry=${refetch}></ln-problem>`}
      ${
        people === undefined
          ? html`<div aria-busy="true">${problem === undefined ? skeletonRows(4) : nothing}</div>`
          : people.length === 0
            ? html`<p class="none">${text('admin.departments.empty')}</p>`
            : this.#list(people)
      }
    </section>`
  }

  #list(people: readonly DirectoryPerson[]): TemplateResult {
    const { text } = this.#localize
    return html`<ul>
        ${people.map(
          (person) =>
            html`<li>
              <a class="ln-row" href="${adminPath}/people?person=${person.id}"
                >${avatar(person, { size: 24 })}<span class="ln-row-main ln-row-title ${person.disabled ? 'off' : ''}">${person.name}</span
                >${person.kind === 'external' ? externalBadge(this.#localize) : nothing}<span class="ln-row-end"
                  >${person.disabled ? text('admin.people.state.disabled') : (person.title ?? '')}</span
                ></a
              >
              ${
                this.node.department.managed
                  ? html`<button
                      class="ln-button is-icon is-quiet is-small"
                      type="button"
                      aria-label=${text('admin.departments.remove', { name: person.name })}
                      ?disabled=${this.#place.pending}
                      @click=${() => this.#place.start(person, false, true)}
                    >
                      ${icon(x)}
                    </button>`
                  : nothing
              }
            </li>`,
        )}
      </ul>
      ${more(this.#people, this.#localize)}`
  }
}
define('ln-department-people', LnDepartmentPeople)

import { type DirectoryPerson, listPeople } from '@liaison/sdk'
import { changePerson, type Organisation } from '@liaison/sdk/platform'
import {
  Action,
  ApiController,
  avatar,
  ContextController,
  define,
  LocalizeController,
  partsStyles,
  skeletonRows,
  ToastController,
} from '@liaison/sdk/web'
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { adminPath } from '../admin-area.ts'
import { EveryController } from '../every-controller.ts'
import type { PersonChosenEvent } from '../person-search/person-chosen.event.ts'
import '../person-search/person-search.ts'
import '../reveal/reveal.ts'
import { OrganisationSavedEvent } from './organisation-saved.event.ts'

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
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 2px var(--ln-space-2);
    padding: var(--ln-space-2);
  }
  li > .ln-avatar {
    grid-row: span 2;
  }
  a {
    color: inherit;
  }
  .off,
  .none,
  small {
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 2px var(--ln-space-3);
    color: var(--ln-text-2);
    font: var(--ln-text-small);
  }
`

/** The people of an outside company, their phone and mail masked; somebody from outside is added by search. @fires ln-organisation-saved */
export class LnOrganisationPeople extends LitElement {
  static override properties = { organisation: { attribute: false }, locked: { type: Boolean } }
  static override styles = [...partsStyles, styles]
  declare organisation: Organisation
  declare locked: boolean

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #toasts = new ToastController(this)
  #queries = new ContextController(this, 'queries')
  #people = new EveryController(this, listPeople, () => ({ query: { organisationId: this.organisation.id } }))
  #join = new Action(this, async (personId: string, organisationId: string | null, back: string | null | undefined) => {
    const { name } = await this.#api.call(changePerson, { params: { id: personId }, body: { organisationId } })
    await this.#queries.service.invalidate(listPeople)
    await this.#people.reload()
    this.dispatchEvent(new OrganisationSavedEvent(this.organisation))
    const undo = { label: this.#localize.text('admin.undo'), run: () => void this.#join.start(personId, back ?? null, undefined) }
    this.#toasts.show({
      text: this.#localize.text(back === undefined ? 'admin.people.saved' : 'admin.organisations.joined', {
        name,
        organisation: this.organisation.name,
      }),
      ...(back !== undefined && { action: undo }),
    })
  })

  override render() {
    const { text } = this.#localize
    const { data, problem, reload } = this.#people
    return html`<section class="ln-block" aria-labelledby="people">
      <div class="ln-block-head">
        <h3 id="people">${text('admin.organisations.people')}</h3>
        ${data === undefined ? nothing : html`<small>${this.#localize.number(data.length)}</small>`}
      </div>
      <ln-problem .problem=${this.#join.problem}></ln-problem>
      ${
        this.locked
          ? nothing
          : html`<ln-person-search
              label=${text('admin.organisations.add')}
              .among=${{ kind: 'external' }}
              .exclude=${data?.map(({ id }) => id) ?? []}
              @ln-person-chosen=${({ person }: PersonChosenEvent) => this.#join.start(person.id, this.organisation.id, person.organisationId)}
            ></ln-person-search>`
      }
      ${problem === undefined ? nothing : html`<ln-problem .problem=${problem} retry @ln-retry=${reload}></ln-problem>`}
      ${
        data === undefined
          ? html`<div aria-busy="true">${problem === undefined ? skeletonRows(3) : nothing}</div>`
          : data.length === 0
            ? html`<p class="none">${text('admin.organisations.people.none')}</p>`
            : html`<ul>
                ${data.map((person) => this.#person(person))}
              </ul>`
      }
    </section>`
  }

  #person(person: DirectoryPerson): TemplateResult {
    const { text } = this.#localize
    const { id, name, title, disabled } = person
    const way = (field: 'phone' | 'email') =>
      person[field] === null
        ? nothing
        : html`<ln-reveal .personId=${id} .name=${name} .field=${field} .masked=${person[field] ?? ''}></ln-reveal>`
    return html`<li>
      ${avatar(person, { size: 32 })}
      <span
        ><a href="${adminPath}/people?person=${id}">${name}</a>
        <small>${disabled ? text('admin.people.state.disabled') : (title ?? '')}</small></span
      >
      <span class="ways">${way('phone')}${way('email')}</span>
    </li>`
  }
}
define('ln-organisation-people', LnOrganisationPeople)

import { type DirectoryPerson, listPeople } from '@liaison/sdk'
import {
  avatar,
  define,
  empty,
  externalBadge,
  LocalizeController,
  partsStyles,
  personActions,
  QueryController,
  SessionController,
  skeletonRows,
} from '@liaison/sdk/web'
import { users } from '@liaison/sdk/icons'
import { css, html, LitElement, nothing } from 'lit'
import { ContributionsController } from '../shell/contributions-controller.ts'
import { ServicesController } from '../shell/services-controller.ts'

const styles = css`
  :host {
    display: block;
  }
  .ln-row {
    min-height: var(--ln-row-l);
    text-align: start;
  }
`
const shownAtOnce = 6

/** Home card: the people of my department, or of my projects for somebody from outside. Choosing one opens a conversation. */
export class LnPeopleCard extends LitElement {
  static override styles = [...partsStyles, styles]

  #localize = new LocalizeController(this)
  #session = new SessionController(this)
  #services = new ServicesController(this)
  #people = new QueryController(this, listPeople, () => {
    const [departmentId] = this.#session.me.departmentIds
    return { query: { limit: shownAtOnce + 1, disabled: false, ...(departmentId !== undefined && { departmentId }) } }
  })

  constructor() {
    super()
    // what one can do with a person comes with the modules
    new ContributionsController(this)
  }

  override render() {
    const { text } = this.#localize
    const { data, problem, refetch } = this.#people
    if (data === undefined)
      return problem === undefined
        ? html`<div aria-busy="true">${skeletonRows(3)}</div>`
        : html`<ln-problem .problem=${problem} retry @ln-retry=${refetch}></ln-problem>`
    const people = data.items.filter(({ id }) => id !== this.#session.me.id).slice(0, shownAtOnce)
    if (people.length === 0) return empty({ icon: users, title: text('home.people.none'), text: text('home.people.none.text') })
    return html`<ul>
      ${people.map((person) => html`<li>${this.#row(person)}</li>`)}
    </ul>`
  }

  #row(person: DirectoryPerson) {
    const { all } = this.#services
    const [action] = all.slots.of(personActions)
    const isExternal = person.kind === 'external'
    const content = html`${avatar(person)}
      <span class="ln-row-main">
        <span class="ln-row-title">${person.name} ${isExternal ? externalBadge(this.#localize) : nothing}</span>
        <span class="ln-row-sub">${[person.title, person.affiliation].filter((part) => part !== null).join('，')}</span>
      </span>`
    if (action === undefined) return html`<div class="ln-row">${content}</div>`
    return html`<button class="ln-row" type="button" title=${this.#localize.text(action.title)} @click=${() => void action.run(person, all)}>
      ${content}
    </button>`
  }
}
define('ln-people-card', LnPeopleCard)

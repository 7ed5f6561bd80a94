import { type DirectoryPerson, isProblem, listPeople } from '@liaison/sdk'
import { listProjects, peopleManage, projectsRead } from '@liaison/sdk/platform'
import {
  ApiController,
  avatar,
  define,
  empty,
  externalBadge,
  LocalizeController,
  partsStyles,
  type PersonAction,
  personActions,
  QueryController,
  SessionController,
  skeletonRows,
  ToastController,
} from '@liaison/sdk/web'
import { users } from '@liaison/sdk/icons'
import { css, html, LitElement, nothing } from 'lit'
import { ContributionsController } from '../shell/contributions-controller.ts'
import { ServicesController } from '../shell/services-controller.ts'
import { projectsShown } from './home-cards.ts'

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
const teamAtMost = 50

/** Home card: the people of my department, then those of my projects. Choosing one opens a conversation. */
export class LnPeopleCard extends LitElement {
  static override properties = { team: { state: true } }
  static override styles = [...partsStyles, styles]

  /** Those of the projects that I take part in */
  declare team: readonly DirectoryPerson[]

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #session = new SessionController(this)
  #services = new ServicesController(this)
  #toasts = new ToastController(this)
  #near = new QueryController(this, listPeople, () => {
    const { departmentIds, kind } = this.#session.me
    const [departmentId] = departmentIds
    // From outside one sees the people of one's projects and nobody else.
    if (departmentId === undefined) return kind === 'external' ? { query: { limit: shownAtOnce + 1, disabled: false } } : undefined
    return { query: { limit: shownAtOnce + 1, disabled: false, departmentId } }
  })
  #projects = new QueryController(this, listProjects, () =>
    this.#session.may(projectsRead) ? { query: { limit: projectsShown } } : undefined,
  )
  #askedFor: readonly string[] = []

  constructor() {
    super()
    this.team = []
    // what one can do with a person comes with the modules
    new ContributionsController(this)
  }

  override updated() {
    const projects = this.#projects.data?.items.map(({ id }) => id) ?? []
    if (projects.join() !== this.#askedFor.join()) void this.#askTeam(projects)
  }

  override render() {
    const { text } = this.#localize
    const { me } = this.#session
    const { data, problem, refetch } = this.#near
    const asksNobody = me.kind === 'internal' && me.departmentIds.length === 0
    if (data === undefined && !asksNobody)
      return problem === undefined
        ? html`<div aria-busy="true">${skeletonRows(3)}</div>`
        : html`<ln-problem .problem=${problem} retry @ln-retry=${refetch}></ln-problem>`
    const byId = new Map([...(data?.items ?? []), ...this.team].map((person) => [person.id, person]))
    const people = [...byId.values()].filter(({ id }) => id !== me.id).slice(0, shownAtOnce)
    if (people.length === 0)
      return empty({
        icon: users,
        title: text('home.people.none'),
        text: text('home.people.none.text'),
        ...(this.#session.may(peopleManage) && { action: html`<a class="ln-button" href="/admin/people">${text('home.people.add')}</a>` }),
      })
    return html`<ul>
      ${people.map((person) => html`<li>${this.#row(person)}</li>`)}
    </ul>`
  }

  #row(person: DirectoryPerson) {
    const { all } = this.#services
    const action = all.slots.of(personActions).find(({ permission }) => permission === undefined || this.#session.may(permission))
    const isExternal = person.kind === 'external'
    const content = html`${avatar(person)}
      <span class="ln-row-main">
        <span class="ln-row-title">${person.name} ${isExternal ? externalBadge(this.#localize) : nothing}</span>
        <span class="ln-row-sub">${[person.title, person.affiliation].filter((part) => part !== null).join('，')}</span>
      </span>`
    if (action === undefined) return html`<div class="ln-row">${content}</div>`
    return html`<button class="ln-row" type="button" title=${this.#localize.text(action.title)} @click=${() => this.#run(action, person)}>
      ${content}
    </button>`
  }

  async #askTeam(projects: readonly string[]) {
    this.#askedFor = projects
    try {
      const teams = await Promise.all(
        projects.map((projectId) => this.#api.call(listPeople, { query: { limit: teamAtMost, disabled: false, projectId } })),
      )
      const { me } = this.#session
      this.team = teams.flatMap(({ items }) => (items.some(({ id }) => id === me.id) ? items : []))
    } catch (error) {
      // the department is there already; what could not be asked now is asked with the next page
      if (!isProblem(error)) throw error
    }
  }

  async #run(action: PersonAction, person: DirectoryPerson) {
    try {
      await action.run(person, this.#services.all)
    } catch (error) {
      if (!isProblem(error)) throw error
      this.#toasts.show({ text: this.#localize.problem(error) })
    }
  }
}
define('ln-people-card', LnPeopleCard)

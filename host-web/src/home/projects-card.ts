import { isProblem, listPeople, type PersonSummary, peopleRead } from '@liaison/sdk'
import { listProjects, type Project, projectsManage } from '@liaison/sdk/platform'
import {
  ApiController,
  avatar,
  define,
  empty,
  groupAvatar,
  LocalizeController,
  partsStyles,
  projectLinks,
  QueryController,
  SessionController,
  skeletonRows,
} from '@liaison/sdk/web'
import { folder } from '@liaison/sdk/icons'
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
  }
`
const facesShown = 4

/** Home card: the projects that I see, the newest first, with who takes part. */
export class LnProjectsCard extends LitElement {
  static override properties = { faces: { state: true } }
  static override styles = [...partsStyles, styles]
  declare faces: ReadonlyMap<string, readonly PersonSummary[]>

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #session = new SessionController(this)
  #services = new ServicesController(this)
  #projects = new QueryController(this, listProjects, () => ({ query: { limit: projectsShown } }))
  #asked = new Set<string>()

  constructor() {
    super()
    this.faces = new Map()
    // where a project leads comes with the modules
    new ContributionsController(this)
  }

  override updated() {
    for (const { id } of this.#projects.data?.items ?? []) if (!this.#asked.has(id)) void this.#askFaces(id)
  }

  override render() {
    const { text } = this.#localize
    const { data, problem, refetch } = this.#projects
    if (data === undefined)
      return problem === undefined
        ? html`<div aria-busy="true">${skeletonRows(3)}</div>`
        : html`<ln-problem .problem=${problem} retry @ln-retry=${refetch}></ln-problem>`
    if (data.items.length === 0)
      return empty({
        icon: folder,
        title: text('home.projects.none'),
        text: text('home.projects.none.text'),
        ...(this.#session.may(projectsManage) && {
          action: html`<a class="ln-button" href="/admin/projects">${text('home.projects.add')}</a>`,
        }),
      })
    return html`<ul>
      ${data.items.map((project) => html`<li>${this.#row(project)}</li>`)}
    </ul>`
  }

  #row(project: Project) {
    const { all } = this.#services
    const href = all.slots.of(projectLinks).reduce<string | undefined>((found, { href }) => found ?? href(project.id, all), undefined)
    const people = this.faces.get(project.id) ?? []
    const external = people.some(({ kind }) => kind === 'external')
    const content = html`${groupAvatar(project.name, { external })}
      <span class="ln-row-main">
        <span class="ln-row-title">${project.name}</span>
        <span class="ln-row-sub">${project.description ?? project.key}</span>
      </span>
      ${
        people.length === 0
          ? nothing
          : html`<span class="ln-stack" role="img" aria-label=${this.#localize.list(people.slice(0, facesShown).map(({ name }) => name))}
              >${people.slice(0, facesShown).map((person) => avatar(person, { size: 20 }))}</span
            >`
      }`
    return href === undefined ? html`<div class="ln-row">${content}</div>` : html`<a class="ln-row" href=${href}>${content}</a>`
  }

  /** Faces are an ornament: without them the row stays as it is. */
  async #askFaces(projectId: string) {
    this.#asked.add(projectId)
    if (!this.#session.may(peopleRead)) return
    try {
      const { items } = await this.#api.call(listPeople, { query: { projectId, limit: facesShown, disabled: false } })
      this.faces = new Map(this.faces).set(projectId, items)
    } catch (error) {
      if (!isProblem(error)) throw error
    }
  }
}
define('ln-projects-card', LnProjectsCard)

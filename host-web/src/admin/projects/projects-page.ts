import { peopleRead } from '@liaison/sdk'
import { changeProject, getProject, listDepartments, listProjects, type Project } from '@liaison/sdk/platform'
import {
  Action,
  ApiController,
  ContextController,
  define,
  each,
  empty,
  groupAvatar,
  icon,
  LocalizeController,
  menu,
  more,
  navigate,
  PagesController,
  partsStyles,
  QueryController,
  type Route,
  SessionController,
  skeletonRows,
  tableStyles,
  ToastController,
} from '@liaison/sdk/web'
import { chevronLeft, ellipsis, folderOpen, inbox, plus, rotateCcw, search, searchX, x } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { adminPath } from '../admin-area.ts'
import { detailHeading } from '../detail-heading.ts'
import { EveryController } from '../every-controller.ts'
import { tablePageStyles } from '../table-page.styles.ts'
import { PaneFocusController } from '../pane-focus-controller.ts'
import type { ProjectSavedEvent } from './project-saved.event.ts'
import './project-form.ts'
import './project-members.ts'

const projectsPath = `${adminPath}/projects`
/** In the address, instead of an id */
const fresh = 'new'

/** The projects: opened, named, staffed, put away. */
export class LnAdminProjects extends LitElement {
  static override properties = {
    route: { attribute: false },
    query: { state: true },
    archived: { state: true },
  }
  static override styles = [...partsStyles, tableStyles, tablePageStyles]
  declare route: Route | undefined
  declare query: string
  declare archived: boolean

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #session = new SessionController(this)
  #toasts = new ToastController(this)
  #queries = new ContextController(this, 'queries')
  #projects = new PagesController(this, listProjects, () => ({ query: this.#asked }))
  /** One that is on no page that is shown */
  #other = new QueryController(this, getProject, () => {
    const id = this.#chosen
    const isKnown = this.#projects.items === undefined || this.#listed.some((one) => one.id === id)
    return id === undefined || id === fresh || isKnown ? undefined : { params: { id } }
  })
  #departments = new EveryController(this, listDepartments, () => (this.#session.may(peopleRead) ? { query: {} } : undefined))
  #archive = new Action(this, async ({ id, name }: Project, archived: boolean, undoable: boolean) => {
    const project = await this.#api.call(changeProject, { params: { id }, body: { archived } })
    await this.#reload()
    this.#toasts.show({
      text: this.#localize.text(archived ? 'admin.projects.archived' : 'admin.projects.restored', { name }),
      ...(undoable && {
        action: { label: this.#localize.text('admin.undo'), run: () => void this.#archive.start(project, !archived, false) },
      }),
    })
  })

  constructor() {
    super()
    this.query = ''
    this.archived = false
    new PaneFocusController(this)
  }

  override render() {
    const { text } = this.#localize
    const { items, problem, refetch } = this.#projects
    const project = this.#listed.find(({ id }) => id === this.#chosen) ?? this.#other.data
    const isOpen = this.#chosen === fresh || project !== undefined
    return html`<div class="ln-panes" data-pane=${isOpen ? 'detail' : 'content'}>
      <section class="ln-content">
        <header class="ln-head">
          <a class="ln-button is-icon is-quiet ln-phone ln-back" href=${adminPath} aria-label=${text('admin.back')}>${icon(chevronLeft)}</a>
          <h1>${text('admin.projects')}</h1>
          <div class="ln-head-end">
            <a class="ln-button is-primary" href="${projectsPath}?project=${fresh}">${icon(plus)}${text('admin.projects.new')}</a>
          </div>
        </header>
        ${this.#tools()} ${problem === undefined ? nothing : html`<ln-problem .problem=${problem} retry @ln-retry=${refetch}></ln-problem>`}
        <ln-problem .problem=${this.#archive.problem}></ln-problem>
        ${
          items === undefined
            ? html`<div class="table-waiting" aria-busy="true">${problem === undefined ? skeletonRows(8) : nothing}</div>`
            : this.#table(this.#listed, project)
        }
      </section>
      ${isOpen ? this.#detail(project) : nothing}
    </div>`
  }

  #tools(): TemplateResult {
    const { text } = this.#localize
    return html`<div class="ln-tools" role="search">
      <span class="ln-input-wrap"
        >${icon(search)}<input
          class="ln-input"
          type="search"
          maxlength="60"
          placeholder=${text('admin.projects.search')}
          aria-label=${text('admin.projects.search')}
          @input=${(event: Event) => this.#narrow((event.target as HTMLInputElement).value.trim(), this.archived)}
      /></span>
      <div class="ln-segmented is-small" role="group" aria-label=${text('admin.projects.state')}>
        ${[false, true].map(
          (archived) =>
            html`<button
              type="button"
              aria-pressed=${archived === this.archived ? 'true' : 'false'}
              @click=${() => this.#narrow(this.query, archived)}
            >
              ${text(archived ? 'admin.projects.state.archived' : 'admin.projects.state.open')}
            </button>`,
        )}
      </div>
    </div>`
  }

  #table(projects: readonly Project[], open: Project | undefined): TemplateResult {
    const { text } = this.#localize
    if (projects.length === 0)
      return html`<div class="table-waiting">
        ${
          this.query === '' && !this.archived
            ? empty({ icon: folderOpen, title: text('admin.projects.none'), text: text('admin.projects.none.hint') })
            : empty({ icon: searchX, title: text('admin.projects.nothing') })
        }
      </div>`
    return html`<div class="ln-scroll" tabindex="0" aria-label=${text('admin.projects')} role="region">
      <table class="ln-table table-page">
        <thead>
          <tr>
            <th scope="col">${text('admin.projects.name')}</th>
            <th scope="col">${text('admin.projects.key')}</th>
            <th scope="col">${text('admin.projects.department')}</th>
            <th scope="col" class="is-end">${text('admin.projects.members')}</th>
          </tr>
        </thead>
        <tbody>
          ${each(
            projects,
            ({ id }) => id,
            (project) => this.#row(project, project.id === open?.id),
          )}
        </tbody>
      </table>
      ${more(this.#projects, this.#localize)}
    </div>`
  }

  #row({ id, key, name, departmentId, people }: Project, isOpen: boolean): TemplateResult {
    return html`<tr class=${isOpen ? 'is-selected' : ''}>
      <td>
        <a href="${projectsPath}?project=${id}" aria-current=${isOpen ? 'true' : nothing}
          >${groupAvatar(name, { size: 24 })}<span class="ln-row-title">${name}</span></a
        >
      </td>
      <td class="is-fact">${key}</td>
      <td class="is-fact">${this.#departments.data?.find((one) => one.id === departmentId)?.name ?? ''}</td>
      <td class="is-fact is-end">${this.#localize.number(people)}</td>
    </tr>`
  }

  #detail(project: Project | undefined): TemplateResult {
    const { text } = this.#localize
    return html`<section class="ln-detail" aria-label=${text('admin.projects.detail')} @ln-project-saved=${this.#onSaved}>
      <header class="ln-head">
        <a class="ln-button is-icon is-quiet ln-phone ln-back" href=${projectsPath} aria-label=${text('admin.projects.close')}
          >${icon(chevronLeft)}</a
        >
        ${detailHeading(text('admin.projects'), project?.name ?? text('admin.projects.new'))}
        ${project === undefined || project.archivedAt === null ? nothing : html`<span class="ln-badge">${text('admin.projects.state.archived')}</span>`}
        <div class="ln-head-end">
          ${project?.managed === true ? this.#acts(project) : nothing}
          <a class="ln-button is-icon is-quiet ln-desk" href=${projectsPath} aria-label=${text('admin.projects.close')}>${icon(x)}</a>
        </div>
      </header>
      <div class="ln-scroll">
        ${keyed(project?.id, html`<ln-project-form .project=${project} .departments=${this.#departments.data ?? []}></ln-project-form>`)}
        ${project === undefined ? nothing : html`<ln-project-members .project=${project}></ln-project-members>`}
      </div>
    </section>`
  }

  #acts(project: Project): TemplateResult {
    const { text } = this.#localize
    const label = text('admin.departments.acts')
    const isOpen = project.archivedAt === null
    const item = {
      label: text(isOpen ? 'admin.projects.archive' : 'admin.projects.restore'),
      icon: isOpen ? inbox : rotateCcw,
      run: () => void this.#archive.start(project, isOpen, true),
    }
    return html`<button class="ln-button is-icon is-quiet" type="button" popovertarget="acts" aria-haspopup="menu" aria-label=${label}>
        ${icon(ellipsis)}</button
      >${menu({ id: 'acts', label, items: [item] })}`
  }

  get #chosen(): string | undefined {
    return this.route?.query.get('project') ?? undefined
  }
  get #listed(): readonly Project[] {
    return this.#projects.items ?? []
  }
  get #asked() {
    return { limit: 100, ...(this.query !== '' && { query: this.query }), ...(this.archived && { archived: true }) }
  }
  #narrow(query: string, archived: boolean) {
    this.query = query
    this.archived = archived
  }
  async #reload() {
    const { service } = this.#queries
    await Promise.all([service.invalidate(listProjects), service.invalidate(getProject)])
  }
  readonly #onSaved = async ({ project: { id } }: ProjectSavedEvent) => {
    await this.#reload()
    if (this.#chosen !== id) navigate(`${projectsPath}?project=${id}`, { replace: true })
  }
}
define('ln-admin-projects', LnAdminProjects)

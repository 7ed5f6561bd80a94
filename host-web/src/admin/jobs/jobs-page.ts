import { deleteJob, type Job, type JobSchedule, listJobs, readJobState, restartJob } from '@liaison/sdk/platform'
import {
  Action,
  ApiController,
  ContextController,
  define,
  each,
  empty,
  icon,
  LocalizeController,
  more,
  PagesController,
  partsStyles,
  QueryController,
  type Route,
  skeletonRows,
  tableStyles,
  ToastController,
} from '@liaison/sdk/web'
import { ban, check, chevronLeft, clock, hourglass, loaderCircle, rotateCcw, timer } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { adminPath } from '../admin-area.ts'
import { jobMessages } from './locales/job-messages.ts'
import { styles } from './jobs-page.styles.ts'

const jobsPath = `${adminPath}/jobs`
const states = ['dead', 'waiting', 'running', 'done'] as const
type Tab = (typeof states)[number] | 'schedules'
const tabs: readonly Tab[] = [...states, 'schedules']
const icons = { dead: ban, waiting: clock, running: loaderCircle, done: check }
const pageSize = 100
const refreshMs = 10_000

/** Background work: what failed and is started again or given up, what waits and runs, and what runs by the clock. */
export class LnAdminJobs extends LitElement {
  static override properties = {
    route: { attribute: false },
    ready: { state: true },
    dropping: { state: true },
  }
  static override styles = [...partsStyles, tableStyles, styles]
  declare route: Route | undefined
  /** The texts are there. */
  declare ready: boolean
  /** What waits for a second yes */
  declare dropping: Job | undefined

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #localizer = new ContextController(this, 'localizer')
  #queries = new ContextController(this, 'queries')
  #toasts = new ToastController(this)
  #timer: ReturnType<typeof setInterval> | undefined
  #state = new QueryController(this, readJobState, () => (this.ready ? {} : undefined))
  #jobs = new PagesController(this, listJobs, () => {
    const tab = this.#tab
    return this.ready && tab !== 'schedules' ? { query: { limit: pageSize, state: tab } } : undefined
  })
  #restart = new Action(this, async ({ id, kind }: Job) => {
    await this.#api.call(restartJob, { params: { id } })
    await this.#changed('jobs.restarted', kind)
  })
  #drop = new Action(this, async ({ id, kind }: Job) => {
    await this.#api.call(deleteJob, { params: { id } })
    await this.#changed('jobs.dropped', kind)
  })

  constructor() {
    super()
    this.ready = false
  }

  override connectedCallback() {
    super.connectedCallback()
    void this.updateComplete.then(() => this.#localizer.service.add('admin.jobs', jobMessages)).then(() => (this.ready = true))
    this.#timer = setInterval(() => {
      if (document.visibilityState === 'visible') void this.#refresh()
    }, refreshMs)
  }
  override disconnectedCallback() {
    super.disconnectedCallback()
    clearInterval(this.#timer)
  }

  override render() {
    if (!this.ready) return nothing
    const { text } = this.#localize
    const tab = this.#tab
    const problem = this.#state.problem ?? this.#jobs.problem
    return html`<header class="ln-head">
        <a class="ln-button is-icon is-quiet ln-phone ln-back" href=${adminPath} aria-label=${text('admin.back')}>${icon(chevronLeft)}</a>
        <h1>${text('admin.jobs')}</h1>
        <div class="ln-head-end">
          <button
            class="ln-button is-icon is-quiet"
            type="button"
            aria-label=${text('jobs.refresh')}
            title=${text('jobs.refresh')}
            @click=${this.#refresh}
          >
            ${icon(rotateCcw)}
          </button>
        </div>
      </header>
      <nav class="ln-subhead ln-tabs" aria-label=${text('jobs.tabs')}>
        ${tabs.map(
          (one) =>
            html`<a href="${jobsPath}?state=${one}" aria-current=${one === tab ? 'page' : nothing}
              >${text(`jobs.${one}`)}${this.#count(one)}</a
            >`,
        )}
      </nav>
      <ln-problem .problem=${this.#restart.problem ?? this.#drop.problem}></ln-problem>
      ${problem === undefined ? nothing : html`<ln-problem .problem=${problem} retry @ln-retry=${this.#refresh}></ln-problem>`}
      ${tab === 'schedules' ? this.#schedules() : this.#list(tab)}
      <ln-dialog
        .open=${this.dropping !== undefined}
        heading=${text('jobs.drop.heading')}
        @ln-dialog-closed=${() => (this.dropping = undefined)}
      >
        <p>${text('jobs.drop.hint')}</p>
        <button slot="foot" class="ln-button" type="button" @click=${() => (this.dropping = undefined)}>${text('admin.cancel')}</button>
        <button slot="foot" class="ln-button is-danger" type="button" @click=${this.#onDrop}>${text('jobs.drop.go')}</button>
      </ln-dialog>`
  }

  get #tab(): Tab {
    return tabs.find((tab) => tab === this.route?.query.get('state')) ?? 'dead'
  }
  #named(kind: string): string {
    const { service } = this.#localizer
    return service.has(`jobs.kind.${kind}`) ? service.text(`jobs.kind.${kind}`) : kind
  }

  #count(tab: Tab): TemplateResult | typeof nothing {
    const { data } = this.#state
    if (data === undefined || tab === 'done') return nothing
    const count = tab === 'schedules' ? data.schedules.length : data[tab]
    return html` <small>${this.#localize.number(count)}</small>`
  }

  #list(tab: Exclude<Tab, 'schedules'>): TemplateResult {
    const { text } = this.#localize
    const { items: jobs } = this.#jobs
    if (jobs === undefined)
      return html`<div class="waiting" aria-busy="true">${this.#jobs.problem === undefined ? skeletonRows(6) : nothing}</div>`
    if (jobs.length === 0) {
      const hint = text(tab === 'dead' ? 'jobs.none.dead.hint' : 'jobs.none.hint')
      return html`<div class="waiting">${empty({ icon: hourglass, title: text(`jobs.none.${tab}`), text: hint })}</div>`
    }
    return html`<div class="ln-scroll" tabindex="0" aria-label=${text('admin.jobs')} role="region">
      <table class="ln-table jobs" data-tab=${tab}>
        <thead>
          <tr>
            <th scope="col">${text('jobs.name')}</th>
            <th scope="col" class="is-state">${text('jobs.state')}</th>
            <th scope="col" class="is-at">${text(`jobs.at.${tab}`)}</th>
            <th scope="col" class="is-tries">${text('jobs.attempts')}</th>
            <th scope="col">${text('jobs.fault')}</th>
            ${tab === 'dead' ? html`<th scope="col" class="is-acts">${text('jobs.acts')}</th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${each(
            jobs,
            ({ id }) => id,
            (job) => this.#row(job, tab),
          )}
        </tbody>
      </table>
      ${more(this.#jobs, this.#localize)}
    </div>`
  }

  #row(job: Job, tab: Exclude<Tab, 'schedules'>): TemplateResult {
    const { text, dates } = this.#localize
    const name = this.#named(job.kind)
    const state = job.state === 'waiting' && job.attempts > 0 ? 'retrying' : job.state
    return html`<tr>
      <td class="is-name"><strong>${name}</strong>${name === job.kind ? nothing : html`<code>${job.kind}</code>`}</td>
      <td class="is-state">
        <span class="state" data-state=${job.state}>${icon(icons[job.state], 14)}${text(`jobs.state.${state}`)}</span>
      </td>
      <td class="is-fact is-at"><time datetime=${job.runAt} title=${dates.exact(job.runAt)}>${dates.relative(job.runAt)}</time></td>
      <td class="is-fact is-tries">${text('jobs.attempts.count', { count: job.attempts })}</td>
      <td class="is-fact is-fault">${job.error === null ? '' : html`<code>${job.error}</code>`}</td>
      ${tab === 'dead' ? html`<td class="is-acts">${this.#acts(job, name)}</td>` : nothing}
    </tr>`
  }

  #acts(job: Job, name: string): TemplateResult {
    const { text } = this.#localize
    const pending = this.#restart.pending || this.#drop.pending
    return html`<button
        class="ln-button is-small"
        type="button"
        ?disabled=${pending}
        aria-label=${text('jobs.restart.of', { name })}
        @click=${() => this.#restart.start(job)}
      >
        ${text('jobs.restart')}
      </button>
      <button
        class="ln-button is-small is-quiet"
        type="button"
        ?disabled=${pending}
        aria-label=${text('jobs.drop.of', { name })}
        @click=${() => (this.dropping = job)}
      >
        ${text('jobs.drop')}
      </button>`
  }

  #schedules(): TemplateResult {
    const { text } = this.#localize
    const schedules = this.#state.data?.schedules
    if (schedules === undefined)
      return html`<div class="waiting" aria-busy="true">${this.#state.problem === undefined ? skeletonRows(3) : nothing}</div>`
    if (schedules.length === 0) return html`<div class="waiting">${empty({ icon: timer, title: text('jobs.none.schedules') })}</div>`
    return html`<div class="ln-scroll" tabindex="0" aria-label=${text('jobs.schedules')} role="region">
      <table class="ln-table jobs">
        <thead>
          <tr>
            <th scope="col">${text('jobs.name')}</th>
            <th scope="col">${text('jobs.pattern')}</th>
            <th scope="col">${text('jobs.next')}</th>
          </tr>
        </thead>
        <tbody>
          ${schedules.map((schedule) => this.#schedule(schedule))}
        </tbody>
      </table>
    </div>`
  }

  #schedule({ kind, pattern, timeZone, nextAt }: JobSchedule): TemplateResult {
    const { text, dates } = this.#localize
    const name = this.#named(kind)
    return html`<tr>
      <td class="is-name"><strong>${name}</strong>${name === kind ? nothing : html`<code>${kind}</code>`}</td>
      <td class="is-fact"><code>${pattern}</code> <small>${timeZone}</small></td>
      <td class="is-fact">${nextAt === null ? text('jobs.next.never') : html`<time datetime=${nextAt}>${dates.exact(nextAt)}</time>`}</td>
    </tr>`
  }

  async #changed(said: string, kind: string) {
    this.#toasts.show({ text: this.#localize.text(said, { name: this.#named(kind) }) })
    await this.#refresh()
  }
  readonly #refresh = async () => {
    await Promise.all([this.#queries.service.invalidate(listJobs), this.#queries.service.invalidate(readJobState)])
  }
  readonly #onDrop = () => {
    const job = this.dropping
    this.dropping = undefined
    if (job !== undefined) void this.#drop.start(job)
  }
}
define('ln-admin-jobs', LnAdminJobs)

import { listDepartments, listModules, type ModuleEntry } from '@liaison/sdk/platform'
import {
  avatar,
  ContextController,
  define,
  each,
  empty,
  type Icon,
  icon,
  LocalizeController,
  partsStyles,
  type Route,
  skeletonRows,
  tableStyles,
} from '@liaison/sdk/web'
import { blocks, chevronLeft } from '@liaison/sdk/icons'
import { ContextConsumer } from '@lit/context'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { contributionsContext } from '../../contexts.ts'
import { adminPath } from '../admin-area.ts'
import { EveryController } from '../every-controller.ts'
import { PaneFocusController } from '../pane-focus-controller.ts'
import { audienceWords, type Names, percent, reachWords, stateOf } from './audience-words.ts'
import { moduleMessages } from './locales/module-messages.ts'
import { styles } from './modules-page.styles.ts'
import { sparkline } from './sparkline.ts'
import { stageMark, stages } from './stage-mark.ts'
import './roll-out-panel.ts'

const modulesPath = `${adminPath}/modules`

/** The status board: every module with its features, its owner, its state, for whom it is on, and who works with it. */
export class LnAdminModules extends LitElement {
  static override properties = { route: { attribute: false }, ready: { state: true } }
  static override styles = [...partsStyles, tableStyles, styles]
  declare route: Route | undefined
  /** The texts are there. */
  declare ready: boolean

  #localize = new LocalizeController(this)
  #localizer = new ContextController(this, 'localizer')
  #modules = new EveryController(this, listModules, () => ({ query: {} }))
  #departments = new EveryController(this, listDepartments, () => ({ query: {} }))
  #contributions = new ContextConsumer(this, { context: contributionsContext })

  constructor() {
    super()
    this.ready = false
    new PaneFocusController(this)
  }

  override connectedCallback() {
    super.connectedCallback()
    void this.updateComplete.then(() => this.#localizer.service.add('admin.modules', moduleMessages)).then(() => (this.ready = true))
  }

  override render() {
    if (!this.ready) return nothing
    const { text } = this.#localize
    const { data, problem, reload } = this.#modules
    const chosen = data?.find(({ key }) => key === this.route?.query.get('module'))
    const isSchedule = this.route?.query.has('schedule') === true
    return html`<div class="ln-panes" data-pane=${chosen === undefined ? 'content' : 'detail'}>
      <section class="ln-content">
        <header class="ln-head">
          <a class="ln-button is-icon is-quiet ln-phone ln-back" href=${adminPath} aria-label=${text('admin.back')}>${icon(chevronLeft)}</a>
          <h1>${text('admin.modules')}</h1>
          <div class="ln-head-end">
            <nav class="ln-segmented" aria-label=${text('modules.view')}>
              <a href=${modulesPath} aria-current=${isSchedule ? nothing : 'page'}>${text('modules.view.board')}</a>
              <a href="${modulesPath}?schedule=" aria-current=${isSchedule ? 'page' : nothing}>${text('modules.view.schedule')}</a>
            </nav>
          </div>
        </header>
        ${problem === undefined ? nothing : html`<ln-problem .problem=${problem} retry @ln-retry=${reload}></ln-problem>`}
        ${
          data === undefined
            ? html`<div class="modules-waiting" aria-busy="true">${problem === undefined ? skeletonRows(6) : nothing}</div>`
            : this.#board(data, isSchedule, chosen)
        }
      </section>
      ${chosen === undefined ? nothing : this.#detail(data!, chosen)}
    </div>`
  }

  #board(modules: readonly ModuleEntry[], isSchedule: boolean, chosen: ModuleEntry | undefined): TemplateResult {
    const { text } = this.#localize
    if (modules.length === 0)
      return html`<div class="modules-waiting">
        ${empty({ icon: blocks, title: text('modules.none'), text: text('modules.none.hint') })}
      </div>`
    return html`${this.#sum(modules)}${isSchedule ? this.#schedule(modules) : this.#table(modules, chosen)}`
  }

  #sum(all: readonly ModuleEntry[]): TemplateResult {
    const { text, dates } = this.#localize
    const modules = all.filter(({ kind }) => kind === 'module')
    const next = all.flatMap(({ nextChangeAt }) => nextChangeAt ?? []).toSorted()[0]
    const limited = modules.filter(({ reach }) => reach.people < reach.of).length
    const figure = (value: number | string, label: string) => html`<li><strong>${value}</strong><small>${label}</small></li>`
    return html`<ul class="modules-sum">
      ${stages.toReversed().map((stage) => figure(modules.filter((one) => one.stage === stage).length, text(`modules.stage.${stage}`)))}
      ${figure(limited, text('modules.sum.limited'))} ${next === undefined ? nothing : figure(dates.day(next), text('modules.sum.next'))}
    </ul>`
  }

  #table(modules: readonly ModuleEntry[], chosen: ModuleEntry | undefined): TemplateResult {
    const { text } = this.#localize
    const heads = ['name', 'owner', 'stage', 'goLive', 'who', 'use']
    return html`<div class="ln-scroll" tabindex="0" role="region" aria-label=${text('modules.view.board')}>
      <table class="ln-table modules-table">
        <colgroup>
          <col />
          <col class="is-owner" />
          <col class="is-state" />
          <col class="is-date" />
          <col class="is-who" />
          <col class="is-use" />
        </colgroup>
        <thead>
          <tr>
            ${heads.map((name) => html`<th scope="col">${text(`modules.${name}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${each(
            modules,
            ({ key }) => key,
            (entry) => this.#row(entry, entry === chosen),
          )}
        </tbody>
      </table>
    </div>`
  }

  #row(entry: ModuleEntry, isChosen: boolean): TemplateResult {
    const { text, dates, locale } = this.#localize
    const { key, kind, title, summary, owner, stage, goLiveAt, reach, running } = entry
    const about = running ? summary?.[locale] : text('modules.stopped')
    return html`<tr class="is-${kind} ${isChosen ? 'is-selected' : ''}">
      <th scope="row">
        <span class="modules-name">
          ${kind === 'module' ? icon(this.#iconOf(entry)) : html`<span></span>`}
          <a href="${modulesPath}?module=${encodeURIComponent(key)}" aria-current=${isChosen ? 'true' : nothing}>${title[locale]}</a>
          ${about === undefined ? nothing : html`<small title=${about}>${about}</small>`}
        </span>
      </th>
      <td>
        ${
          owner === null
            ? html`<span class="is-none">${text('modules.owner.none')}</span>`
            : html`<span class="ln-person">${avatar(owner, { size: 20 })}<span>${owner.name}</span></span>`
        }
      </td>
      <td>${stageMark(stage, text)}</td>
      <td class="is-fact" title=${goLiveAt === null ? nothing : dates.exact(goLiveAt)}>
        ${goLiveAt === null ? text('modules.goLive.none') : dates.day(goLiveAt)}
      </td>
      <td>
        <span class="modules-who">
          <span class="ln-truncate">${reachWords(reach, this.#localize)}</span>
          <progress
            class="ln-progress"
            max=${Math.max(1, reach.of)}
            .value=${reach.people}
            aria-label=${text('modules.share', { percent: percent(reach.people, reach.of, this.#localize) })}
          ></progress>
        </span>
      </td>
      <td>${this.#use(entry)}</td>
    </tr>`
  }

  #use({ use, reach }: ModuleEntry): TemplateResult {
    const { text } = this.#localize
    if (reach.people === 0) return html`<span class="is-none">${text('modules.use.closed')}</span>`
    if (use === null) return html`<span class="is-none">${text('modules.use.few')}</span>`
    const change = use.people - use.before
    // some of them lack it by now: a share of those who have it would say nothing
    const isShare = use.people <= reach.people
    const name = change === 0 ? 'same' : change > 0 ? 'more' : 'less'
    const share = percent(use.people, reach.people, this.#localize)
    const words = isShare
      ? text(`modules.use.${name}`, { share, count: Math.abs(change) })
      : text('modules.use.before', { count: use.before })
    return html`<span class="modules-use">
      <span>${text('modules.use.people', { count: use.people })}</span>${sparkline(use.trend)}
      <small>${words}</small>
    </span>`
  }

  /** What begins and ends next, in its order */
  #schedule(modules: readonly ModuleEntry[]): TemplateResult {
    const { text, dates, locale } = this.#localize
    const now = Date.now()
    const events = modules.flatMap((entry) =>
      (entry.steps ?? []).flatMap((step) => {
        const state = stateOf(step, now)
        const who = audienceWords(step.audience, this.#names, this.#localize)
        return [
          ...(state === 'next' ? [{ entry, at: step.from, what: text('modules.schedule.begins', { who }) }] : []),
          ...(state !== 'over' && typeof step.until === 'string'
            ? [{ entry, at: step.until, what: text('modules.schedule.ends', { who }) }]
            : []),
        ]
      }),
    )
    if (events.length === 0)
      return html`<div class="modules-waiting">
        ${empty({ icon: blocks, title: text('modules.schedule.none'), text: text('modules.schedule.none.hint') })}
      </div>`
    return html`<ol class="ln-scroll modules-schedule" tabindex="0" aria-label=${text('modules.view.schedule')}>
      ${events
        .toSorted((a, b) => a.at.localeCompare(b.at))
        .map(
          ({ entry, at, what }) =>
            html`<li>
              <time datetime=${at} title=${dates.exact(at)}>${dates.day(at)}<small>${dates.time(at)}</small></time>
              ${icon(this.#iconOf(entry))}
              <span><a href="${modulesPath}?module=${encodeURIComponent(entry.key)}">${entry.title[locale]}</a><small>${what}</small></span>
            </li>`,
        )}
    </ol>`
  }

  #detail(modules: readonly ModuleEntry[], entry: ModuleEntry): TemplateResult {
    return html`<ln-roll-out-panel
      class="ln-detail"
      .entry=${entry}
      .features=${modules.filter(({ kind, moduleId }) => kind === 'feature' && moduleId === entry.key)}
      .departments=${this.#departments.data ?? []}
      .path=${modulesPath}
      @ln-module-changed=${() => void this.#modules.reload()}
    ></ln-roll-out-panel>`
  }

  get #names(): Names {
    return new Map((this.#departments.data ?? []).map(({ id, name }) => [id, name]))
  }
  #iconOf({ moduleId }: ModuleEntry): Icon {
    return this.#contributions.value?.navigation.find(({ id }) => id === moduleId)?.icon ?? blocks
  }
}
define('ln-admin-modules', LnAdminModules)

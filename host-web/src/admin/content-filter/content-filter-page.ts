import { describePlatform } from '@liaison/sdk'
import {
  changeContentRule,
  type ContentRule,
  listContentFlags,
  listContentRules,
  readContentRule,
  readContentStatistics,
} from '@liaison/sdk/platform'
import {
  Action,
  ApiController,
  ContextController,
  define,
  each,
  empty,
  icon,
  LocalizeController,
  navigate,
  partsStyles,
  QueryController,
  type Route,
  skeletonRows,
  tableStyles,
} from '@liaison/sdk/web'
import { chevronLeft, filter, plus, x } from '@liaison/sdk/icons'
import { html, LitElement, nothing, svg, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { detailHeading } from '../detail-heading.ts'
import { adminPath } from '../admin-area.ts'
import { PaneFocusController } from '../pane-focus-controller.ts'
import { styles } from './content-filter-page.styles.ts'
import './flag-list.ts'
import { contentFilterMessages } from './locales/content-filter-messages.ts'
import './rule-form.ts'
import type { RuleSavedEvent } from './rule-saved.event.ts'
import { actionBadge, kindIcons } from './rule-words.ts'

const here = `${adminPath}/content-filter`
/** In the address, instead of an id */
const fresh = 'new'
const views = ['rules', 'flags'] as const
const whole = { query: { limit: 200 } } as const

/** The company's content rules: what they are, how often they spoke, what they noted. */
export class LnAdminContentFilter extends LitElement {
  static override properties = { route: { attribute: false }, ready: { state: true } }
  static override styles = [...partsStyles, tableStyles, styles]
  declare route: Route | undefined
  /** The texts are there. */
  declare ready: boolean

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #localizer = new ContextController(this, 'localizer')
  #queries = new ContextController(this, 'queries')
  #rules = new QueryController(this, listContentRules, () => whole)
  #statistics = new QueryController(this, readContentStatistics, () => ({}))
  #platform = new QueryController(this, describePlatform, () => ({}))
  #rule = new QueryController(this, readContentRule, () => {
    const id = this.#chosen
    return id === undefined || id === fresh ? undefined : { params: { id } }
  })
  #switch = new Action(this, async ({ id, version }: ContentRule, enabled: boolean) => {
    await this.#api.call(changeContentRule, { params: { id }, body: { enabled } }, { version })
    await this.#anew()
  })

  constructor() {
    super()
    this.ready = false
    new PaneFocusController(this)
  }

  override connectedCallback() {
    super.connectedCallback()
    void this.#learn()
  }

  override render() {
    if (!this.ready) return nothing
    const { text } = this.#localize
    const isOpen = this.#chosen !== undefined
    return html`<div class="ln-panes" data-pane=${isOpen ? 'detail' : 'content'}>
      <section class="ln-content">
        <header class="ln-head">
          <a class="ln-button is-icon is-quiet ln-phone ln-back" href=${adminPath} aria-label=${text('content-filter.back')}
            >${icon(chevronLeft)}</a
          >
          <h1>${text('content-filter.title')}</h1>
          <div class="ln-head-end">
            <nav class="ln-segmented is-small" aria-label=${text('content-filter.view')}>
              ${views.map(
                (view) =>
                  html`<a href=${view === 'rules' ? here : `${here}?view=${view}`} aria-current=${view === this.#view ? 'page' : nothing}
                    >${text(`content-filter.view.${view}`)}</a
                  >`,
              )}
            </nav>
            <a class="ln-button is-primary" href="${here}?rule=${fresh}" aria-label=${text('content-filter.new')}
              >${icon(plus)}<span class="ln-desk">${text('content-filter.new')}</span></a
            >
          </div>
        </header>
        ${this.#figures()} ${this.#view === 'flags' ? html`<ln-content-flags></ln-content-flags>` : this.#list()}
      </section>
      ${isOpen ? this.#detail() : nothing}
    </div>`
  }

  #figures(): TemplateResult {
    const { text, number } = { text: this.#localize.text, number: (value: number) => this.#localize.number(value) }
    const { data } = this.#statistics
    const figure = (value: number | undefined, name: string) =>
      html`<div>
        <dt>${text(`content-filter.${name}`)}</dt>
        <dd class="ln-number">${value === undefined ? '–' : number(value)}</dd>
      </div>`
    return html`<div class="figures">
      <dl>${figure(data?.blocked, 'blocked30')} ${figure(data?.flagged, 'flagged30')} ${figure(data?.open, 'open')}</dl>
      ${data === undefined || data.blocked + data.flagged === 0 ? nothing : this.#days(data.days)}
    </div>`
  }

  /** One bar a day, blocked above flagged; the figures beside it say the same in words. */
  #days(days: readonly { readonly blocked: number; readonly flagged: number }[]): TemplateResult {
    const most = Math.max(...days.map(({ blocked, flagged }) => blocked + flagged))
    const height = (count: number): number => (count / most) * 32
    return html`<svg class="days" viewBox="0 0 180 32" role="img" aria-label=${this.#localize.text('content-filter.days')}>
      ${days.map(({ blocked, flagged }, index) => bars(index * 6, height(blocked), height(flagged)))}
    </svg>`
  }

  #list(): TemplateResult {
    const { text } = this.#localize
    const { data, problem, refetch } = this.#rules
    const trouble = html`<ln-problem
      .problem=${problem ?? this.#switch.problem}
      ?retry=${problem !== undefined}
      @ln-retry=${refetch}
    ></ln-problem>`
    if (data === undefined)
      return html`${trouble}
        <div class="waiting" aria-busy="true">${problem === undefined ? skeletonRows(6) : nothing}</div>`
    if (data.items.length === 0)
      return html`${trouble}
        <div class="waiting">${empty({ icon: filter, title: text('content-filter.none'), text: text('content-filter.none.hint') })}</div>`
    return html`${trouble}
      <div class="ln-scroll" tabindex="0" role="region" aria-label=${text('content-filter.view.rules')}>
        <table class="ln-table rules">
          <thead>
            <tr>
              <th scope="col">${text('content-filter.name')}</th>
              <th scope="col" class="action">${text('content-filter.action')}</th>
              <th scope="col">${text('content-filter.reach')}</th>
              <th scope="col" class="is-end times">${text('content-filter.last30')}</th>
              <th scope="col" class="state">${text('content-filter.state')}</th>
            </tr>
          </thead>
          <tbody>
            ${each(
              data.items,
              ({ id }) => id,
              (rule) => this.#row(rule),
            )}
          </tbody>
        </table>
      </div>`
  }

  #row(rule: ContentRule): TemplateResult {
    const words = this.#localize
    const { text } = words
    const isChosen = rule.id === this.#chosen
    return html`<tr class=${isChosen ? 'is-selected' : ''}>
      <td>
        <a class="name" href="${here}?rule=${rule.id}" aria-current=${isChosen ? 'true' : nothing}
          >${icon(kindIcons[rule.kind])}<span
            ><b class="ln-truncate">${rule.name}</b
            ><small
              >${text(`content-filter.kind.${rule.kind}`)} · ${text('content-filter.terms.count', { count: rule.termCount })}</small
            ></span
          ></a
        >
      </td>
      <td>${actionBadge(rule.action, words)}</td>
      <td class="is-fact">${text(`content-filter.reach.${rule.reach}`)}<br />${this.#modulesOf(rule)}</td>
      <td class="is-fact is-end">${text('content-filter.times', { count: rule.blocked + rule.flagged })}</td>
      <td class="state">
        <label class="ln-switch"
          ><input
            type="checkbox"
            role="switch"
            aria-label=${text('content-filter.enable', { name: rule.name })}
            .checked=${rule.enabled}
            ?disabled=${this.#switch.pending}
            @change=${(event: Event) => this.#switch.start(rule, (event.target as HTMLInputElement).checked)}
        /></label>
      </td>
    </tr>`
  }

  #modulesOf({ modules }: ContentRule): string {
    const { text, locale } = this.#localize
    if (modules.length === 0) return text('content-filter.modules.all')
    return this.#localize.list(modules.map((id) => this.#platform.data?.modules.find((one) => one.id === id)?.title[locale] ?? id))
  }

  #detail(): TemplateResult {
    const { text } = this.#localize
    const isFresh = this.#chosen === fresh
    const { data, problem, refetch } = this.#rule
    const rule = isFresh || data?.id !== this.#chosen ? undefined : data
    return html`<section class="ln-detail" aria-label=${text('content-filter.detail')}>
      <header class="ln-head">
        <a class="ln-button is-icon is-quiet ln-phone ln-back" href=${here} aria-label=${text('content-filter.close')}
          >${icon(chevronLeft)}</a
        >
        ${detailHeading(text('admin.contentFilter'), isFresh ? text('content-filter.new') : (rule?.name ?? text('content-filter.detail')))}
        <div class="ln-head-end ln-desk">
          <a class="ln-button is-icon is-quiet" href=${here} aria-label=${text('content-filter.close')}>${icon(x)}</a>
        </div>
      </header>
      ${
        isFresh || rule !== undefined
          ? keyed(
              rule?.id,
              html`<ln-content-rule-form
                .rule=${rule}
                .modules=${this.#platform.data?.modules ?? []}
                @ln-content-rule-saved=${this.#onSaved}
                @ln-content-rule-deleted=${this.#onDeleted}
              ></ln-content-rule-form>`,
            )
          : problem === undefined
            ? html`<div class="waiting" aria-busy="true">${skeletonRows(5)}</div>`
            : html`<ln-problem .problem=${problem} retry @ln-retry=${refetch}></ln-problem>`
      }
    </section>`
  }

  get #chosen(): string | undefined {
    return this.route?.query.get('rule') ?? undefined
  }
  get #view(): (typeof views)[number] {
    return this.route?.query.get('view') === 'flags' ? 'flags' : 'rules'
  }

  readonly #onSaved = async ({ rule }: RuleSavedEvent) => {
    await this.#anew()
    if (this.#chosen !== rule.id) navigate(`${here}?rule=${rule.id}`, { replace: true })
  }
  readonly #onDeleted = async () => {
    navigate(here, { replace: true })
    await this.#anew()
  }
  async #anew() {
    const queries = this.#queries.service
    await Promise.all([
      queries.invalidate(listContentRules),
      queries.invalidate(readContentRule),
      queries.invalidate(readContentStatistics),
      queries.invalidate(listContentFlags),
    ])
  }
  async #learn() {
    await this.updateComplete
    await this.#localizer.service.add('content-filter', contentFilterMessages)
    this.ready = true
  }
}
/** Blocked stands on flagged. */
const bars = (x: number, blocked: number, flagged: number) =>
  svg`<rect class="is-flag" x=${x} y=${32 - flagged} width="4" height=${flagged}></rect
    ><rect class="is-block" x=${x} y=${32 - flagged - blocked} width="4" height=${blocked}></rect>`
define('ln-admin-content-filter', LnAdminContentFilter)

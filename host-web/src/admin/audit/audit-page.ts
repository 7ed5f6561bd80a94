import { type AuditEntry, exportAudit, listAudit, readAuditState } from '@liaison/sdk/platform'
import {
  Action,
  ApiController,
  avatar,
  ContextController,
  define,
  each,
  empty,
  icon,
  LocalizeController,
  more,
  navigate,
  PagesController,
  partsStyles,
  QueryController,
  type Route,
  skeletonRows,
  tableStyles,
  ToastController,
} from '@liaison/sdk/web'
import { ban, check, chevronLeft, cog, download, scrollText, shieldAlert, shieldCheck } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { adminPath } from '../admin-area.ts'
import { saveFile } from '../../files/save-file.ts'
import { PaneFocusController } from '../pane-focus-controller.ts'
import { addressOf, askOf, type AuditAsk, filtersOf } from './audit-address.ts'
import type { AuditAskedEvent } from './audit-asked.event.ts'
import { styles } from './audit-page.styles.ts'
import { entryWords, isStranger, kindWord } from './entry-words.ts'
import { auditMessages } from './locales/audit-messages.ts'
import './audit-detail.ts'
import './audit-tools.ts'
import './verify-dialog.ts'

const pageSize = 100

/** The audit trail: found by person, kind, object and time; proved whole; taken out. */
export class LnAdminAudit extends LitElement {
  static override properties = {
    route: { attribute: false },
    ready: { state: true },
    verifying: { state: true },
  }
  static override styles = [...partsStyles, tableStyles, styles]
  declare route: Route | undefined
  /** The texts are there. */
  declare ready: boolean
  declare verifying: boolean

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #localizer = new ContextController(this, 'localizer')
  #queries = new ContextController(this, 'queries')
  #toasts = new ToastController(this)
  #entries = new PagesController(this, listAudit, () => (this.ready ? { query: { limit: pageSize, ...this.#filters } } : undefined))
  #state = new QueryController(this, readAuditState, () => (this.ready ? {} : undefined))
  #export = new Action(this, async () => {
    const csv = await this.#api.call(exportAudit, { query: this.#filters })
    saveFile(`audit-${new Date().toISOString().slice(0, 10)}.csv`, csv)
    this.#toasts.show({ text: this.#localize.text('audit.exported') })
  })

  constructor() {
    super()
    this.ready = false
    this.verifying = false
    new PaneFocusController(this)
  }

  override connectedCallback() {
    super.connectedCallback()
    void this.updateComplete.then(() => this.#localizer.service.add('admin.audit', auditMessages)).then(() => (this.ready = true))
  }

  override render() {
    if (!this.ready) return nothing
    const { text } = this.#localize
    const ask = this.#ask
    const { items: entries, problem, refetch } = this.#entries
    return html`<div
      class="ln-panes"
      data-pane=${ask.entry === undefined ? 'content' : 'detail'}
      @ln-audit-asked=${this.#onAsked}
      @ln-audit-verified=${this.#onVerified}
    >
      <section class="ln-content">
        <header class="ln-head">
          <a class="ln-button is-icon is-quiet ln-phone ln-back" href=${adminPath} aria-label=${text('admin.back')}>${icon(chevronLeft)}</a>
          <h1>${text('admin.audit')}</h1>
          ${this.#chain()}
          <div class="ln-head-end">
            <button class="ln-button is-quiet" type="button" @click=${() => (this.verifying = true)}>
              ${icon(shieldCheck)}<span class="word">${text('audit.verify')}</span>
            </button>
            <button class="ln-button" type="button" ?disabled=${this.#export.pending} @click=${this.#export.start}>
              ${icon(download)}<span class="word">${text('audit.export')}</span>
            </button>
          </div>
        </header>
        <ln-audit-tools .ask=${ask} .retentionDays=${this.#state.data?.retentionDays} .what=${this.#what(entries)}></ln-audit-tools>
        <ln-problem .problem=${this.#export.problem}></ln-problem>
        ${problem === undefined ? nothing : html`<ln-problem .problem=${problem} retry @ln-retry=${refetch}></ln-problem>`}
        ${
          entries === undefined
            ? html`<div class="waiting" aria-busy="true">${problem === undefined ? skeletonRows(10) : nothing}</div>`
            : this.#table(entries)
        }
      </section>
      ${
        ask.entry === undefined
          ? nothing
          : html`<aside class="ln-detail" aria-label=${text('audit.entry.label')}><ln-audit-detail .ask=${ask}></ln-audit-detail></aside>`
      }
      <ln-audit-verify
        .open=${this.verifying}
        .found=${this.#state.data?.verification ?? undefined}
        @ln-dialog-closed=${() => (this.verifying = false)}
      ></ln-audit-verify>
    </div>`
  }

  get #ask(): AuditAsk {
    return askOf(this.route?.query ?? new URLSearchParams())
  }
  get #filters() {
    return filtersOf(this.#ask)
  }
  get #words() {
    const { service } = this.#localizer
    return { text: this.#localize.text, locale: this.#localize.locale, has: (key: string) => service.has(key) }
  }

  #what(entries: readonly AuditEntry[] | undefined): string {
    const { resource } = this.#ask
    if (resource === undefined) return ''
    const [type = '', ...id] = resource.split(':')
    const known = entries?.find((entry) => entry.resource.id === id.join(':'))?.resource.name
    return known ?? kindWord(type, this.#words)
  }

  #chain(): TemplateResult | typeof nothing {
    const { text, dates } = this.#localize
    const found = this.#state.data?.verification
    if (found === undefined) return nothing
    if (found === null) return html`<span class="chain ln-desk">${text('audit.chain.unknown')}</span>`
    const { ok, entries: count, firstBadId: id, verifiedAt } = found
    if (ok)
      return html`<span class="chain is-ok ln-desk"
        >${icon(shieldCheck, 14)}${text('audit.chain.ok', { count, time: dates.time(verifiedAt) })}</span
      >`
    const said = id === undefined ? text('audit.chain.bad') : text('audit.chain.bad.at', { id })
    return html`<strong class="chain is-bad" role="alert">${icon(shieldAlert, 14)}${said}</strong>`
  }

  #table(entries: readonly AuditEntry[]): TemplateResult {
    const { text } = this.#localize
    if (entries.length === 0)
      return html`<div class="waiting">${empty({ icon: scrollText, title: text('audit.none'), text: text('audit.none.hint') })}</div>`
    return html`<div class="ln-scroll" tabindex="0" aria-label=${text('admin.audit')} role="region">
      <table class="ln-table audit">
        <colgroup>
          <col class="is-time" />
          <col class="is-who" />
          <col class="is-kind" />
          <col />
          <col class="is-result" />
        </colgroup>
        <thead>
          <tr>
            ${['time', 'who', 'topic', 'what', 'result'].map((column) => html`<th scope="col">${text(`audit.${column}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${each(
            entries,
            ({ id }) => id,
            (entry, index) => this.#row(entry, entries[index - 1]),
          )}
        </tbody>
      </table>
      ${more(this.#entries, this.#localize)}
    </div>`
  }

  #row(entry: AuditEntry, before: AuditEntry | undefined): TemplateResult {
    const { text, dates, locale } = this.#localize
    const { topic, title, note, isDenied } = entryWords(entry, this.#words)
    const isChosen = entry.id === this.#ask.entry
    const isNewDay = before === undefined || !dates.isSameDay(before.at, entry.at)
    return html`${
        isNewDay
          ? html`<tr class="is-group">
              <th colspan="5" scope="colgroup">${dates.dayMark(entry.at)}</th>
            </tr>`
          : nothing
      }
      <tr class=${isChosen ? 'is-selected' : ''}>
        <td class="is-fact">
          <time datetime=${entry.at} title=${dates.exact(entry.at)}>${clock(locale).format(new Date(entry.at))}</time>
        </td>
        <td>
          ${
            entry.actor === null
              ? html`<span class="ln-person nobody"
                  ><span class="machine" aria-hidden="true">${icon(cog, 12)}</span
                  ><span>${text(isStranger(entry) ? 'audit.stranger' : 'audit.system')}</span></span
                >`
              : html`<span class="ln-person">${avatar(entry.actor, { size: 20 })}<span>${entry.actor.name}</span></span>`
          }
        </td>
        <td class="is-fact">${text(`audit.topic.${topic}`)}</td>
        <td class="is-what">
          <a href=${addressOf(this.#ask, { entry: entry.id })} aria-current=${isChosen ? 'true' : nothing}>${title}</a>
          ${note === '' ? nothing : html`<small>${note}</small>`}
        </td>
        <td>
          <span class="result" data-result=${isDenied ? 'no' : 'ok'}
            >${icon(isDenied ? ban : check, 14)}${text(isDenied ? 'audit.result.no' : 'audit.result.ok')}</span
          >
        </td>
      </tr>`
  }

  readonly #onAsked = ({ part }: AuditAskedEvent) => {
    this.verifying = false
    navigate(addressOf(this.#ask, part), { replace: part.entry === undefined })
  }
  readonly #onVerified = () => void this.#queries.service.invalidate(readAuditState)
}

const clocks = new Map<string, Intl.DateTimeFormat>()
/** To the second: what happened first matters here. */
function clock(locale: string): Intl.DateTimeFormat {
  let made = clocks.get(locale)
  if (made === undefined)
    clocks.set(locale, (made = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false })))
  return made
}
define('ln-admin-audit', LnAdminAudit)

import { type AuditEntry, readAuditEntry } from '@liaison/sdk/platform'
import {
  avatar,
  ContextController,
  define,
  icon,
  LocalizeController,
  partsStyles,
  personName,
  QueryController,
  skeletonLines,
  tableStyles,
  ToastController,
} from '@liaison/sdk/web'
import { check, chevronLeft, link2, x } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { detailHeading } from '../detail-heading.ts'
import { addressOf, type AuditAsk } from './audit-address.ts'
import { styles } from './audit-detail.styles.ts'
import { detailOf, entryWords, fieldWord, isStranger, nameIn, partsOf } from './entry-words.ts'
import { shownValue } from './shown-value.ts'

/** Members of the detail that have a place of their own */
const placed = new Set(['traceId', 'reason', 'as', 'field', 'problem'])

/** One entry of the trail: who, when, from where, before and after, and what proves it. */
export class LnAuditDetail extends LitElement {
  static override properties = { ask: { attribute: false } }
  static override styles = [...partsStyles, tableStyles, styles]
  declare ask: AuditAsk

  #localize = new LocalizeController(this)
  #localizer = new ContextController(this, 'localizer')
  #toasts = new ToastController(this)
  #entry = new QueryController(this, readAuditEntry, () =>
    this.ask.entry === undefined ? undefined : { params: { id: String(this.ask.entry) } },
  )

  override render() {
    const { text } = this.#localize
    const { entry: id } = this.ask
    if (id === undefined) return nothing
    const { data, problem, refetch } = this.#entry
    const close = addressOf(this.ask, { entry: undefined })
    return html`<header class="ln-head">
        <a class="ln-button is-icon is-quiet ln-phone ln-back" href=${close} aria-label=${text('audit.entry.close')}
          >${icon(chevronLeft)}</a
        >
        ${detailHeading(text('admin.audit'), text('audit.entry', { id }))}
        <div class="ln-head-end">
          <button
            class="ln-button is-icon is-quiet"
            type="button"
            aria-label=${text('audit.entry.link')}
            title=${text('audit.entry.link')}
            @click=${this.#copyLink}
          >
            ${icon(link2)}
          </button>
          <a class="ln-button is-icon is-quiet ln-desk" href=${close} aria-label=${text('audit.entry.close')}>${icon(x)}</a>
        </div>
      </header>
      <div class="ln-scroll" tabindex="0" role="region" aria-label=${text('audit.entry.label')}>
        ${problem === undefined ? nothing : html`<ln-problem .problem=${problem} retry @ln-retry=${refetch}></ln-problem>`}
        ${
          data === undefined
            ? html`<section class="ln-block" aria-busy="true">${problem === undefined ? skeletonLines(6) : nothing}</section>`
            : html`${this.#facts(data.entry)} ${this.#changes(data.entry)} ${this.#further(data.entry)} ${this.#proof(data)}`
        }
      </div>`
  }

  get #words() {
    const { service } = this.#localizer
    return { text: this.#localize.text, locale: this.#localize.locale, has: (key: string) => service.has(key) }
  }

  #facts(entry: AuditEntry): TemplateResult {
    const { text, dates } = this.#localize
    const { traceId, reason, as } = detailOf(entry)
    const viewed = nameIn(entry, as)
    const fact = (label: string, value: unknown) =>
      value === undefined
        ? nothing
        : html`<dt>${text(label)}</dt>
            <dd>${value}</dd>`
    return html`<section class="ln-block">
      <h3 class="title">${entryWords(entry, this.#words).title}</h3>
      <dl class="ln-facts">
        ${fact(
          'audit.who',
          entry.actor === null
            ? text(isStranger(entry) ? 'audit.stranger' : 'audit.system')
            : html`<span class="ln-person">${avatar(entry.actor, { size: 20 })}${personName(entry.actor, this.#localize)}</span>`,
        )}
        ${fact('audit.at', html`<span class="ln-number">${dates.exact(entry.at)}</span>`)}
        ${fact('audit.address', entry.address === null ? text('audit.address.none') : html`<code>${entry.address}</code>`)}
        ${fact('audit.action', html`<code>${entry.action}</code>`)} ${fact('audit.viewedAs', viewed)} ${fact('audit.reason', reason)}
        ${fact('audit.request', traceId === undefined ? undefined : html`<code>${traceId}</code>`)}
      </dl>
      <p class="ways">
        ${
          entry.actor === null
            ? nothing
            : html`<a href=${addressOf(this.ask, { actor: entry.actor.id, resource: undefined })}>${text('audit.entry.by')}</a>`
        }
        ${
          entry.resource.id === ''
            ? nothing
            : html`<a href=${addressOf(this.ask, { resource: `${entry.resource.type}:${entry.resource.id}`, actor: undefined })}
                >${text('audit.entry.of')}</a
              >`
        }
      </p>
    </section>`
  }

  /** Fields whose values are not kept are named; what they hold is nobody's business here. */
  #changes(entry: AuditEntry): TemplateResult | typeof nothing {
    const { text } = this.#localize
    const fields = [...new Set([...entry.changes.map(({ field }) => field), ...entry.fields])]
    if (fields.length === 0) return nothing
    const isNew = partsOf(entry.action).did === 'create'
    const masked = html`<span class="ln-muted">${text('audit.masked')}</span>`
    const value = (json: string | null) => (json === null ? text('audit.nothing') : shownValue(entry, json, this.#localize))
    return html`<section class="ln-block">
      <header class="ln-block-head">
        <h3>${text('audit.changes')}</h3>
        <small>${text('audit.changes.count', { count: fields.length })}</small>
      </header>
      <table class="diff">
        <thead>
          <tr>
            <th scope="col">${text('audit.field')}</th>
            <th scope="col">${text('audit.before')}</th>
            <th scope="col">${text('audit.after')}</th>
          </tr>
        </thead>
        <tbody>
          ${fields.map((field) => {
            const change = entry.changes.find((one) => one.field === field)
            return html`<tr>
              <th scope="row">${fieldWord(field, this.#words)}</th>
              <td>${isNew ? text('audit.nothing') : change === undefined ? masked : html`<del>${value(change.before)}</del>`}</td>
              <td>${change === undefined ? masked : html`<ins>${value(change.after)}</ins>`}</td>
            </tr>`
          })}
        </tbody>
      </table>
    </section>`
  }

  #further(entry: AuditEntry): TemplateResult | typeof nothing {
    const further = Object.entries(detailOf(entry)).filter(([name]) => !placed.has(name))
    if (further.length === 0) return nothing
    return html`<section class="ln-block">
      <header class="ln-block-head"><h3>${this.#localize.text('audit.detail')}</h3></header>
      <dl class="further">
        ${further.map(
          ([name, value]) =>
            html`<dt>${fieldWord(name, this.#words)}</dt>
              <dd><code>${plain(value)}</code></dd>`,
        )}
      </dl>
    </section>`
  }

  #proof({ mac, chained }: { mac: string; chained: string | null }): TemplateResult {
    const { text } = this.#localize
    return html`<section class="ln-block">
      <header class="ln-block-head"><h3>${text('audit.proof')}</h3></header>
      <ul class="proof">
        <li>${icon(check, 14)}<small>${text('audit.proof.own')}</small><code title=${mac}>${mac}</code></li>
        <li>
          ${icon(link2, 14)}<small>${text('audit.proof.chain')}</small>
          ${chained === null ? html`<small>${text('audit.proof.waiting')}</small>` : html`<code title=${chained}>${chained}</code>`}
        </li>
      </ul>
    </section>`
  }

  readonly #copyLink = async () => {
    await navigator.clipboard.writeText(new URL(addressOf(this.ask, {}), location.href).href)
    this.#toasts.show({ text: this.#localize.text('audit.entry.copied') })
  }
}

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
define('ln-audit-detail', LnAuditDetail)

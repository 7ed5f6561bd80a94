import { type ContentFlagEntry, listContentFlags, readContentStatistics, reviewContentFlag } from '@liaison/sdk/platform'
import {
  Action,
  ApiController,
  avatar,
  ContextController,
  define,
  each,
  empty,
  LocalizeController,
  more,
  PagesController,
  partsStyles,
  personName,
  resourceLinks,
  skeletonRows,
  SlotController,
  tableStyles,
} from '@liaison/sdk/web'
import { inbox } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { styles } from './flag-list.styles.ts'

type State = ContentFlagEntry['state']
const states = ['open', 'reviewed'] as const
const thingNames = new Set(['im.message', 'im.channel'])

/** What was stored and noted: who, which rule, what it became, with a way there for those who may see it. */
export class LnContentFlags extends LitElement {
  static override properties = { state: { state: true } }
  static override styles = [...partsStyles, tableStyles, styles]
  declare state: State

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #queries = new ContextController(this, 'queries')
  #links = new SlotController(this, resourceLinks)
  #flags = new PagesController(this, listContentFlags, () => ({ query: { limit: 50, state: this.state } }))
  #review = new Action(this, async ({ id, state, version }: ContentFlagEntry) => {
    await this.#api.call(reviewContentFlag, { params: { id }, body: { state: state === 'open' ? 'reviewed' : 'open' } }, { version })
    await Promise.all([this.#queries.service.invalidate(listContentFlags), this.#queries.service.invalidate(readContentStatistics)])
  })

  constructor() {
    super()
    this.state = 'open'
  }

  override render() {
    const { text } = this.#localize
    const { items, problem, refetch } = this.#flags
    return html`<div class="ln-tools">
        <div class="ln-segmented is-small" role="group" aria-label=${text('content-filter.flags.state')}>
          ${states.map(
            (state) =>
              html`<button type="button" aria-pressed=${state === this.state ? 'true' : 'false'} @click=${() => (this.state = state)}>
                ${text(`content-filter.flags.${state}`)}
              </button>`,
          )}
        </div>
      </div>
      <ln-problem .problem=${problem ?? this.#review.problem} ?retry=${problem !== undefined} @ln-retry=${refetch}></ln-problem>
      ${items === undefined ? html`<div class="waiting" aria-busy="true">${problem === undefined ? skeletonRows(6) : nothing}</div>` : this.#table(items)}`
  }

  #table(flags: readonly ContentFlagEntry[]): TemplateResult {
    const { text } = this.#localize
    if (flags.length === 0)
      return html`<div class="waiting">
        ${empty({ icon: inbox, title: text('content-filter.flags.none'), text: text('content-filter.flags.none.hint') })}
      </div>`
    return html`<div class="ln-scroll" tabindex="0" role="region" aria-label=${text('content-filter.view.flags')}>
      <table class="ln-table">
        <thead>
          <tr>
            <th scope="col" class="at">${text('content-filter.flags.at')}</th>
            <th scope="col">${text('content-filter.flags.person')}</th>
            <th scope="col">${text('content-filter.flags.rule')}</th>
            <th scope="col">${text('content-filter.flags.thing')}</th>
            <th scope="col" class="is-end does"><span class="ln-visually-hidden">${text('content-filter.flags.state')}</span></th>
          </tr>
        </thead>
        <tbody>
          ${each(
            flags,
            ({ id }) => id,
            (flag) => this.#row(flag),
          )}
        </tbody>
      </table>
      ${more(this.#flags, this.#localize)}
    </div>`
  }

  #row(flag: ContentFlagEntry): TemplateResult {
    const words = this.#localize
    const { text, dates } = words
    const { reviewedBy } = flag
    return html`<tr>
      <td class="is-fact at"><time datetime=${flag.at} title=${dates.exact(flag.at)}>${dates.relative(flag.at)}</time></td>
      <td>
        <span class="who">${avatar(flag.person, { size: 24 })}${personName(flag.person, words)}</span>
      </td>
      <td><span class="ln-truncate">${flag.rule}</span></td>
      <td class="is-fact">${this.#thing(flag)}</td>
      <td class="is-end does">
        ${reviewedBy === null ? nothing : html`<small>${text('content-filter.flags.reviewedBy', { name: reviewedBy.name })}</small>`}
        <button class="ln-button is-small" type="button" ?disabled=${this.#review.pending} @click=${() => this.#review.start(flag)}>
          ${text(flag.state === 'open' ? 'content-filter.flags.review' : 'content-filter.flags.reopen')}
        </button>
      </td>
    </tr>`
  }

  /** What it became: a link for who may see it, a word for who may not. */
  #thing({ thing, place, visible }: ContentFlagEntry): TemplateResult {
    const { text } = this.#localize
    if (thing === null) return html`<span class="quiet">${text('content-filter.flags.lost')}</span>`
    const name = text(`content-filter.thing.${thingNames.has(thing.type) ? thing.type : 'other'}`)
    const href = visible ? this.#links.items.flatMap((link) => link.href(thing, place) ?? [])[0] : undefined
    if (href !== undefined) return html`<a href=${href}>${name}</a>`
    return html`${name} <span class="quiet">${visible ? nothing : text('content-filter.flags.hidden')}</span>`
  }
}
define('ln-content-flags', LnContentFlags)

import { changeModule, type Department, type ModuleEntry, type ModuleStage, readModule } from '@liaison/sdk/platform'
import {
  Action,
  ApiController,
  avatar,
  ContextController,
  define,
  icon,
  LocalizeController,
  partsStyles,
  QueryController,
  tableStyles,
  ToastController,
} from '@liaison/sdk/web'
import { chevronLeft, history, pencil, plus, x } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { detailHeading } from '../detail-heading.ts'
import type { PersonChosenEvent } from '../person-search/person-chosen.event.ts'
import { type Names, percent, reachWords } from './audience-words.ts'
import { ModuleChangedEvent } from './module-changed.event.ts'
import { styles } from './roll-out-panel.styles.ts'
import { stageIcons, stages } from './stage-mark.ts'
import { stepList } from './step-list.ts'
import '../person-search/person-search.ts'
import './change-history.ts'
import './step-dialog.ts'

type Steps = ModuleEntry['steps']
interface Wish {
  readonly stage?: ModuleStage
  readonly ownerId?: string | null
  readonly goLiveAt?: string | null
  readonly steps?: Steps
}

/** How one module or feature is rolled out: its state, its steps, its use by department; changed at once. @fires ln-module-changed */
export class LnRollOutPanel extends LitElement {
  static override properties = {
    entry: { attribute: false },
    features: { attribute: false },
    departments: { attribute: false },
    path: {},
    editing: { state: true },
    choosing: { state: true },
    remembering: { state: true },
  }
  static override styles = [...partsStyles, tableStyles, styles]
  declare entry: ModuleEntry
  declare features: readonly ModuleEntry[]
  declare departments: readonly Department[]
  /** Of the board */
  declare path: string
  /** Place of the step that is being changed; -1: a new one; undefined: none */
  declare editing: number | undefined
  /** An owner is being looked for. */
  declare choosing: boolean
  /** The changes are shown. */
  declare remembering: boolean

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #queries = new ContextController(this, 'queries')
  #toasts = new ToastController(this)
  #detail = new QueryController(this, readModule, () => ({ params: { key: this.entry.key } }))
  #change = new Action(this, async (wish: Wish, words: string) => {
    const { key, steps: before, version } = this.entry
    const { module } = await this.#api.call(changeModule, { params: { key }, body: wish }, { version })
    this.#toasts.show({
      text: this.#localize.text(words, { title: this.#title }),
      ...(wish.steps !== undefined && {
        action: { label: this.#localize.text('modules.undo'), run: () => void this.#change.start({ steps: before }, 'modules.saved') },
      }),
    })
    await this.#changed(module)
  })

  constructor() {
    super()
    this.choosing = false
    this.remembering = false
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('entry') || changed.get('entry')?.key === this.entry.key) return
    this.editing = undefined
    this.choosing = false
    this.remembering = false
    this.#change.reset()
  }

  override render() {
    const { text } = this.#localize
    const { problem, refetch } = this.#detail
    return html`<header class="ln-head">
        <a class="ln-button is-icon is-quiet ln-phone ln-back" href=${this.path} aria-label=${text('modules.close')}
          >${icon(chevronLeft)}</a
        >
        ${detailHeading(text('admin.modules'), text('modules.detail', { title: this.#title }))}
        <div class="ln-head-end">
          <button
            class="ln-button is-icon is-quiet"
            type="button"
            aria-label=${text('modules.history')}
            title=${text('modules.history')}
            aria-pressed=${this.remembering ? 'true' : 'false'}
            @click=${() => (this.remembering = !this.remembering)}
          >
            ${icon(history)}
          </button>
          <a class="ln-button is-icon is-quiet ln-desk" href=${this.path} aria-label=${text('modules.close')} title=${text('modules.close')}
            >${icon(x)}</a
          >
        </div>
      </header>
      <div class="ln-scroll" tabindex="0" role="region" aria-label=${text('modules.detail', { title: this.#title })}>
        <ln-problem .problem=${this.#change.problem}></ln-problem>
        ${problem === undefined ? nothing : html`<ln-problem .problem=${problem} retry @ln-retry=${refetch}></ln-problem>`}
        ${
          this.remembering
            ? html`<ln-change-history .key=${this.entry.key} .version=${this.entry.version} .names=${this.#names}></ln-change-history>`
            : html`${this.#facts()}${this.#steps()}${this.#use()}${this.features.length === 0 ? nothing : this.#flags()}`
        }
      </div>
      ${this.#foot()}
      <ln-step-dialog
        .entry=${this.entry}
        .at=${this.editing}
        .departments=${this.departments}
        .people=${this.#detail.data?.people ?? []}
        @ln-module-changed=${(event: ModuleChangedEvent) => void this.#changed(event.module)}
        @ln-dialog-closed=${() => (this.editing = undefined)}
      ></ln-step-dialog>`
  }

  #facts(): TemplateResult {
    const { text } = this.#localize
    const { stage, reach, goLiveAt } = this.entry
    return html`<section class="ln-block roll-out-state">
      <div class="ln-segmented" role="group" aria-label=${text('modules.stage')}>
        ${stages.map(
          (one) =>
            html`<button
              type="button"
              aria-pressed=${one === stage ? 'true' : 'false'}
              @click=${() => one !== stage && this.#change.start({ stage: one }, 'modules.saved')}
            >
              ${one === stage ? icon(stageIcons[one], 14) : nothing}${text(`modules.stage.${one}`)}
            </button>`,
        )}
      </div>
      <dl class="ln-facts">
        <dt>${text('modules.owner')}</dt>
        <dd>${this.#owner()}</dd>
        <dt><label for="go-live">${text('modules.goLive')}</label></dt>
        <dd>
          <input
            class="ln-input"
            id="go-live"
            type="date"
            .value=${goLiveAt === null ? '' : localDay(goLiveAt)}
            @change=${this.#onGoLive}
          />
        </dd>
        <dt>${text('modules.now')}</dt>
        <dd>${reachWords(reach, this.#localize)}</dd>
      </dl>
    </section>`
  }

  #owner(): TemplateResult {
    const { text } = this.#localize
    const { owner } = this.entry
    if (this.choosing)
      return html`<ln-person-search
        .label=${text('modules.owner.set')}
        .among=${inside}
        @ln-person-chosen=${({ person }: PersonChosenEvent) => this.#setOwner(person.id)}
      ></ln-person-search>`
    const choose = html`<button
      class="ln-button is-icon is-quiet is-small"
      type="button"
      aria-label=${text('modules.owner.set')}
      title=${text('modules.owner.set')}
      @click=${() => (this.choosing = true)}
    >
      ${icon(pencil, 14)}
    </button>`
    if (owner === null) return html`<span class="is-none">${text('modules.owner.none')}</span>${choose}`
    return html`<span class="ln-person"
        >${avatar(owner, { size: 20 })}<span>${owner.name} <small>${owner.affiliation ?? ''}</small></span></span
      >${choose}<button
        class="ln-button is-icon is-quiet is-small"
        type="button"
        aria-label=${text('modules.owner.clear')}
        title=${text('modules.owner.clear')}
        @click=${() => this.#setOwner(null)}
      >
        ${icon(x, 14)}
      </button>`
  }

  #steps(): TemplateResult {
    const { text } = this.#localize
    const { steps } = this.entry
    return html`<section class="ln-block">
      <header class="ln-block-head">
        <h3>${text('modules.steps')}</h3>
        <button
          class="ln-button is-icon is-quiet is-small"
          type="button"
          aria-label=${text('modules.steps.add')}
          title=${text('modules.steps.add')}
          @click=${() => (this.editing = -1)}
        >
          ${icon(plus)}
        </button>
      </header>
      ${
        steps === null || steps.length === 0
          ? html`<p>${text(steps === null ? 'modules.steps.none' : 'modules.steps.closed')}</p>
              <p class="is-none">${text('modules.steps.none.hint')}</p>`
          : stepList({
              steps,
              reach: this.#detail.data?.stepReach ?? [],
              names: this.#names,
              words: this.#localize,
              edit: (at) => (this.editing = at),
            })
      }
    </section>`
  }

  #use(): TemplateResult {
    const { text } = this.#localize
    const places = this.#detail.data?.departments ?? []
    if (places.length === 0) return html``
    const words = ({ people, used }: (typeof places)[number]): string => {
      if (people === 0) return text('modules.departments.closed')
      if (used === null) return text('modules.departments.few')
      return text('modules.departments.use', { used, people, share: percent(used, people, this.#localize) })
    }
    return html`<section class="ln-block">
      <header class="ln-block-head">
        <h3>${text('modules.departments')}</h3>
        <small>${text('modules.departments.by')}</small>
      </header>
      <ul class="roll-out-bars">
        ${places.map(
          (place) =>
            html`<li>
              <span class="ln-truncate" title=${place.name}>${place.name}</span>
              <progress class="ln-progress" max=${Math.max(1, place.people)} .value=${place.used ?? 0} aria-label=${place.name}></progress>
              <small>${words(place)}</small>
            </li>`,
        )}
      </ul>
    </section>`
  }

  #flags(): TemplateResult {
    const { text, locale } = this.#localize
    return html`<section class="ln-block">
      <header class="ln-block-head"><h3>${text('modules.features')}</h3></header>
      <ul class="roll-out-flags">
        ${this.features.map(
          ({ key, title, reach }) =>
            html`<li>
              <a href="${this.path}?module=${encodeURIComponent(key)}" aria-label=${text('modules.features.open', { title: title[locale] })}
                >${title[locale]}</a
              ><small>${reachWords(reach, this.#localize)}</small>
            </li>`,
        )}
      </ul>
    </section>`
  }

  #foot(): TemplateResult {
    const { text } = this.#localize
    const { steps, kind } = this.entry
    const isOff = steps?.length === 0
    const { pending } = this.#change
    const open = html`<button
      class="ln-button"
      type="button"
      ?disabled=${pending}
      title=${text('modules.open.hint')}
      @click=${() => this.#change.start({ steps: null }, 'modules.open.done')}
    >
      ${text('modules.open')}
    </button>`
    const close = html`<button
      class="ln-button is-danger"
      type="button"
      ?disabled=${pending}
      @click=${() => this.#change.start({ steps: [] }, 'modules.off.done')}
    >
      ${text(kind === 'module' ? 'modules.off' : 'modules.off.feature')}
    </button>`
    return html`<footer>${steps === null ? html`<p>${text('modules.off.hint')}</p>` : open}${isOff ? nothing : close}</footer>`
  }

  get #title(): string {
    return this.entry.title[this.#localize.locale]
  }
  get #names(): Names {
    return new Map([...this.departments, ...(this.#detail.data?.people ?? [])].map(({ id, name }) => [id, name]))
  }
  readonly #setOwner = (ownerId: string | null): void => {
    this.choosing = false
    void this.#change.start({ ownerId }, 'modules.saved')
  }
  readonly #onGoLive = (event: Event): void => {
    const { value } = event.target as HTMLInputElement
    void this.#change.start({ goLiveAt: value === '' ? null : new Date(`${value}T00:00`).toISOString() }, 'modules.saved')
  }
  async #changed(module: ModuleEntry): Promise<void> {
    await this.#queries.service.invalidate(readModule)
    this.dispatchEvent(new ModuleChangedEvent(module))
  }
}

const inside = { kind: 'internal' } as const
/** The day of an instant where the page is, as a date field takes it */
const localDay = (instant: string): string => {
  const at = new Date(instant)
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`
}
define('ln-roll-out-panel', LnRollOutPanel)

import { listModuleChanges, type ModuleChange } from '@liaison/sdk/platform'
import { define, each, LocalizeController, more, PagesController, partsStyles, skeletonRows } from '@liaison/sdk/web'
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { audienceWords, type Names } from './audience-words.ts'

const styles = css`
  :host {
    display: block;
  }
  .changes {
    padding: var(--ln-space-4);
  }
  ol {
    display: grid;
    gap: var(--ln-space-4);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  small {
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  p {
    overflow-wrap: anywhere;
  }
  .ln-button {
    margin-top: var(--ln-space-4);
  }
`

/** What was decided about a module, when and by whom, the newest first. */
export class LnChangeHistory extends LitElement {
  static override properties = {
    key: {},
    version: { type: Number },
    names: { attribute: false },
  }
  static override styles = [...partsStyles, styles]
  declare key: string
  /** Of the module: another one means that there is more to tell. */
  declare version: number
  declare names: Names

  #localize = new LocalizeController(this)
  #changes = new PagesController(this, listModuleChanges, () => ({ params: { key: this.key }, query: { limit: 20 } }))

  override updated(changed: PropertyValues<this>) {
    if (changed.has('version')) void this.#changes.refetch()
  }

  override render() {
    const { text, dates } = this.#localize
    const { items: changes, problem, refetch } = this.#changes
    return html`<div class="changes">
      <ln-problem .problem=${problem} retry @ln-retry=${refetch}></ln-problem>
      ${changes === undefined && problem === undefined ? html`<div aria-busy="true">${skeletonRows(4)}</div>` : nothing}
      ${changes?.length === 0 ? html`<small>${text('modules.history.none')}</small>` : nothing}
      <ol aria-label=${text('modules.history')}>
        ${each(
          changes ?? [],
          ({ id }) => id,
          (change) =>
            html`<li>
              ${change.changed.map((what) => html`<p>${this.#words(change, what)}</p>`)}
              <small title=${dates.exact(change.at)}
                >${text('modules.history.by', { name: change.by?.name ?? '', at: dates.relative(change.at) })}</small
              >
            </li>`,
        )}
      </ol>
      ${more(this.#changes, this.#localize)}
    </div>`
  }

  #words({ stage, owner, goLiveAt, steps }: ModuleChange, what: ModuleChange['changed'][number]): TemplateResult | string {
    const { text, dates } = this.#localize
    if (what === 'stage') return text('modules.history.stage', { stage: text(`modules.stage.${stage}`) })
    if (what === 'ownerId') return owner === null ? text('modules.history.owner.none') : text('modules.history.owner', { name: owner.name })
    if (what === 'goLiveAt')
      return goLiveAt === null ? text('modules.history.goLive.none') : text('modules.history.goLive', { at: dates.day(goLiveAt) })
    const names = (steps ?? []).map(({ audience }) => audienceWords(audience, this.names, this.#localize))
    const words =
      steps === null
        ? text('modules.history.steps.all')
        : steps.length === 0
          ? text('modules.history.steps.none')
          : this.#localize.list(names)
    return text('modules.history.steps', { steps: words })
  }
}
define('ln-change-history', LnChangeHistory)

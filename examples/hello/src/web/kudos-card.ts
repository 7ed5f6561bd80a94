import { avatar, define, empty, LocalizeController, partsStyles, QueryController, skeletonRows } from '@liaison/sdk/web'
import { partyPopper } from '@liaison/sdk/icons'
import { html, LitElement } from 'lit'
import { listKudos } from '../contract.ts'
import { kudosStyles } from './kudos.styles.ts'

/** The newest three, on the home page. */
export class KudosCard extends LitElement {
  static override styles = [partsStyles, kudosStyles]

  #localize = new LocalizeController(this)
  #kudos = new QueryController(this, listKudos, () => ({ query: { limit: 3 } }))

  override render() {
    const { data, problem, refetch } = this.#kudos
    if (problem) return html`<ln-problem .problem=${problem} retry @ln-retry=${refetch}></ln-problem>`
    if (!data) return html`<div aria-busy="true">${skeletonRows(3)}</div>`
    if (data.items.length === 0) return empty({ icon: partyPopper, title: this.#localize.text('kudos.empty.title') })
    return html`<ul>
      ${data.items.map(
        ({ to, words }) =>
          html`<li class="ln-row">
            ${avatar(to, { size: 24 })}
            <span class="ln-row-main"><b class="ln-row-title">${to.name}</b><span class="ln-row-sub">${words}</span></span>
          </li>`,
      )}
    </ul>`
  }
}
define('kudos-card', KudosCard)

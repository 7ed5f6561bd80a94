import { html, nothing, type TemplateResult } from 'lit'
import type { LocalizeController } from '../controllers.ts'
import '../elements/problem.ts'
import type { Problem } from '../../contract/problem.ts'

/** What the foot of a list has to know of its pages: a `PagesController`, for one. */
export interface PagesShown {
  readonly hasMore: boolean
  readonly isLoadingMore: boolean
  readonly moreProblem: Problem | undefined
  more(): Promise<void>
}

/** The foot of a list of which there is more; nothing where there is no more. */
export const more = (pages: PagesShown, { text }: LocalizeController): TemplateResult | typeof nothing =>
  pages.hasMore
    ? html`<div class="ln-more">
        <ln-problem .problem=${pages.moreProblem}></ln-problem>
        <button class="ln-button" type="button" ?disabled=${pages.isLoadingMore} @click=${pages.more}>${text('ln.more')}</button>
      </div>`
    : nothing

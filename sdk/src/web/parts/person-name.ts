import { html, nothing, type TemplateResult } from 'lit'
import type { PersonSummary } from '../../contract/shapes.ts'
import { arrowUpRight } from '../icons/lucide.ts'
import { icon } from '../icon.ts'
import type { LocalizeController } from '../controllers.ts'

type Words = Pick<LocalizeController, 'text'>

/** Avatar's companion: name, department or company, and 外部 for outside people. */
export const personName = (person: Pick<PersonSummary, 'name' | 'kind' | 'affiliation'>, words: Words): TemplateResult =>
  html`<span
    >${person.name}${person.affiliation === null ? nothing : html`<small>${person.affiliation}</small>`}${
      person.kind === 'external' ? html` ${externalBadge(words)}` : nothing
    }</span
  >`

/** ↗ 外部 */
export const externalBadge = (words: Words): TemplateResult =>
  html`<span class="ln-badge is-external">${icon(arrowUpRight, 12)}${words.text('ln.external')}</span>`

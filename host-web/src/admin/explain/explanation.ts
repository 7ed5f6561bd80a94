import type { Scope } from '@liaison/sdk'
import { icon, type LocalizeController } from '@liaison/sdk/web'
import { circleCheck, circleSlash } from '@liaison/sdk/icons'
import { html, type TemplateResult } from 'lit'

export interface Explanation {
  readonly allowed: boolean
  readonly scope: Scope
  readonly because: readonly {
    readonly kind: string
    readonly holds: boolean
    readonly text: { readonly 'zh-CN': string; readonly en: string }
  }[]
}

/** Yes or no, and step by step why: roles, cells, scope, facts of the thing. */
export function explained({ allowed, scope, because }: Explanation, name: string, { text, locale }: LocalizeController): TemplateResult {
  return html`<div class="answer ${allowed ? 'is-yes' : 'is-no'}">
      ${icon(allowed ? circleCheck : circleSlash)}
      <strong>${text(allowed ? 'admin.explain.yes' : 'admin.explain.no', { name, scope: text(`admin.scope.${scope}`) })}</strong>
    </div>
    <ol class="steps" aria-label=${text('admin.explain.because')}>
      ${because.map(
        ({ holds, text: said }) =>
          html`<li class=${holds ? 'is-met' : ''}>
            ${icon(holds ? circleCheck : circleSlash)}
            <div>${said[locale]}<small>${text(holds ? 'admin.explain.for' : 'admin.explain.against')}</small></div>
          </li>`,
      )}
    </ol>`
}

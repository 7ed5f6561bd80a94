import type { Scope } from '@liaison/sdk'
import type { DeclaredPermission, Role } from '@liaison/sdk/platform'
import { icon } from '@liaison/sdk/web'
import { check } from '@liaison/sdk/icons'
import type { LocalizeController } from '@liaison/sdk/web'
import { html, nothing, type TemplateResult } from 'lit'
import { adminPath } from '../admin-area.ts'
import { choicesOf } from './matrix-model.ts'

export interface Picked {
  readonly permission: DeclaredPermission
  readonly role: Role
  readonly scope: Scope
}

/** The one popup of the grid: the scopes that a cell may take. */
export function scopePicker(picked: Picked | undefined, localize: LocalizeController, choose: (scope: Scope) => void): TemplateResult {
  const { text, locale } = localize
  return html`<div class="matrix-pick" id="pick" popover>
    ${
      picked === undefined
        ? nothing
        : html`<header><strong>${picked.permission.title[locale]}</strong><small>${picked.role.name}</small></header>
            <div
              role="menu"
              aria-label=${text('admin.matrix.pick', { permission: picked.permission.title[locale], role: picked.role.name })}
            >
              ${choicesOf(picked.permission, picked.role).map(
                (scope) =>
                  html`<button
                    class="matrix-option"
                    type="button"
                    role="menuitemradio"
                    tabindex="-1"
                    aria-checked=${scope === picked.scope ? 'true' : 'false'}
                    @click=${() => choose(scope)}
                  >
                    <span class="matrix-scope" data-scope=${scope}>${text(`admin.scope.${scope}`)}</span>
                    <span>${text(`admin.scope.${scope}.hint`)}</span>
                    ${scope === picked.scope ? icon(check) : nothing}
                  </button>`,
              )}
            </div>
            <footer><a href="${adminPath}/explain?permission=${picked.permission.key}">${text('admin.explain.why')}</a></footer>`
    }
  </div>`
}

import { empty, type LocalizeController } from '@liaison/sdk/web'
import { ghost, triangleAlert } from '@liaison/sdk/icons'
import { html, type TemplateResult } from 'lit'
import type { Fallback } from './page-controller.ts'

/** What stands in the body when there is no page: nothing here, or a module that cannot be opened. */
export function fallbackPage(fallback: Fallback, moduleTitle: string, localize: LocalizeController): TemplateResult {
  const { text } = localize
  if (fallback.kind === 'nothing') {
    return html`<main class="ln-fallback">
      <h1 class="ln-visually-hidden">${text('shell.nothing.title')}</h1>
      ${empty({
        icon: ghost,
        title: text('shell.nothing.title'),
        text: text('shell.nothing.text'),
        action: html`<a class="ln-button" href="/">${text('shell.nothing.home')}</a>`,
      })}
    </main>`
  }
  const module = fallback.module?.title[localize.locale] ?? moduleTitle
  return html`<main class="ln-fallback">
    <h1 class="ln-visually-hidden">${text('shell.failed.title', { module })}</h1>
    ${empty({
      icon: triangleAlert,
      title: text('shell.failed.title', { module }),
      text: text('shell.failed.text'),
      action: html`<button class="ln-button" type="button" @click=${() => location.reload()}>${text('shell.failed.reload')}</button>`,
    })}
  </main>`
}

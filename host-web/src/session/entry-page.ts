import type { Locale } from '@liaison/sdk'
import { ContextController, type LocalizeController } from '@liaison/sdk/web'
import { html, type ReactiveElement, type TemplateResult } from 'lit'
import markUrl from '../images/mark.svg'
import { drawing } from './drawing.ts'

/** Lets somebody who has not signed in choose the language. */
export class LanguageController extends ContextController<'localizer'> {
  constructor(host: ReactiveElement) {
    super(host, 'localizer')
  }
  readonly use = (locale: Locale): void => void this.service.use(locale)
}

interface Entry {
  readonly company: string
  readonly version: string
  readonly form: TemplateResult
  readonly localize: LocalizeController
  readonly language: LanguageController
}

/** The frame of sign-in and set-up: company, form, version and language; on wide screens a drawing beside them. */
export function entryPage({ company, version, form, localize, language }: Entry): TemplateResult {
  const other: Locale = localize.locale === 'en' ? 'zh-CN' : 'en'
  return html`<div class="signin">
    <main class="signin-side">
      <div class="signin-company"><img src=${markUrl} alt="" width="28" height="28" />${company}</div>
      ${form}
      <footer class="signin-foot">
        <span>${localize.text('signin.version', { version })}</span>
        <button class="ln-link-button" type="button" lang=${other} @click=${() => language.use(other)}>
          ${localize.text(`shell.language.${other}`)}
        </button>
      </footer>
    </main>
    ${drawing(localize)}
  </div>`
}

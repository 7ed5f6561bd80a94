import { type Locale, locales } from '@liaison/sdk'
import { type ConsentText, listConsentTexts, publishConsentText } from '@liaison/sdk/platform'
import {
  Action,
  ApiController,
  ContextController,
  define,
  icon,
  LeaveController,
  LocalizeController,
  partsStyles,
  QueryController,
  type Route,
  skeletonRows,
  tableStyles,
  ToastController,
} from '@liaison/sdk/web'
import { chevronLeft, plus } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { adminPath } from '../admin-area.ts'
import { type Draft, draftOf, missingIn } from './notice-draft.ts'
import { styles } from './privacy-page.styles.ts'
import './notice-form.ts'

type Version = ConsentText & { readonly agreed: number }

/** Versions of the privacy notice: who agreed to which, and a new one to be written. */
export class LnAdminPrivacy extends LitElement {
  static override properties = {
    route: { attribute: false },
    draft: { state: true },
    language: { state: true },
    missing: { state: true },
    asking: { state: true },
  }
  static override styles = [...partsStyles, tableStyles, styles]
  declare route: Route | undefined
  /** Undefined: nothing is being written */
  declare draft: Draft | undefined
  declare language: Locale
  /** The language in which something is not filled in */
  declare missing: Locale | undefined
  declare asking: boolean

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #toasts = new ToastController(this)
  #queries = new ContextController(this, 'queries')
  #texts = new QueryController(this, listConsentTexts, () => ({ query: { limit: 200 } }))
  #publish = new Action(this, async (body: Draft) => {
    const { version } = await this.#api.call(publishConsentText, { body })
    this.asking = false
    this.draft = undefined
    await this.#queries.service.invalidate(listConsentTexts)
    this.#toasts.show({ text: this.#localize.text('admin.privacy.published', { version }) })
  })

  constructor() {
    super()
    this.language = 'zh-CN'
    this.asking = false
    new LeaveController(this, () => this.draft !== undefined)
  }

  override render() {
    const { text } = this.#localize
    const { data, problem, refetch } = this.#texts
    return html`<header class="ln-head">
        <a class="ln-button is-icon is-quiet ln-phone ln-back" href=${adminPath} aria-label=${text('admin.back')}>${icon(chevronLeft)}</a>
        <h1>${text('admin.privacy')}</h1>
        <div class="ln-head-end">${this.draft === undefined ? this.#begin(data?.items[0]) : nothing}</div>
      </header>
      ${
        data === undefined
          ? html`<div class="waiting" aria-busy="true">
              ${problem === undefined ? skeletonRows(4) : html`<ln-problem .problem=${problem} retry @ln-retry=${refetch}></ln-problem>`}
            </div>`
          : this.draft === undefined
            ? this.#versions(data.items)
            : this.#editor(this.draft)
      }`
  }

  #begin(present: ConsentText | undefined): TemplateResult {
    return html`<button
      class="ln-button is-primary"
      type="button"
      ?disabled=${present === undefined}
      @click=${() => present !== undefined && (this.draft = draftOf(present))}
    >
      ${icon(plus)}${this.#localize.text('admin.privacy.new')}
    </button>`
  }

  #versions(versions: readonly Version[]): TemplateResult {
    const { text, locale, dates } = this.#localize
    return html`<div class="ln-scroll" tabindex="0" role="region" aria-label=${text('admin.privacy.versions')}>
      <p class="hint">${text('admin.privacy.hint')}</p>
      <table class="ln-table">
        <thead>
          <tr>
            <th scope="col">${text('admin.privacy.version')}</th>
            <th scope="col">${text('admin.privacy.note')}</th>
            <th scope="col">${text('admin.privacy.required')}</th>
            <th scope="col" class="is-end">${text('admin.privacy.agreed')}</th>
          </tr>
        </thead>
        <tbody>
          ${versions.map(
            ({ version, publishedAt, note, required, agreed }, at) =>
              html`<tr>
                <th scope="row">
                  ${version}${at === 0 ? html` <span class="ln-badge is-success">${text('admin.privacy.inForce')}</span>` : nothing}
                  ${publishedAt === null ? nothing : html`<small title=${dates.exact(publishedAt)}>${dates.relative(publishedAt)}</small>`}
                </th>
                <td class="is-fact">${note[locale]}</td>
                <td class="is-fact">${text(required ? 'admin.privacy.required.yes' : 'admin.privacy.required.no')}</td>
                <td class="is-fact is-end">${text('admin.privacy.people', { count: agreed })}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`
  }

  #editor(draft: Draft): TemplateResult {
    const { text } = this.#localize
    return html`<div class="ln-scroll">
        <div class="editor">
          <p>${text('admin.privacy.write.hint')}</p>
          <div class="ln-segmented" role="group" aria-label=${text('admin.privacy.language')}>
            ${locales.map(
              (locale) =>
                html`<button
                  type="button"
                  lang=${locale}
                  aria-pressed=${locale === this.language ? 'true' : 'false'}
                  @click=${() => (this.language = locale)}
                >
                  ${text(`shell.language.${locale}`)}
                </button>`,
            )}
          </div>
          ${this.missing === undefined ? nothing : html`<p class="ln-field-error" role="alert">${text('admin.privacy.missing')}</p>`}
          <ln-notice-form
            .draft=${draft}
            .language=${this.language}
            @ln-draft-changed=${({ draft: next }: { draft: Draft }) => (this.draft = next)}
          ></ln-notice-form>
          <label class="ln-check">
            <input
              type="checkbox"
              .checked=${draft.required}
              @change=${(event: Event) => (this.draft = { ...draft, required: (event.target as HTMLInputElement).checked })}
            />
            <span>${text('admin.privacy.require')}<small>${text('admin.privacy.require.hint')}</small></span>
          </label>
        </div>
      </div>
      <footer>
        <ln-problem .problem=${this.#publish.problem}></ln-problem>
        <button class="ln-button" type="button" @click=${() => (this.draft = undefined)}>${text('admin.privacy.discard')}</button>
        <button class="ln-button is-primary" type="button" ?disabled=${this.#publish.pending} @click=${() => this.#onPublish(draft)}>
          ${text('admin.privacy.publish')}
        </button>
      </footer>
      ${this.#confirmation(draft)}`
  }

  #confirmation(draft: Draft): TemplateResult {
    const { text } = this.#localize
    const close = () => (this.asking = false)
    return html`<ln-dialog .open=${this.asking} heading=${text('admin.privacy.sure')} @ln-dialog-closed=${close}>
      <p>${text('admin.privacy.sure.hint')}</p>
      <button slot="foot" class="ln-button" type="button" @click=${close}>${text('admin.cancel')}</button>
      <button
        slot="foot"
        class="ln-button is-primary"
        type="button"
        ?disabled=${this.#publish.pending}
        @click=${() => this.#publish.start(draft)}
      >
        ${text('admin.privacy.publish')}
      </button>
    </ln-dialog>`
  }

  #onPublish(draft: Draft) {
    this.missing = missingIn(draft)
    if (this.missing !== undefined) this.language = this.missing
    else if (draft.required) this.asking = true
    else void this.#publish.start(draft)
  }
}
define('ln-admin-privacy', LnAdminPrivacy)

import type { Locale } from '@liaison/sdk'
import type { ConsentWords } from '@liaison/sdk/platform'
import { define, icon, LocalizeController, partsStyles } from '@liaison/sdk/web'
import { plus, x } from '@liaison/sdk/icons'
import { css, html, LitElement, type TemplateResult } from 'lit'
import { DraftChangedEvent } from './draft-changed.event.ts'
import type { Draft } from './notice-draft.ts'

const styles = css`
  :host {
    display: grid;
    gap: var(--ln-space-4);
    min-width: 0;
  }
  fieldset {
    display: grid;
    justify-items: start;
    gap: var(--ln-space-2);
    min-width: 0;
  }
  legend {
    margin-bottom: 6px;
  }
  .use {
    display: grid;
    grid-template-columns: 2fr 3fr 1.5fr 28px;
    align-items: center;
    gap: var(--ln-space-2);
    width: 100%;
  }
  textarea.ln-input {
    min-height: 240px;
    padding-block: var(--ln-space-2);
    font: var(--ln-text-reading);
    resize: vertical;
  }

  @media (max-width: 719px) {
    .use {
      grid-template-columns: minmax(0, 1fr) 28px;
      padding-bottom: var(--ln-space-2);
      border-bottom: var(--ln-hairline) solid var(--ln-border);
    }
    .use > .ln-input {
      grid-column: 1;
    }
    .use > .ln-button {
      grid-area: 1 / 2;
    }
  }
`
const columns = ['what', 'why', 'kept'] as const
const longest = { what: 200, why: 300, kept: 100 } as const
const mostUses = 20

/** One language of a notice that is being written. @fires ln-draft-changed */
export class LnNoticeForm extends LitElement {
  static override properties = { draft: { attribute: false }, language: {} }
  static override styles = [...partsStyles, styles]
  declare draft: Draft
  declare language: Locale

  #localize = new LocalizeController(this)

  override render() {
    const { text } = this.#localize
    const { words, note } = this.draft
    const { uses, text: whole } = words[this.language]
    return html`<div class="ln-field">
        <label class="ln-field-label" for="note">${text('admin.privacy.note')}</label>
        <input
          class="ln-input"
          id="note"
          maxlength="200"
          .value=${note[this.language]}
          placeholder=${text('admin.privacy.note.hint')}
          @input=${this.#onNote}
        />
      </div>
      <fieldset>
        <legend class="ln-field-label">${text('admin.privacy.uses')}</legend>
        ${uses.map((_use, at) => this.#use(at))}
        <button
          class="ln-button is-small"
          type="button"
          ?disabled=${uses.length >= mostUses}
          @click=${() => this.#setUses([...uses, { what: '', why: '', kept: '' }])}
        >
          ${icon(plus)}${text('admin.privacy.uses.add')}
        </button>
      </fieldset>
      <div class="ln-field">
        <label class="ln-field-label" for="whole">${text('admin.privacy.whole')}</label>
        <textarea
          class="ln-input"
          id="whole"
          maxlength="20000"
          .value=${whole}
          @input=${(event: Event) => this.#setWords({ text: valueOf(event) })}
        ></textarea>
        <p class="ln-field-hint">${text('admin.privacy.whole.hint')}</p>
      </div>`
  }

  #use(at: number): TemplateResult {
    const { text } = this.#localize
    const { uses } = this.draft.words[this.language]
    return html`<div class="use">
      ${columns.map(
        (column) =>
          html`<input
            class="ln-input"
            maxlength=${longest[column]}
            aria-label=${text('admin.privacy.use', { at: at + 1, column: text(`admin.privacy.${column}`) })}
            placeholder=${text(`admin.privacy.${column}`)}
            .value=${uses[at]?.[column] ?? ''}
            @input=${(event: Event) => this.#setUses(uses.map((use, other) => (other === at ? { ...use, [column]: valueOf(event) } : use)))}
          />`,
      )}
      <button
        class="ln-button is-icon is-quiet is-small"
        type="button"
        aria-label=${text('admin.privacy.uses.remove', { at: at + 1 })}
        ?disabled=${uses.length === 1}
        @click=${() => this.#setUses(uses.filter((_use, other) => other !== at))}
      >
        ${icon(x)}
      </button>
    </div>`
  }

  #setUses(uses: ConsentWords['uses']) {
    this.#setWords({ uses })
  }
  #setWords(part: Partial<ConsentWords>) {
    const { words } = this.draft
    this.#tell({ ...this.draft, words: { ...words, [this.language]: { ...words[this.language], ...part } } })
  }
  readonly #onNote = (event: Event) => this.#tell({ ...this.draft, note: { ...this.draft.note, [this.language]: valueOf(event) } })
  #tell(draft: Draft) {
    this.draft = draft
    this.dispatchEvent(new DraftChangedEvent(draft))
  }
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLTextAreaElement).value
define('ln-notice-form', LnNoticeForm)

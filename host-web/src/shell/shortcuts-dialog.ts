import { define, LocalizeController, partsStyles, type WebShortcut } from '@liaison/sdk/web'
import { css, html, LitElement } from 'lit'
import { TourAskedEvent } from './shell.events.ts'
import { ContributionsController } from './contributions-controller.ts'

const styles = css`
  dl {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 var(--ln-space-4);
  }
  dt,
  dd {
    display: flex;
    align-items: center;
    gap: var(--ln-space-1);
    min-height: var(--ln-row);
    color: var(--ln-text);
  }
`
const shellShortcuts: readonly WebShortcut[] = [
  { keys: ['Ctrl', 'K'], title: 'shell.shortcuts.search' },
  { keys: ['?'], title: 'shell.shortcuts.help' },
  { keys: ['Esc'], title: 'shell.shortcuts.close' },
]

/** All shortcuts, the shell's and the modules', and the way to the tour. @fires ln-tour-asked */
export class LnShortcutsDialog extends LitElement {
  static override properties = { open: { type: Boolean } }
  static override styles = [...partsStyles, styles]
  declare open: boolean

  #localize = new LocalizeController(this)
  #contributions = new ContributionsController(this)

  readonly #onTour = () => {
    this.open = false
    this.dispatchEvent(new TourAskedEvent())
  }

  override render() {
    const { text } = this.#localize
    const shortcuts = [...shellShortcuts, ...this.#contributions.value.shortcuts]
    return html`<ln-dialog .open=${this.open} .heading=${text('shell.shortcuts')} @ln-dialog-closed=${() => (this.open = false)}>
      <dl>
        ${shortcuts.map(
          ({ keys, title }) =>
            html`<dt>${text(title)}</dt>
              <dd>${keys.map((key) => html`<kbd class="ln-kbd">${key}</kbd>`)}</dd>`,
        )}
      </dl>
      <button slot="foot" class="ln-button" type="button" @click=${this.#onTour}>${text('shell.tour')}</button>
    </ln-dialog>`
  }
}
define('ln-shortcuts-dialog', LnShortcutsDialog)

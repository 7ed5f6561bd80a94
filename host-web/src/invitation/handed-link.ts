import type { LocalizeController, ToastController } from '@liaison/sdk/web'
import { html, type TemplateResult } from 'lit'

/** A link as it is shown this once. */
export interface HandedLink {
  /** Whole, to be handed over */
  readonly url: string
  readonly mailed: boolean
}

export const handedLink = (made: { url: string; mailed: boolean }): HandedLink => ({
  url: new URL(made.url, location.origin).href,
  mailed: made.mailed,
})

/** Says what became of the link, and lets it be copied. */
export function linkToHandOver({ url, mailed }: HandedLink, { text }: LocalizeController, toasts: ToastController): TemplateResult {
  const copy = async () => {
    await navigator.clipboard.writeText(url)
    toasts.show({ text: text('invitation.copied') })
  }
  return html`<p role="status">${text(mailed ? 'invitation.mailed' : 'invitation.made')}</p>
    <div class="invite-link">
      <input
        class="ln-input"
        readonly
        aria-label=${text('invitation.link.label')}
        .value=${url}
        @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
      />
      <button class="ln-button is-primary" type="button" @click=${copy}>${text('invitation.copy')}</button>
    </div>`
}

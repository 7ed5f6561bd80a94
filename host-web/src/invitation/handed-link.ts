import type { LocalizeController } from '@liaison/sdk/web'
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
export const linkToHandOver = ({ url, mailed }: HandedLink, { text }: LocalizeController): TemplateResult =>
  html`<p role="status">${text(mailed ? 'invitation.mailed' : 'invitation.made')}</p>
    <ln-secret .value=${url} label=${text('invitation.link.label')}></ln-secret>`

import type { InvitationPart } from '@liaison/sdk/platform'
import type { LocalizeController } from '@liaison/sdk/web'
import { html, type TemplateResult } from 'lit'

/** What the modules will show to whoever joins, and what not. */
export const invitationParts = (parts: readonly InvitationPart[], { locale }: LocalizeController): TemplateResult[] =>
  parts.map(
    ({ title, text }) =>
      html`<section>
        <h3>${title[locale]}</h3>
        <p>${text[locale]}</p>
      </section>`,
  )

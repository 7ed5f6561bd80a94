import type { Invitation } from '@liaison/sdk/platform'
import { type Icon, icon, type LocalizeController } from '@liaison/sdk/web'
import { circleCheck, clock, hourglass, timer, undo2 } from '@liaison/sdk/icons'
import { html, type TemplateResult } from 'lit'

const day = 86_400_000
/** So long before the end its sponsor is told, and the list says so, days */
const soon = 7

const icons: Record<Invitation['state'], Icon> = {
  open: clock,
  accepted: circleCheck,
  expired: hourglass,
  withdrawn: undo2,
  ended: hourglass,
}

/** How an invitation stands; what ends soon is said before it does. */
export function invitationState({ state, expiresAt }: Invitation, { text }: LocalizeController): TemplateResult {
  const endsSoon = state === 'accepted' && Date.parse(expiresAt) - Date.now() < soon * day
  const name = endsSoon ? 'soon' : state
  return html`<span class="invitation-state" data-state=${name}
    >${icon(endsSoon ? timer : icons[state], 14)}${text(`invitation.state.${name}`)}</span
  >`
}

/** Until when: of an open one how long its link works, of the others the day the access ends or ended. */
export function invitationUntil({ state, linkUntil, expiresAt }: Invitation, { text, dates }: LocalizeController): TemplateResult {
  if (state !== 'open') return html`<span title=${dates.exact(expiresAt)}>${dates.day(expiresAt)}</span>`
  return html`<span title=${dates.exact(linkUntil)}>${text('invitation.link.until', { when: dates.relative(linkUntil) })}</span>`
}

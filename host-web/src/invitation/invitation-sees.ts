import type { InvitationOffer } from '@liaison/sdk/platform'
import { avatar, icon, type LocalizeController } from '@liaison/sdk/web'
import { arrowUpRight, link2, lock } from '@liaison/sdk/icons'
import { html, type TemplateResult } from 'lit'
import { invitationParts } from './invitation-parts.ts'

const shownPeople = 6

/** What follows from accepting: the role, until when, the project, its people, and what stays hidden. */
export function invitationSees(offer: InvitationOffer, company: string, localize: LocalizeController): TemplateResult {
  const { text, dates } = localize
  const { people, sponsor } = offer
  return html`<aside class="entry-side" id="sees" aria-label=${text('invitation.sees.label')}>
    <header>
      <span class="ln-badge is-external">${icon(arrowUpRight)}${offer.role.name}</span>
      <span title=${dates.exact(offer.expiresAt)}>${text('invitation.until', { day: dates.day(offer.expiresAt) })}</span>
    </header>
    <h2>${text('invitation.sees')}</h2>
    <section>
      <h3>${text('invitation.sees.project')}</h3>
      <p>${offer.project.name}</p>
    </section>
    <section>
      <h3>${text('invitation.sees.people', { count: people.length })}</h3>
      <p class="entry-people">
        <span class="ln-stack">${people.slice(0, shownPeople).map((person) => avatar(person, { size: 24 }))}</span>
        <span>
          ${
            sponsor !== null
              ? text('invitation.sees.contact', { name: sponsor.name })
              : people.length === 0
                ? text('invitation.sees.people.none')
                : people.map(({ name }) => name).join(' ')
          }
        </span>
      </p>
    </section>
    ${invitationParts(offer.parts, localize)}
    <section class="is-hidden">
      <h3>${icon(lock, 14)}${text('invitation.hidden')}</h3>
      <p>${text('invitation.hidden.text', { company })}</p>
    </section>
    <p class="entry-contact">${icon(link2, 14)}${text('invitation.link', { day: dates.day(offer.linkUntil) })}</p>
  </aside>`
}

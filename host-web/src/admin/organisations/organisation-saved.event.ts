import type { Organisation } from '@liaison/sdk/platform'

/** The server has stored an outside company. */
export class OrganisationSavedEvent extends Event {
  readonly organisation: Organisation
  constructor(organisation: Organisation) {
    super('ln-organisation-saved', { bubbles: true, composed: true })
    this.organisation = organisation
  }
}

/** The person has agreed, and the server keeps it. */
export class ConsentGivenEvent extends Event {
  constructor() {
    super('ln-consent-given', { bubbles: true, composed: true })
  }
}

/** An invitation was made. */
export class InvitedEvent extends Event {
  constructor() {
    super('ln-invited', { bubbles: true, composed: true })
  }
}

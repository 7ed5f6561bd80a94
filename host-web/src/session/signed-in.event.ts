/** Somebody has signed in. */
export class SignedInEvent extends Event {
  constructor() {
    super('ln-signed-in', { bubbles: true, composed: true })
  }
}

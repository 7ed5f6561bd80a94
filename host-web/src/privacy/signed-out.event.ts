/** Nobody is signed in on this device any more. */
export class SignedOutEvent extends Event {
  constructor() {
    super('ln-signed-out', { bubbles: true, composed: true })
  }
}

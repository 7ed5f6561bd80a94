/** Somebody wants to try again. */
export class RetryEvent extends Event {
  static readonly eventName = 'ln-retry'
  constructor() {
    super(RetryEvent.eventName, { bubbles: true, composed: true })
  }
}

/** A role was given to somebody, or taken. */
export class HoldersChangedEvent extends Event {
  constructor() {
    super('ln-holders-changed', { bubbles: true, composed: true })
  }
}

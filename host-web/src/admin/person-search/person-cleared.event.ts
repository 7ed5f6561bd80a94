/** The person of a field was taken away. */
export class PersonClearedEvent extends Event {
  constructor() {
    super('ln-person-cleared', { bubbles: true, composed: true })
  }
}

/** The person has kept the recovery codes. */
export class CodesKeptEvent extends Event {
  constructor() {
    super('ln-codes-kept', { bubbles: true, composed: true })
  }
}

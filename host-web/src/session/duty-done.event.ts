/** What the session had to do before anything else is done. */
export class DutyDoneEvent extends Event {
  constructor() {
    super('ln-duty-done', { bubbles: true, composed: true })
  }
}

/** The person has seen the tour, or left it out. */
export class TourEndedEvent extends Event {
  constructor() {
    super('ln-tour-ended', { bubbles: true, composed: true })
  }
}

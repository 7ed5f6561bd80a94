/** Another file is to be imported. */
export class ImportAgainEvent extends Event {
  constructor() {
    super('ln-import-again', { bubbles: true, composed: true })
  }
}

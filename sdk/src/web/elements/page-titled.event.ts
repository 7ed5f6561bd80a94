/** A page says what it shows now: the conversation, the task. The shell puts it into the top bar and the tab; empty takes it away. */
export class PageTitledEvent extends Event {
  readonly title: string
  constructor(title: string) {
    super('ln-page-titled', { bubbles: true, composed: true })
    this.title = title
  }
}

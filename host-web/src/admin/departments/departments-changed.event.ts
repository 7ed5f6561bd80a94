/** The server has changed departments or who is in them: what is shown has to be read again. */
export class DepartmentsChangedEvent extends Event {
  /** The department to show; undefined: the same; null: none */
  readonly show: string | null | undefined
  constructor(show?: string | null) {
    super('ln-departments-changed', { bubbles: true, composed: true })
    this.show = show
  }
}

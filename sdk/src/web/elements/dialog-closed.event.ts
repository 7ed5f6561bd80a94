/** A dialog was closed, by a button or by Esc. */
export class DialogClosedEvent extends Event {
  static readonly eventName = 'ln-dialog-closed'
  constructor() {
    super(DialogClosedEvent.eventName)
  }
}

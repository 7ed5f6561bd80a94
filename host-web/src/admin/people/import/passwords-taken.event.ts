/** The first passwords were downloaded or copied. */
export class PasswordsTakenEvent extends Event {
  constructor() {
    super('ln-passwords-taken', { bubbles: true, composed: true })
  }
}

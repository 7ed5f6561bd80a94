/** My password was changed; the other devices are signed out. */
export class PasswordChangedEvent extends Event {
  constructor() {
    super('ln-password-changed', { bubbles: true, composed: true })
  }
}

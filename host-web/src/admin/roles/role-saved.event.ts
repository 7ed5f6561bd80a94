import type { Role } from '@liaison/sdk/platform'

/** The server has stored a role. */
export class RoleSavedEvent extends Event {
  readonly role: Role
  constructor(role: Role) {
    super('ln-role-saved', { bubbles: true, composed: true })
    this.role = role
  }
}

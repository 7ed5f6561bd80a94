import type { DirectoryPerson } from '@liaison/sdk'

/** The server has stored a person. */
export class PersonSavedEvent extends Event {
  readonly person: DirectoryPerson
  constructor(person: DirectoryPerson) {
    super('ln-person-saved', { bubbles: true, composed: true })
    this.person = person
  }
}

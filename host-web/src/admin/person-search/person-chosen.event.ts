import type { DirectoryPerson } from '@liaison/sdk'

/** Somebody was picked from those found. */
export class PersonChosenEvent extends Event {
  readonly person: DirectoryPerson
  constructor(person: DirectoryPerson) {
    super('ln-person-chosen', { bubbles: true, composed: true })
    this.person = person
  }
}

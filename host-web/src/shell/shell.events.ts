const bubbling = { bubbles: true, composed: true }

/** Somebody wants to search. */
export class SearchAskedEvent extends Event {
  constructor() {
    super('ln-search-asked', bubbling)
  }
}
/** Somebody wants to see the shortcuts. */
export class ShortcutsAskedEvent extends Event {
  constructor() {
    super('ln-shortcuts-asked', bubbling)
  }
}
/** Somebody wants to be shown around. */
export class TourAskedEvent extends Event {
  constructor() {
    super('ln-tour-asked', bubbling)
  }
}
/** Somebody wants to sign out. */
export class SignOutEvent extends Event {
  constructor() {
    super('ln-sign-out', bubbling)
  }
}

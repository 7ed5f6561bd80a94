import type { Draft } from './notice-draft.ts'

/** Something was written. */
export class DraftChangedEvent extends Event {
  readonly draft: Draft
  constructor(draft: Draft) {
    super('ln-draft-changed', { bubbles: true, composed: true })
    this.draft = draft
  }
}

import type { Channel, Message } from '../contract.ts'
import type { PendingMessage } from './state/drafts.ts'

/** Somebody wants to start a conversation. */
export class ConversationWantedEvent extends Event {
  constructor() {
    super('ln-im-conversation-wanted', { bubbles: true, composed: true })
  }
}
/** A conversation was started, or the one that there was is found. */
export class ConversationStartedEvent extends Event {
  readonly channel: Channel
  constructor(channel: Channel) {
    super('ln-im-conversation-started', { bubbles: true, composed: true })
    this.channel = channel
  }
}
/** The details are to be shown, or put away. */
export class DetailToggledEvent extends Event {
  constructor() {
    super('ln-im-detail-toggled', { bubbles: true, composed: true })
  }
}
/** A message is to be answered, or changed, in the composer. */
export class MessageChosenEvent extends Event {
  readonly message: Message
  readonly aim: 'reply' | 'edit'
  constructor(message: Message, aim: 'reply' | 'edit') {
    super('ln-im-message-chosen', { bubbles: true, composed: true })
    this.message = message
    this.aim = aim
  }
}
/** A message that was refused is to be written anew. */
export class RewriteWantedEvent extends Event {
  readonly pending: PendingMessage
  constructor(pending: PendingMessage) {
    super('ln-im-rewrite-wanted', { bubbles: true, composed: true })
    this.pending = pending
  }
}
/** The people chosen in a picker are others now. */
export class PeopleChosenEvent extends Event {
  readonly personIds: readonly string[]
  constructor(personIds: readonly string[]) {
    super('ln-im-people-chosen', { bubbles: true, composed: true })
    this.personIds = personIds
  }
}

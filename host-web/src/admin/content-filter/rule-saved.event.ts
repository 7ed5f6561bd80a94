import type { ContentRuleDetail } from '@liaison/sdk/platform'

/** The server has stored a rule. */
export class RuleSavedEvent extends Event {
  readonly rule: ContentRuleDetail
  constructor(rule: ContentRuleDetail) {
    super('ln-content-rule-saved', { bubbles: true, composed: true })
    this.rule = rule
  }
}
/** A rule is gone. */
export class RuleDeletedEvent extends Event {
  constructor() {
    super('ln-content-rule-deleted', { bubbles: true, composed: true })
  }
}

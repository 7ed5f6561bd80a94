/** A second factor was set up. */
export class FactorAddedEvent extends Event {
  /** New ones, to be shown this once; empty when there were some before */
  readonly recoveryCodes: readonly string[]
  constructor(recoveryCodes: readonly string[]) {
    super('ln-factor-added', { bubbles: true, composed: true })
    this.recoveryCodes = recoveryCodes
  }
}

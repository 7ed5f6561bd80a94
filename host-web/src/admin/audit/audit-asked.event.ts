import type { AuditAsk } from './audit-address.ts'

/** Somebody wants to see other entries. */
export class AuditAskedEvent extends Event {
  readonly part: Partial<AuditAsk>
  constructor(part: Partial<AuditAsk>) {
    super('ln-audit-asked', { bubbles: true, composed: true })
    this.part = part
  }
}
declare global {
  interface HTMLElementEventMap {
    'ln-audit-asked': AuditAskedEvent
  }
}

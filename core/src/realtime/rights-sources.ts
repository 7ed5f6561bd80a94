import type { Access } from '../access/access.ts'

/** What is asked of the access floor: the compiled access of a person, and when it may have changed. */
export interface AccessSource {
  /** At once when it is known; undefined for somebody who is disabled */
  find(personId: string): Access | undefined | Promise<Access | undefined>
  /** `*`: anybody's */
  onChanged(listener: (personId: string) => void): () => void
}

/** What is asked of the memberships: when members of a row may have changed; undefined: of any row. */
export interface MembershipSource {
  onChanged(listener: (table: string, rowId: string | undefined) => void): () => void
}

import type { Problem } from '@liaison/sdk'

/** Back to account and password. */
export class SignInLeftEvent extends Event {
  /** Why it has to begin again; undefined: the person wants it */
  readonly problem: Problem | undefined
  constructor(problem?: Problem) {
    super('ln-sign-in-left', { bubbles: true, composed: true })
    this.problem = problem
  }
}

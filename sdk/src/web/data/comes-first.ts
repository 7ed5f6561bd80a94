import type { Problem } from '../../contract/problem.ts'
import { signInNeeded } from '../../contract/problem.ts'
import { consentNeeded, passwordChangeNeeded, secondFactorSetUpNeeded } from '../../contract/sign-in-problems.ts'

const duties: ReadonlySet<string> = new Set(
  [signInNeeded, consentNeeded, passwordChangeNeeded, secondFactorSetUpNeeded].map(({ type }) => type),
)

/** Whether the person has something to do first, such as signing in or agreeing to the privacy notice; after that the same call may pass. */
export const comesFirst = ({ type }: Pick<Problem, 'type'>): boolean => duties.has(type)

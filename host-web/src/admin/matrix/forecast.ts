import type { PersonChange } from '@liaison/sdk/platform'

/** Who gains and who loses a permission. */
export interface Touched {
  readonly gaining: readonly string[]
  readonly losing: readonly string[]
}

export function touchedBy(people: readonly PersonChange[], permission: string): Touched {
  const of = (way: 'gains' | 'loses') =>
    people.filter((one) => one[way].some((reach) => reach.permission === permission)).map((one) => one.personId)
  return { gaining: of('gains'), losing: of('loses') }
}

/** Whether somebody would no longer manage access. */
export const losesAdministration = (people: readonly PersonChange[], personId: string): boolean =>
  people.some((one) => one.personId === personId && one.loses.some(({ permission }) => permission === 'access.manage'))

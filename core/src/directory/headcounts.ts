/** How many people are in a department. */
export interface Headcount {
  readonly people: number
  /** In it or below it, each counted once */
  readonly peopleBelow: number
}
interface Placed {
  readonly departmentIds: readonly string[]
}
interface InTree {
  /** `/id/…/id/` of the departments above and itself */
  readonly path: string
}

/** Counts people in their departments and in all that lie above. */
export function headcounts(people: Iterable<Placed>, departments: ReadonlyMap<string, InTree>): ReadonlyMap<string, Headcount> {
  const counted = new Map<string, { people: number; peopleBelow: number }>()
  const of = (id: string) => {
    const known = counted.get(id) ?? { people: 0, peopleBelow: 0 }
    counted.set(id, known)
    return known
  }
  for (const { departmentIds } of people) {
    const above = new Set<string>()
    for (const id of departmentIds) {
      of(id).people += 1
      for (const one of departments.get(id)?.path.split('/') ?? []) if (one !== '') above.add(one)
    }
    for (const id of above) of(id).peopleBelow += 1
  }
  return counted
}

import { invalidInput, type PersonSummary } from '@liaison/sdk'
import type { People } from '@liaison/sdk/server'
import type { ImWork } from './im-work.ts'

/**
 * People whom the actor may bring into a conversation.
 * @throws invalidInput (400) that names the first who does not exist, is disabled, or whom an outside actor does not know:
 *   the same words for all three
 */
export async function companions(work: ImWork, people: People, personIds: readonly string[]): Promise<PersonSummary[]> {
  const known = work.actor.external ? await acquaintances(work, people) : undefined
  return personIds.map((personId, index) => {
    const person = people.find(personId)
    const strange = known !== undefined && personId !== work.actor.id && !known.has(personId)
    if (person === undefined || person.disabled || strange) throw unknownPerson(index)
    return person
  })
}

const unknownPerson = (index: number) =>
  invalidInput({ errors: [{ pointer: `/body/memberIds/${index}`, message: 'is nobody you can talk to' }] })

/** An outside person knows whom he shares a conversation or a project with. */
async function acquaintances(work: ImWork, people: People): Promise<ReadonlySet<string>> {
  const met = await work.rows.query((tables) => tables.selectFrom('im_member as m').select('m.personId').distinct())
  const ofProjects = people.projectsOf(work.actor.id).flatMap((projectId) => [...people.ofProject(projectId)])
  return new Set([...met.map(({ personId }) => personId), ...ofProjects])
}

import type { Who } from './leak-cast.ts'
import { type Door, paramsOf } from './leak-doors.ts'
import { expectedAnswer, givenAnswer, holds } from './leak-verdict.ts'
import { asksForLists } from './walk-lists.ts'
import { asksForRows } from './walk-rows.ts'
import { judgeShown, type Shown } from './leak-shown.ts'
import { eachAtOnce, type Walked } from './walked.ts'

/** Tries one operation as everybody, about everything; over sockets and by jobs as some who may, and as some who may not. */
export async function tryDoor(walked: Walked, door: Door): Promise<void> {
  const shown: Shown[] = []
  let isAsked = false
  const others = [...someOf(walked, door, walked.bySockets), ...(door.note.ofSession === true ? [] : someOf(walked, door, walked.byJobs))]
  walked.turns.next += 1
  await eachAtOnce([...walked.actors, ...others], async (who) => {
    if (!(await asksForFunction(walked, door, who)) || door.note.unjudged !== undefined) return
    if (door.path.length > 0) shown.push(...(await asksForRows(walked, door, who)))
    else if (door.operation.method === 'GET') {
      isAsked = true
      shown.push(...(await asksForLists(walked, door, who)))
    }
  })
  if (isAsked && shown.length === 0) walked.report.complain(`${door.id} answered nobody: the walk does not know how to ask`)
  judgeShown(walked, door, shown)
}

async function asksForFunction({ model, report }: Walked, door: Door, who: Who): Promise<boolean> {
  const expected = expectedAnswer(model, who, door.operation)
  const asked = { params: paramsOf(door, () => crypto.randomUUID()), ...(door.operation.method !== 'GET' && { body: {} }) }
  const found = givenAnswer(await who.asks(door.operation, asked), door.operation)
  report.cell(
    'function',
    { who, door: door.id, about: 'nothing in particular' },
    { expected, found, why: () => reasonOf(model, who, door) },
  )
  return expected === 'let in' && found === 'let in'
}

/** Others for each door, far apart in the cast, so that everybody has his turn, and a token or a viewer each time. */
function someOf({ model, turns: { next: turn } }: Walked, { operation }: Door, all: readonly Who[]): readonly Who[] {
  const one = (some: readonly Who[], at: number): readonly Who[] => (some.length === 0 ? [] : [some[at % some.length]!])
  const few = (some: readonly Who[]): readonly Who[] => {
    const isLess = ({ only, viewerId }: Who): boolean => only !== undefined || viewerId !== undefined
    const full = some.filter((who) => !isLess(who))
    return [...new Set([...one(full, turn), ...one(full, turn + Math.floor(full.length / 2)), ...one(some.filter(isLess), turn)])]
  }
  const may = (who: Who): boolean => expectedAnswer(model, who, operation) === 'let in'
  return [...few(all.filter(may)), ...few(all.filter((who) => !may(who)))]
}

function reasonOf(model: Walked['model'], who: Who, { operation }: Door): string {
  const { permission } = operation
  if (permission === undefined) return `it is for ${operation.access}`
  return `${who.name} ${holds(model, who, permission.key) ? 'holds' : 'does not hold'} ${permission.key}`
}

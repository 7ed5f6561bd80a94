import type { Topic } from '../../server/index.ts'
import type { TopicNote } from './leak-samples.ts'
import { reaches } from './leak-verdict.ts'
import { eachAtOnce, type Walked } from './walked.ts'

/** Tries to hear of every row by the topics that are about them. */
export async function tryTopic(walked: Walked, topic: Topic, note: TopicNote | undefined): Promise<void> {
  const { model, report, readOf, actors } = walked
  const table = topic.entity?.table ?? note?.about
  if (table === undefined)
    return report.complain(`the topic ${topic.name} decides by a rule of its own: say it in the testing entry (topics)`)
  await eachAtOnce(actors, async (who) => {
    if (who.person === undefined) return
    const socket = await who.person.socket().catch(() => undefined)
    for (const row of model.rows(table)) {
      const isDue = note ? note.sees(row, who, model) : reaches(model, who, readOf.get(table)!, [table, row])
      const expected = isDue && who.id !== undefined ? 'heard' : 'silent'
      const found =
        socket === undefined
          ? 'silent'
          : await socket.subscribe(`${topic.name}:${row.id}`, 0).then(
              () => 'heard',
              () => 'silent',
            )
      const place = { who, door: `topic ${topic.name}`, about: `${table} ${row.id}` }
      report.cell('topic', place, {
        expected,
        found,
        why: () => `${readOf.get(table) ?? 'the rule'} ${isDue ? 'reaches' : 'does not reach'} it`,
      })
    }
    await socket?.close()
  })
}

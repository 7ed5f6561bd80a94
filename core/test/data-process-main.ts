import { writeSync } from 'node:fs'
import { migrate } from '../src/data/migrations.ts'
import { openDatabase } from '../src/data/open-database.ts'
import { chatEntities, chatMigrations, Line } from './data-sample.ts'

// A process of its own for tests that start several, or kill one: node data-process-main.ts <job> <url> <name>
const [job, url = '', name = 'process'] = process.argv.slice(2)
const silent = {
  info: () => {},
  warn: () => {},
  error: (facts: object, message: string) => void process.stderr.write(`${message} ${JSON.stringify(facts)}\n`),
}
let made = 0
const db = await openDatabase({
  url,
  entities: chatEntities,
  auditKey: 'audit key of the tests',
  clock: { now: () => new Date() },
  newId: () => `${name}-${process.pid}-${(made += 1)}`,
  log: silent,
  pool: 4,
})

const append = (room: string, clientId: string): Promise<number> =>
  new Promise((resolve, reject) => {
    db.append(Line, { roomId: room, authorId: name, clientId, text: clientId }, name, 'chat.say', (error, appended) =>
      appended ? resolve(appended.row.seq as number) : reject(error as Error),
    )
  })

if (job === 'migrate') {
  console.log(JSON.stringify(await migrate(db, [{ id: 'chat', migrations: chatMigrations }])))
  await db.close()
}
if (job === 'append-for-ever') {
  // eight at a time in three rooms; every acknowledged one is written down at once
  const lane = async (index: number): Promise<never> => {
    for (let count = 0; ; count += 1) {
      const room = `room-${(index + count) % 3}`
      const clientId = `${name}-${index}-${count}`
      const seq = await append(room, clientId)
      writeSync(1, `${room} ${clientId} ${seq}\n`)
    }
  }
  await Promise.all(Array.from({ length: 8 }, (_value, index) => lane(index)))
}
if (job === 'race') {
  // the same client ids as the other process, under one author
  const seqs = await Promise.all(
    Array.from(
      { length: 200 },
      (_value, count) =>
        new Promise<string>((resolve, reject) => {
          const values = { roomId: 'room-0', authorId: 'both', clientId: `race-${count}`, text: name }
          setTimeout(
            () =>
              db.append(Line, values, 'both', 'chat.say', (error, appended) =>
                appended
                  ? resolve(`${count}:${String(appended.row.seq)}:${String(appended.row.id)}:${appended.fresh}`)
                  : reject(error as Error),
              ),
            count % 40,
          )
        }),
    ),
  )
  console.log(seqs.join(' '))
  await db.close()
}

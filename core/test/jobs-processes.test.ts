import { afterAll, expect, it } from 'vitest'
import { JobEntity, jobMigrations } from '../src/jobs/job-entity.ts'
import { JobStore } from '../src/jobs/job-store.ts'
import { Sealed } from '../src/rooms/sealed.ts'
import { openTestDatabase, type TestDatabase, testIds } from './database.ts'
import { startProcess } from './data-process.ts'

const opened: TestDatabase[] = []
afterAll(async () => {
  for (const database of opened) await database.close()
})

const main = 'jobs-process-main.ts'
const newId = testIds()

/** A PostgreSQL with so many letters to send. */
async function withLetters(count: number): Promise<string> {
  const database = await openTestDatabase('postgresql', { entities: [JobEntity], plugins: [{ id: 'jobs', migrations: jobMigrations }] })
  opened.push(database)
  const store = new JobStore(database.db, new Sealed('secret of the tests', 'jobs'))
  const now = new Date()
  await database.db.write(async (unit) => {
    for (let number = 0; number < count; number += 1)
      await store.add(unit, { id: newId(), kind: 'letters.send', data: `letter-${number}`, at: now, dedupe: null, now })
  })
  return database.url
}

it('shares jobs among processes, each done once', async () => {
  const url = await withLetters(200)
  const workers = [startProcess('work', url, '0', main), startProcess('work', url, '0', main)]
  const outputs = await Promise.all(workers.map(({ output }) => output))
  const sent = outputs.flatMap((output) => output.split('\n').filter((line) => line !== ''))
  expect(sent.toSorted()).toEqual(Array.from({ length: 200 }, (_value, number) => `letter-${number}`).toSorted())
})

it('takes a job over from a process that died', async () => {
  const url = await withLetters(1)
  const dying = startProcess('hang', url, '0', main)
  await dying.lines(1)
  await dying.kill()
  const early = startProcess('work', url, '0', main)
  expect(await early.output).toBe('')
  const late = startProcess('work', url, '61', main)
  expect(await late.output).toBe('letter-0\n')
})

import { writeSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '../src/data/open-database.ts'
import { JobEntity } from '../src/jobs/job-entity.ts'
import { JobRunner } from '../src/jobs/job-runner.ts'
import { JobStore } from '../src/jobs/job-store.ts'
import type { Kernel } from '../src/kernel/kernel.ts'
import { Sealed } from '../src/rooms/sealed.ts'

// A worker of its own: node jobs-process-main.ts <work|hang> <url> <seconds that its clock is ahead>
const [task, url = '', ahead = '0'] = process.argv.slice(2)
const clock = { now: () => new Date(Date.now() + Number(ahead) * 1000) }
const log = {
  info: () => {},
  warn: () => {},
  error: (facts: object, message: string) => void process.stderr.write(`${message} ${JSON.stringify(facts)}\n`),
}
const db = await openDatabase({
  ...{ url, clock, log, entities: [JobEntity], pool: 4 },
  auditKey: 'audit key of the tests',
  newId: () => crypto.randomUUID(),
})
const runner = new JobRunner({
  rollOut: { isOn: () => true },
  callAs: () => () => Promise.reject(new Error('no job here calls anything')),
  ...{ db, clock, log, newId: () => crypto.randomUUID() },
  store: new JobStore(db, new Sealed('secret of the tests', 'jobs')),
  kernel: { plugins: new Map([['letters', { enabled: true }]]) } as unknown as Kernel,
})
runner.define<string>('letters.send', async (data) => {
  writeSync(1, `${data}\n`)
  await (task === 'hang' ? pause(600_000) : pause(1))
})
if (task === 'hang') runner.start()
else {
  await runner.settled()
  await db.close()
}

import type { Logger } from '@liaison/sdk/server'
import { verifyAudit } from '../data/audit-verification.ts'
import { openDatabase } from '../data/open-database.ts'
import { BootError } from '../kernel/boot-error.ts'
import { readConfiguration } from '../kernel/configuration.ts'
import { readSecret } from '../kernel/secret.ts'
import { uuidSource } from '../kernel/uuid.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const silent: Logger = { info: () => {}, warn: () => {}, error: (facts, message) => say(`${message}: ${JSON.stringify(facts)}`) }

/** Verifies the trail of the configured installation, also while it runs. Exit code 1: something was changed or is missing. */
export async function verifyCommand(): Promise<void> {
  try {
    const configuration = readConfiguration()
    const secret = readSecret(configuration)
    const clock = { now: () => new Date() }
    const options = { url: configuration.databaseUrl, entities: [], auditKey: secret, clock, newId: uuidSource(Date.now), log: silent }
    const db = await openDatabase(options)
    try {
      const { ok, entries, firstBadId } = await verifyAudit(db, secret)
      say(ok ? `The audit trail is whole: ${entries} entries.` : `Entry ${firstBadId} was changed, or something before it is missing.`)
      if (!ok) process.exitCode = 1
    } finally {
      await db.close()
    }
  } catch (error) {
    process.exitCode = 1
    if (!(error instanceof BootError)) throw error
    process.stderr.write(`${error.message}\n`)
  }
}

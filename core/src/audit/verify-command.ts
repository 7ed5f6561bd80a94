import type { Logger } from '@liaison/sdk/server'
import { AnchorFile, anchorFrom, anchorText, auditEnd } from '../data/audit-anchor.ts'
import { type AuditVerification, verifyAudit } from '../data/audit-verification.ts'
import { openDatabase } from '../data/open-database.ts'
import { BootError } from '../kernel/boot-error.ts'
import { readConfiguration } from '../kernel/configuration.ts'
import { readSecret } from '../kernel/secret.ts'
import { uuidSource } from '../kernel/uuid.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const silent: Logger = { info: () => {}, warn: () => {}, error: (facts, message) => say(`${message}: ${JSON.stringify(facts)}`) }

const faults = {
  changed: 'what it says was changed',
  missing: 'an entry before it is missing, or entries were exchanged',
  cut: 'the end of the trail was cut off there',
  beginning: 'what stands for the entries that were removed for their age was changed',
}
const told = ({ entries, firstBadId, fault }: AuditVerification): string =>
  fault === undefined ? `The audit trail is whole: ${entries} entries.` : `Entry ${firstBadId ?? 'unknown'}: ${faults[fault]}.`

/**
 * Verifies the trail of the configured installation, also while it runs, and prints where it ends. Exit code 1: something was
 * changed or is missing.
 * @param anchor - where the trail ended at an earlier time, `<number>:<hash>`; beside it the data folder's own is looked at
 */
export async function verifyCommand(anchor: string | undefined = process.argv[2]): Promise<void> {
  try {
    const configuration = readConfiguration()
    const secret = readSecret(configuration)
    const clock = { now: () => new Date() }
    const options = { url: configuration.databaseUrl, entities: [], auditKey: secret, clock, newId: uuidSource(Date.now), log: silent }
    const db = await openDatabase(options)
    try {
      const kept = await new AnchorFile(configuration.data, secret).read()
      const given = anchor === undefined ? [] : [anchorFrom(anchor)]
      const verification = await verifyAudit(db, secret, [...given, ...(kept === undefined ? [] : [kept])])
      say(told(verification))
      const end = await auditEnd(db)
      if (end !== undefined) say(`It ends at ${anchorText(end)}`)
      if (!verification.ok) process.exitCode = 1
    } finally {
      await db.close()
    }
  } catch (error) {
    process.exitCode = 1
    if (!(error instanceof BootError)) throw error
    process.stderr.write(`${error.message}\n`)
  }
}

import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Database } from '../../data/database.ts'
import { readRows } from '../../rooms/read-rows.ts'
import { type AnyWork, unitOf } from '../../rooms/unit-of.ts'
import { unitRows } from '../../rooms/unit-rows.ts'
import { RecoveryCodeEntity } from '../safety-entities.ts'
import { statement } from '../statement.ts'
import { toBase32 } from './one-time-code.ts'

const howMany = 10
/** 50 bits */
const length = 10

/** Ten ways in for somebody who lost his devices, each for once. Only keyed digests are stored: codes are short. */
export class RecoveryCodes {
  readonly #db: Database
  readonly #key: Buffer

  constructor(db: Database, secret: string) {
    this.#db = db
    this.#key = Buffer.from(hkdfSync('sha256', secret, '', 'liaison.recovery-codes', 32))
  }

  async left(personId: string): Promise<number> {
    return (await readRows(this.#db, RecoveryCodeEntity, { personId })).length
  }

  /** Ten new ones, as a person reads them (`ABCDE-FGHIJ`); those before stop working. */
  async renew(work: AnyWork & { newId(): string }, personId: string): Promise<string[]> {
    const rows = unitRows(work)
    await rows.remove(RecoveryCodeEntity, { personId })
    const codes = Array.from({ length: howMany }, () => toBase32(randomBytes(7)).slice(0, length))
    for (const code of codes) await rows.insert(RecoveryCodeEntity, { id: work.newId(), personId, hash: this.#digest(personId, code) })
    return codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`)
  }

  /** Whether one is right, before the unit. */
  async has(personId: string, code: string): Promise<boolean> {
    return (await readRows(this.#db, RecoveryCodeEntity, { personId, hash: this.#digest(personId, plain(code)) })).length > 0
  }

  /** In the unit of the sign-in. @returns false when somebody was faster */
  async use(work: AnyWork, personId: string, code: string): Promise<boolean> {
    const text = statement(this.#db.dialect, 'delete from core_recovery_code where person_id = ? and hash = ?')
    return (await unitOf(work).run.run(text, [personId, this.#digest(personId, plain(code))])) > 0
  }

  #digest(personId: string, code: string): string {
    return createHmac('sha256', this.#key).update(`${personId} ${code}`).digest('hex')
  }
}

/** As somebody copies it: with or without the hyphen, in any case, 0 and 1 for the letters that they look like. */
const plain = (code: string): string =>
  code
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .replaceAll('0', 'O')
    .replaceAll('1', 'I')

import type { Row } from '@liaison/sdk/server'
import type { Database, Executor } from '../data/database.ts'
import type { DirectoryMemory } from '../directory/directory-memory.ts'
import type { Duty } from '../http/duty.ts'
import { readRows, tables } from '../rooms/read-rows.ts'
import { type Reading, SharedMemory } from '../rooms/shared-memory.ts'
import { type AnyWork, unitOf } from '../rooms/unit-of.ts'
import { CredentialEntity } from './auth-entities.ts'
import { AuthenticatorEntity, PasskeyEntity, SignInPolicyEntity } from './safety-entities.ts'

/** How people sign in. */
export interface Policy {
  readonly minLength: number
  readonly remembersLast: number
  readonly maxAgeDays: number | null
  readonly required: 'nobody' | 'roles' | 'everybody'
  readonly roleIds: readonly string[]
  /** ms since the epoch */
  readonly requiredFrom: number | null
  /** Of the stored row; 0: nothing was changed yet */
  readonly version: number
}
export const usualPolicy: Policy = {
  minLength: 10,
  remembersLast: 0,
  maxAgeDays: null,
  required: 'nobody',
  roleIds: [],
  requiredFrom: null,
  version: 0,
}

/** What decides how somebody's sign-in goes on. */
export interface SafetyFacts {
  /** ms since the epoch; null: no password */
  readonly passwordAt: number | null
  /** ms since the epoch; null: the person's own password */
  readonly oneTimeUntil: number | null
  readonly authenticator: boolean
  readonly passkeys: number
}
const nothing: SafetyFacts = { passwordAt: null, oneTimeUntil: null, authenticator: false, passkeys: 0 }

const day = 86_400_000
type Change = { readonly personId: string; readonly facts: SafetyFacts } | { readonly policy: Policy } | { readonly people: 'many' }

/** Policy and factors of everybody, from memory, the same on every process: each change travels with its commit. */
export class SafetyMemory {
  readonly #db: Database
  readonly #directory: DirectoryMemory
  readonly #shared: SharedMemory<Change>
  #people = new Map<string, SafetyFacts>()
  #policy: Policy = usualPolicy

  constructor(db: Database, directory: DirectoryMemory) {
    this.#db = db
    this.#directory = directory
    this.#shared = new SharedMemory(db, 'sign-in-safety', { read: this.#read, hear: (change) => this.#hear(change) })
  }

  get policy(): Policy {
    return this.#policy
  }

  /** Reads everything, and follows what changes. @returns ends following */
  start(failed: (error: unknown) => void): Promise<() => void> {
    return this.#shared.start(failed)
  }

  factsOf(personId: string): SafetyFacts {
    return this.#people.get(personId) ?? nothing
  }

  hasSecondFactor(personId: string): boolean {
    const { authenticator, passkeys } = this.factsOf(personId)
    return authenticator || passkeys > 0
  }

  /** Whether the company asks this person for a second factor, now. */
  isRequired(personId: string, now: Date): boolean {
    const { required, roleIds, requiredFrom } = this.#policy
    if (required === 'nobody' || (requiredFrom !== null && now.getTime() < requiredFrom)) return false
    return required === 'everybody' || (this.#directory.factsOf(personId)?.roleIds.some((id) => roleIds.includes(id)) ?? false)
  }

  /** What the person has to do before anything else. */
  dutyOf(personId: string, now: Date): Duty | undefined {
    const { passwordAt, oneTimeUntil } = this.factsOf(personId)
    const { maxAgeDays } = this.#policy
    if (oneTimeUntil !== null) return 'password'
    if (maxAgeDays !== null && passwordAt !== null && now.getTime() - passwordAt >= maxAgeDays * day) return 'password'
    return this.isRequired(personId, now) && !this.hasSecondFactor(personId) ? 'second-factor' : undefined
  }

  /** After a change of somebody's password or factors, in its unit: every process knows with the commit. */
  async tell(work: AnyWork, personId: string): Promise<SafetyFacts> {
    const facts = await this.#readFacts(unitOf(work).run, personId)
    this.#announce(work, { personId, facts })
    return facts
  }

  /** The same for many people, by one signal: whoever hears it reads again. */
  tellMany(work: AnyWork, people: ReadonlyMap<string, SafetyFacts>): void {
    this.#shared.announce(work, { people: 'many' }, () => {
      for (const [personId, facts] of people) this.#people.set(personId, facts)
    })
  }

  tellPolicy(work: AnyWork, policy: Policy): void {
    this.#announce(work, { policy })
  }

  #announce(work: AnyWork, change: Change): void {
    this.#shared.announce(work, change, () => void this.#hear(change))
  }

  #hear(change: Change): Reading | undefined {
    if ('people' in change) return this.#read
    if ('policy' in change) this.#policy = change.policy
    else this.#people.set(change.personId, change.facts)
    return undefined
  }

  async #readFacts(from: Executor, personId: string): Promise<SafetyFacts> {
    const [credential] = await readRows(this.#db, CredentialEntity, { personId }, from)
    const authenticators = await readRows(this.#db, AuthenticatorEntity, { personId }, from)
    const passkeys = await readRows(this.#db, PasskeyEntity, { personId }, from)
    return {
      passwordAt: (credential?.changedAt ?? credential?.createdAt)?.getTime() ?? null,
      oneTimeUntil: credential?.oneTimeUntil?.getTime() ?? null,
      authenticator: authenticators.length > 0,
      passkeys: passkeys.length,
    }
  }

  readonly #read: Reading = async () => {
    const people = await this.#readPeople()
    const [row] = await readRows(this.#db, SignInPolicyEntity)
    return () => {
      this.#people = people
      this.#policy = row === undefined ? usualPolicy : policyOf(row)
    }
  }

  /** Without the hashes and keys: there may be very many people. */
  async #readPeople(): Promise<Map<string, SafetyFacts>> {
    const people = new Map<string, SafetyFacts>()
    const put = (personId: string, part: Partial<SafetyFacts>) => people.set(personId, { ...nothing, ...people.get(personId), ...part })
    for (const { personId, changedAt, createdAt, oneTimeUntil } of await this.#columns(
      CredentialEntity,
      'changedAt',
      'createdAt',
      'oneTimeUntil',
    ))
      put(personId, { passwordAt: (changedAt ?? createdAt).getTime(), oneTimeUntil: oneTimeUntil?.getTime() ?? null })
    for (const { personId } of await this.#columns(AuthenticatorEntity)) put(personId, { authenticator: true })
    for (const { personId } of await this.#columns(PasskeyEntity)) put(personId, { passkeys: (people.get(personId)?.passkeys ?? 0) + 1 })
    return people
  }

  async #columns<E extends typeof CredentialEntity | typeof AuthenticatorEntity | typeof PasskeyEntity>(
    entity: E,
    ...properties: readonly Extract<keyof Row<E>, string>[]
  ): Promise<Row<E>[]> {
    const { sql, parameters } = this.#db.compile(
      tables
        .selectFrom(entity.table)
        .select(['personId', ...properties])
        .toOperationNode(),
    )
    return (await this.#db.read.all(sql, parameters)).map((row) => this.#db.revive(entity, row) as Row<E>)
  }
}

export const policyOf = (row: Row<typeof SignInPolicyEntity>): Policy => ({
  minLength: row.minLength,
  remembersLast: row.remembersLast,
  maxAgeDays: row.maxAgeDays,
  required: row.required,
  roleIds: row.roleIds,
  requiredFrom: row.requiredFrom?.getTime() ?? null,
  version: row.version,
})

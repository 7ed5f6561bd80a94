import { passwordLikeAccount, passwordTooCommon, passwordTooShort, passwordUsedBefore } from '@liaison/sdk'
import { readRows } from '../../rooms/read-rows.ts'
import { CredentialEntity } from '../auth-entities.ts'
import type { AuthRooms } from '../auth-rooms.ts'
import { PasswordBeforeEntity } from '../safety-entities.ts'
import { isCommon } from './common-passwords.ts'

/** Whose password it becomes. */
export interface Owner {
  /** Undefined: somebody new */
  readonly personId?: string | undefined
  readonly account: string
  readonly name: string
}
const fewestOthers = 6

/**
 * Judges a new password before the unit, and hashes it.
 * @param options.mustDiffer - from the present one, whatever the policy remembers
 * @returns argon2id in PHC string format
 * @throws passwordTooShort, passwordTooCommon, passwordLikeAccount, passwordUsedBefore (400)
 */
export async function judgedHash(
  rooms: Pick<AuthRooms, 'db' | 'passwords' | 'safety'>,
  password: string,
  owner: Owner,
  { mustDiffer = false }: { mustDiffer?: boolean } = {},
): Promise<string> {
  const { minLength, remembersLast } = rooms.safety.policy
  if ([...password].length < minLength) throw passwordTooShort({ minLength })
  if (isCommon(password)) throw passwordTooCommon()
  if (isLike(password, owner.account) || isLike(password, owner.name)) throw passwordLikeAccount()
  if (owner.personId !== undefined && (remembersLast > 0 || mustDiffer)) await refuseUsed(rooms, password, owner.personId)
  return rooms.passwords.hash(password)
}

/** A name with little or only digits and signs around it. */
export function isLike(password: string, name: string): boolean {
  const [plain, part] = [password.toLowerCase(), name.toLowerCase().replaceAll(/\s/g, '')]
  if ([...part].length < 2 || !plain.includes(part)) return false
  const others = plain.replaceAll(part, '')
  return [...others].length < fewestOthers || !/\p{L}/u.test(others)
}

async function refuseUsed({ db, passwords, safety }: Pick<AuthRooms, 'db' | 'passwords' | 'safety'>, password: string, personId: string) {
  const { remembersLast } = safety.policy
  const [present] = await readRows(db, CredentialEntity, { personId })
  const before = remembersLast > 1 ? await readRows(db, PasswordBeforeEntity, { personId }) : []
  const newest = before.toSorted((a, b) => (a.id < b.id ? 1 : -1)).slice(0, remembersLast - 1)
  for (const passwordHash of [present?.passwordHash ?? '', ...newest.map((row) => row.passwordHash)])
    if (passwordHash !== '' && (await passwords.matches(passwordHash, password))) throw passwordUsedBefore({ last: remembersLast })
}

import { staleVersion } from '@liaison/sdk'
import type { SignInPolicy } from '@liaison/sdk/platform'
import { RoleEntity } from '../../access-administration/role-entities.ts'
import { unknownId } from '../../directory/rights.ts'
import { oneAtATime } from '../../rooms/one-at-a-time.ts'
import { readRows } from '../../rooms/read-rows.ts'
import { unitOf } from '../../rooms/unit-of.ts'
import { unitRows } from '../../rooms/unit-rows.ts'
import type { AuthRooms, AuthWork } from '../auth-rooms.ts'
import { type Policy, policyOf } from '../safety-memory.ts'
import { SignInPolicyEntity } from '../safety-entities.ts'

type Wanted = Omit<SignInPolicy, 'version'>

/** @returns with how many people the rule about second factors finds without one */
export function readPolicy({ safety, directory }: AuthRooms): SignInPolicy & { without: number } {
  const { required, roleIds } = safety.policy
  const about = [...directory.all()].filter(
    (person) =>
      !person.disabled && (required === 'everybody' || (required === 'roles' && person.roleIds.some((id) => roleIds.includes(id)))),
  )
  return { ...shown(safety.policy), without: about.filter(({ id }) => !safety.hasSecondFactor(id)).length }
}

/** @throws staleVersion (412), invalidInput (400) for a role that there is not */
export async function changePolicy(
  work: AuthWork,
  rooms: AuthRooms,
  { password, secondFactor }: Wanted,
  expected: number | undefined,
): Promise<SignInPolicy> {
  await oneAtATime(work, rooms.db, 'sign-in-policy')
  const { run } = unitOf(work)
  const { roleIds, required, from } = secondFactor
  if (roleIds.length > 0 && (await readRows(rooms.db, RoleEntity, { id: roleIds }, run)).length < roleIds.length)
    throw unknownId('/body/secondFactor/roleIds')
  const [stored] = await readRows(rooms.db, SignInPolicyEntity, {}, run)
  if (expected !== undefined && expected !== (stored?.version ?? 0)) throw staleVersion()
  const values = { ...password, required, roleIds, requiredFrom: from === null ? null : new Date(from) }
  const rows = unitRows(work)
  if (stored === undefined) await rows.insert(SignInPolicyEntity, { id: work.newId(), ...values })
  else await rows.change(SignInPolicyEntity, { id: stored.id }, values)
  const [row] = await readRows(rooms.db, SignInPolicyEntity, {}, run)
  const policy = policyOf(row!)
  rooms.safety.tellPolicy(work, policy)
  return shown(policy)
}

const shown = ({ minLength, remembersLast, maxAgeDays, required, roleIds, requiredFrom, version }: Policy): SignInPolicy => ({
  password: { minLength, remembersLast, maxAgeDays },
  secondFactor: { required, roleIds: [...roleIds], from: requiredFrom === null ? null : new Date(requiredFrom).toISOString() },
  version,
})

import { forbidden, moduleNotEnabled, readMe, signInNeeded } from '@liaison/sdk'
import { type Access, nobody } from '../access/access.ts'
import { viewAsHidesOwn, viewAsIsReadOnly } from '@liaison/sdk/platform'
import type { LoadedPlugin } from '../kernel/kernel.ts'
import type { CompiledOperation } from './compiled-operation.ts'
import type { Caller } from './dispatcher.ts'
import { dutyFirst, reachesUnder } from './duty.ts'

const narrowedAccess = new WeakMap<Access, WeakMap<ReadonlySet<string>, Access>>()

/** What is left of the person's access under an API token's own list. */
function narrowed(access: Access, keys: ReadonlySet<string>): Access {
  let byKeys = narrowedAccess.get(access)
  if (byKeys === undefined) narrowedAccess.set(access, (byKeys = new WeakMap()))
  let result = byKeys.get(keys)
  if (result === undefined) {
    result = { ...access, grants: new Map([...access.grants].filter(([key]) => keys.has(key))) }
    byKeys.set(keys, result)
  }
  return result
}

/** The access that counts for this caller. */
export function accessOf({ access, tokenPermissions, stranger = nobody }: Caller): Access {
  if (access === undefined) return stranger
  return tokenPermissions === undefined ? access : narrowed(access, tokenPermissions)
}

/** Whether a module, or a feature of it, is off for a person. */
export const isOff = ({ off }: Access, { builtIn, definition }: LoadedPlugin, featureKey?: string): boolean =>
  off !== undefined && !builtIn && (off.has(definition.id) || (featureKey !== undefined && off.has(featureKey)))

/**
 * May this caller do this at all? Judged before the input is looked at.
 * @returns the access in force
 * @throws moduleNotEnabled (404), viewAsIsReadOnly (403), viewAsHidesOwn (403), signInNeeded (401), passwordChangeNeeded or secondFactorSetUpNeeded
 * (403), forbidden (403), in this order
 */
export function judge({ plugin, operation, permissionKey, featureKey, reads }: CompiledOperation, caller: Caller): Access {
  if (!plugin.enabled) throw moduleNotEnabled({ module: plugin.definition.id })
  if (caller.viewerId !== undefined && !reads) throw viewAsIsReadOnly()
  const isPublic = operation.access === 'public'
  // what takes a sign-in alone is about oneself: sessions, consent, all one's data
  if (caller.viewerId !== undefined && operation.access === 'signed-in' && operation.id !== readMe.id) throw viewAsHidesOwn()
  if (!isPublic && caller.access === undefined) throw signInNeeded()
  const underDuty = caller.duty !== undefined && !reachesUnder(caller.duty, operation.id)
  if (underDuty && !isPublic) throw dutyFirst(caller.duty!)
  const access = accessOf(caller)
  if (access.off !== undefined && isOff(access, plugin, featureKey)) throw moduleNotEnabled({ module: plugin.definition.id })
  // until the duty is done, public doors know him no better than anybody
  if (isPublic) return underDuty ? nobody : access
  if (permissionKey !== undefined) {
    if (!access.grants.has(permissionKey)) throw forbidden({ permission: permissionKey })
  } else if (caller.tokenPermissions !== undefined && !reads) {
    throw forbidden({ reason: 'this token is narrowed to some permissions' })
  }
  return access
}

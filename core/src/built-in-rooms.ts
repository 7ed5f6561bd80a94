import type { AnyPlugin } from '@liaison/sdk/server'
import { accessRoom } from './access-administration/access-room.ts'
import { auditRoom } from './audit/audit-room.ts'
import { authRoom } from './auth/auth-room.ts'
import { contentFilterRoom } from './content-filter/content-filter-room.ts'
import { directoryRoom } from './directory/directory-room.ts'
import { handOverRoom } from './hand-over/hand-over-room.ts'
import { BootError } from './kernel/boot-error.ts'
import { jobRoom } from './jobs/job-room.ts'
import type { Configuration } from './kernel/configuration.ts'
import type { FoundPlugin } from './kernel/kernel.ts'
import { invitationRoom } from './invitations/invitation-room.ts'
import { mailRoom } from './mail/mail-room.ts'
import { platformRoom } from './platform-information/platform-room.ts'
import { privacyRoom } from './privacy/privacy-room.ts'
import { createRealtimeRoom } from './realtime/plugin.ts'
import { rollOutRoom } from './roll-out/roll-out-room.ts'
import { tourRoom } from './tour/tour-room.ts'
import { viewAsRoom } from './view-as/view-as-room.ts'

/**
 * What the core itself offers to people, written as plugins are, always on. One that gets another's service comes after it.
 * @throws BootError for settings of a room that there is not
 */
export function builtInRooms(configured: NonNullable<Configuration['rooms']> = {}): readonly FoundPlugin[] {
  const rooms: readonly AnyPlugin[] = [
    jobRoom,
    mailRoom,
    directoryRoom,
    accessRoom,
    authRoom,
    auditRoom,
    contentFilterRoom,
    viewAsRoom,
    handOverRoom,
    privacyRoom,
    invitationRoom,
    rollOutRoom,
    tourRoom,
    platformRoom,
    createRealtimeRoom(),
  ]
  const ids = rooms.map(({ id }) => id)
  const unknown = Object.keys(configured).filter((id) => !ids.includes(id))
  if (unknown.length > 0) throw new BootError(`rooms.${unknown[0]!}: there are only ${ids.join(', ')}`)
  return rooms.map((definition) => ({ definition, builtIn: true, ...configured[definition.id] }))
}

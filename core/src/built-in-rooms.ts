import type { AnyPlugin } from '@liaison/sdk/server'
import { accessRoom } from './access-administration/access-room.ts'
import { authRoom } from './auth/auth-room.ts'
import { directoryRoom } from './directory/directory-room.ts'
import type { FoundPlugin } from './kernel/kernel.ts'
import { platformRoom } from './platform-information/platform-room.ts'
import { createRealtimeRoom } from './realtime/plugin.ts'

/** What the core itself offers to people, written as plugins are, always on. One that gets another's service comes after it. */
export function builtInRooms(): readonly FoundPlugin[] {
  const rooms: readonly AnyPlugin[] = [directoryRoom, accessRoom, authRoom, platformRoom, createRealtimeRoom()]
  return rooms.map((definition) => ({ definition, builtIn: true }))
}

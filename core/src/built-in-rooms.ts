import type { AnyPlugin } from '@liaison/sdk/server'
import { authRoom } from './auth/auth-room.ts'
import { directoryRoom } from './directory/directory-room.ts'
import type { FoundPlugin } from './kernel/kernel.ts'
import { createRealtimeRoom } from './realtime/plugin.ts'

/** What the core itself offers to people, written as plugins are, always on. One that gets another's service comes after it. */
export function builtInRooms(): readonly FoundPlugin[] {
  const rooms: readonly AnyPlugin[] = [directoryRoom, authRoom, createRealtimeRoom()]
  return rooms.map((definition) => ({ definition, builtIn: true }))
}

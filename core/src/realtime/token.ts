import { createToken } from '@liaison/sdk'
import type { Realtime } from './realtime.ts'

/** For the core's own rooms: to cut the sockets of a session that ended. */
export const realtime = createToken<Realtime>('core.Realtime')

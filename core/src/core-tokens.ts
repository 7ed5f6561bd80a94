import { createToken } from '@liaison/sdk'
import type { Database } from './data/database.ts'
import type { Dispatcher } from './http/dispatcher.ts'
import type { Configuration } from './kernel/configuration.ts'
import type { Kernel } from './kernel/kernel.ts'

/** What only the core's own rooms may get: `get(database)` in their `setup`. Plugins are refused. */
export const database = createToken<Database>('core.Database')
export const kernel = createToken<Kernel>('core.Kernel')
export const configuration = createToken<Configuration>('core.Configuration')
/** A new UUIDv7 */
export const newId = createToken<() => string>('core.newId')
/** A function, since the dispatcher is built after the rooms were set up. */
export const dispatcher = createToken<() => Dispatcher>('core.Dispatcher')

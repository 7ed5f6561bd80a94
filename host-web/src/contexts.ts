import type { PlatformInformation } from '@liaison/sdk'
import { createContext } from '@lit/context'
import type { Contributions } from './plugins/contributions.ts'

/** Whom the page talks to: name, version, modules. */
export const platformContext = createContext<PlatformInformation>(Symbol('platform'))
/** What the loaded modules contribute. */
export const contributionsContext = createContext<Contributions>(Symbol('contributions'))

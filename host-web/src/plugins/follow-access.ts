import { accessChanged, describePlatform, isProblem, type PlatformInformation, readMe } from '@liaison/sdk'
import type { WebServices } from '@liaison/sdk/web'
import type { Contributions } from './contributions.ts'
import { addModules } from './load-modules.ts'

interface Followed {
  readonly services: WebServices
  readonly contributions: Contributions
  /** Told what the platform says now */
  changed(platform: PlatformInformation): void
}

/**
 * Keeps the page to what is on for the person: modules that are switched off leave it, those that are switched on come, without a
 * reload. Asked again after the connection was lost, too. @returns stops it
 */
export function followAccess({ services, contributions, changed }: Followed): () => void {
  const { realtime, session, api } = services
  let wasSubscribed = false
  let asking: Promise<void> = Promise.resolve()

  const look = async (): Promise<void> => {
    const [platform, me] = await Promise.all([api.call(describePlatform), api.call(readMe)])
    const before = new Set(session.me.modules)
    const now = new Set(me.modules)
    for (const id of before) if (!now.has(id)) contributions.remove(id)
    session.replace(me)
    changed(platform)
    await addModules(
      platform.modules.filter(({ id }) => !before.has(id)),
      contributions,
      services,
    )
  }
  /** One after the other; when the server cannot be asked, the next sign of it will do. */
  const ask = (): void => {
    asking = asking.then(look).catch((error: unknown) => {
      if (!isProblem(error)) reportError(error)
    })
  }
  return realtime.subscribe(`person:${session.me.id}`, {
    event: ({ name }) => {
      if (name === accessChanged.name) ask()
    },
    refetch: ask,
    subscribed: () => {
      if (wasSubscribed) ask()
      wasSubscribed = true
    },
  })
}

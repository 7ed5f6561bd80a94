import type { PlatformInformation } from '@liaison/sdk'
import type { WebPlugin, WebServices } from '@liaison/sdk/web'
import type { Contributions } from './contributions.ts'

/** Loads the web parts of the enabled modules, all at once. One that fails is named in its place; the others go on. */
export async function loadModules(platform: PlatformInformation, contributions: Contributions, services: WebServices): Promise<void> {
  await addModules(platform.modules, contributions, services)
  contributions.complete()
}

/** The same for some of them: those that were switched on meanwhile. */
export async function addModules(
  modules: PlatformInformation['modules'],
  contributions: Contributions,
  services: WebServices,
): Promise<void> {
  const loading = modules.map(async ({ id, title, web }) => {
    if (web === null) return
    try {
      const { default: plugin } = (await import(/* @vite-ignore */ web)) as { default: WebPlugin }
      if (plugin.locales !== undefined) await services.localizer.add(id, plugin.locales)
      contributions.add(plugin, services)
    } catch (error) {
      reportError(error)
      contributions.fail({ id, title })
    }
  })
  await Promise.all(loading)
}

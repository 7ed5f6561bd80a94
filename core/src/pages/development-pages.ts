import { fileURLToPath } from 'node:url'
import type { LoadedPlugin } from '../kernel/kernel.ts'
import { notPages, type Pages } from './pages.ts'

/** Serves all sources through Vite: nothing is built or linked, and the page loads again when a source has changed. */
export async function createDevelopmentPages(plugins: ReadonlyMap<string, LoadedPlugin>): Promise<Pages> {
  const { createDevelopmentServer } = await import('@liaison/host-web/build')
  const folders = [...plugins.values()].flatMap(({ folder }) => folder ?? [])
  const vite = await createDevelopmentServer(folders)
  return {
    urlOf(pluginId) {
      const entry = plugins.get(pluginId)?.definition.web?.entry
      return entry === undefined ? undefined : `/@fs${fileURLToPath(entry)}`
    },
    register(app) {
      app.get('/*', (request, reply) => {
        if (notPages.test(request.url)) return reply.callNotFound()
        // Vite answers by itself, without our headers: its client needs what the policy forbids.
        reply.hijack()
        vite.middlewares(request.raw, reply.raw, () => reply.raw.writeHead(404).end())
        return reply
      })
      app.addHook('onClose', () => vite.close())
    },
  }
}

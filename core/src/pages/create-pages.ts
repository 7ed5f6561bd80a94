import type { FastifyReply, FastifyRequest } from 'fastify'
import type { LoadedPlugin } from '../kernel/kernel.ts'
import { notPages, type Pages } from './pages.ts'
import { cacheFolderOf, shellBuild } from './shell-build.ts'
import { type StaticFile, staticFiles } from './static-files.ts'
import { webPartBuild } from './web-part-build.ts'

export interface PagesOptions {
  readonly plugins: ReadonlyMap<string, LoadedPlugin>
  /** Where an installation keeps what it links; a checkout uses its own `.cache` */
  readonly dataFolder: string
  /** Tells whoever started us what takes time */
  readonly say: (line: string) => void
  /** Serve sources through Vite, with reload */
  readonly development?: boolean
}

export type { Pages } from './pages.ts'

const forever = 'public, max-age=31536000, immutable'

/**
 * Builds what has changed (the first start: everything), links the plugins' web parts against the shell, and serves all.
 * @throws Error naming the plugin whose web part cannot be built or linked
 */
export async function createPages({ plugins, dataFolder, say, development = false }: PagesOptions): Promise<Pages> {
  if (development) return (await import('./development-pages.ts')).createDevelopmentPages(plugins)
  const cacheFolder = cacheFolderOf(dataFolder)
  const shell = await shellBuild(cacheFolder, say)
  const files = new Map(staticFiles(shell.folder, ''))
  const addresses = new Map<string, string>()
  for (const [id, plugin] of plugins) {
    const part = await webPartBuild(plugin, plugins, shell, cacheFolder, say)
    if (part === undefined) continue
    const prefix = `/web-parts/${id}/${part.hash}`
    for (const [path, file] of staticFiles(part.folder, prefix)) files.set(path, file)
    addresses.set(id, `${prefix}/index.js`)
  }

  const index = files.get('/index.html')
  if (index === undefined) throw new Error(`the built shell in ${shell.folder} has no index.html`)
  return {
    urlOf: (pluginId) => addresses.get(pluginId),
    register(app) {
      app.get('/*', { exposeHeadRoute: true }, (request, reply) => {
        const path = request.url.split('?', 1)[0] as string
        if (notPages.test(path)) return reply.callNotFound()
        const file = path === '/index.html' || path === '/shared-modules.json' ? undefined : files.get(path)
        if (file !== undefined) return send(request, reply, file, forever)
        // Names with an ending are files; a missing one must not come back as a page.
        if (/\.\w+$/.test(path)) return reply.callNotFound()
        return send(request, reply, index, 'no-cache')
      })
    },
  }
}

function send(request: FastifyRequest, reply: FastifyReply, file: StaticFile, cacheControl: string) {
  try {
    return sendFile(request, reply, file, cacheControl)
  } catch (error) {
    // The cache was cleared beneath us: the page loads again from a server that has built it anew.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return reply.headers({ 'cache-control': 'no-store' }).callNotFound()
    throw error
  }
}

function sendFile(request: FastifyRequest, reply: FastifyReply, file: StaticFile, cacheControl: string) {
  reply.header('cache-control', cacheControl).header('etag', file.etag).header('vary', 'accept-encoding')
  if (request.headers['if-none-match'] === file.etag) return reply.code(304).send()
  const { encoding, bytes } = file.body(String(request.headers['accept-encoding'] ?? ''))
  if (encoding !== undefined) reply.header('content-encoding', encoding)
  return reply.type(file.type).send(bytes)
}

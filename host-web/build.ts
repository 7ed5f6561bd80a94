import { build, createServer, mergeConfig, type ViteDevServer } from 'vite'
import config, { sharedModulesFile } from './vite.config.ts'

export { sharedModulesFile }

/** Builds the shell and the shared modules into a folder. */
export async function buildShell(outFolder: string): Promise<void> {
  // Said outright: Vite would build for development when the process that starts us runs with NODE_ENV=test or development.
  const conditions = config.resolve?.conditions?.map((condition) => (condition === 'development|production' ? 'production' : condition))
  await build({
    ...config,
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { ...config.resolve, ...(conditions && { conditions }) },
    build: { ...config.build, outDir: outFolder },
  })
}

/** Serves the sources of the shell, and of plugins in these folders, to be put in front of the platform's own server. */
export function createDevelopmentServer(pluginFolders: readonly string[]): Promise<ViteDevServer> {
  const middleware = { configFile: false as const, server: { middlewareMode: true as const, fs: { allow: [...pluginFolders] } } }
  return createServer(mergeConfig(config, middleware))
}

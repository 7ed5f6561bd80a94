import { build } from 'vite'
import config, { sharedModulesFile } from './vite.config.ts'

export { sharedModulesFile }

/** Builds the shell and the shared modules into a folder. */
export async function buildShell(outFolder: string): Promise<void> {
  await build({ ...config, configFile: false, logLevel: 'warn', build: { ...config.build, outDir: outFolder } })
}

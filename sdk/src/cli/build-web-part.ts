import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import { rollup, type InputPluginOption, type RollupLog } from 'rollup'
import esbuild from 'rollup-plugin-esbuild'
import { cssTemplates } from './css-templates.ts'
import { isShared, wouldBeSecondCopy } from './shared-modules.ts'

export interface WebPartSource {
  /** For messages */
  readonly pluginId: string
  /** The package's folder */
  readonly folder: string
  /** The module with `defineWebPlugin` as its default export */
  readonly entry: string
}

/**
 * Bundles a plugin's web part: ES modules with the shared modules left as bare imports, lazy chunks for dynamic imports.
 * @returns names of the files written into `outFolder`; the entry is `index.js`
 * @throws Error naming the plugin and the import that cannot be had, or that would bring a second copy of a shared module
 */
export async function buildWebPart(source: WebPartSource, outFolder: string): Promise<readonly string[]> {
  const bundle = await rollup({
    input: { index: source.entry },
    external: isShared,
    plugins: [
      refuseSecondCopies(source),
      jsonModules(),
      nodeResolve({
        browser: true,
        exportConditions: ['liaison-source', 'browser', 'production', 'module', 'import', 'default'],
        extensions: ['.ts', '.js', '.mjs', '.json'],
      }),
      cssTemplates(),
      esbuild({ target: 'es2024', minify: true, tsconfig: false, sourceMap: false }),
    ],
    onwarn: (warning) => failOn(warning, source),
  })
  await rm(outFolder, { recursive: true, force: true })
  const { output } = await bundle.write({
    dir: outFolder,
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    hoistTransitiveImports: false,
  })
  await bundle.close()
  return output.map((file) => file.fileName)
}

/** Where a built package keeps its web part. */
export const builtWebPart = (folder: string): string => join(folder, 'dist', 'browser')

const refuseSecondCopies = ({ pluginId }: WebPartSource): InputPluginOption => ({
  name: 'liaison:second-copies',
  resolveId(specifier, importer) {
    if (!wouldBeSecondCopy(specifier)) return null
    throw new Error(
      `The web part of plugin "${pluginId}" imports "${specifier}"${importer === undefined ? '' : ` (in ${importer})`}, which is not one of the shared modules: ` +
        'a page may hold one copy of Lit only. See the list of shared modules in the plugin guide.',
    )
  },
})

/** Texts come as JSON; each file is a module with a default export. */
const jsonModules = (): InputPluginOption => ({
  name: 'liaison:json',
  transform: (code, id) => (id.endsWith('.json') ? { code: `export default ${code}`, map: null } : null),
})

function failOn(warning: RollupLog, { pluginId }: WebPartSource) {
  if (warning.code === 'UNRESOLVED_IMPORT') {
    throw new Error(`The web part of plugin "${pluginId}" imports "${warning.exporter}" (in ${warning.id}), which was not found.`)
  }
  if (warning.code === 'CIRCULAR_DEPENDENCY' || warning.code === 'THIS_IS_UNDEFINED') return
  console.warn(`plugin "${pluginId}": ${warning.message}`)
}

import { fileURLToPath } from 'node:url'
import { cssTemplates, sharedModules } from '@liaison/sdk/build'
import type { Plugin, UserConfig } from 'vite'

const root = import.meta.dirname
const typebox = fileURLToPath(import.meta.resolve('@liaison/sdk/browser-typebox'))

/** Name of the file that says where the built shell keeps the shared modules: specifier → path. */
export const sharedModulesFile = 'shared-modules.json'

const fileNameOf = (specifier: string) => specifier.replace(/^@/, '').replace(/\.js$/, '').replaceAll('/', '-')

/** Writes where each shared module went, for the linker. */
const tellSharedModules = (): Plugin => ({
  name: 'liaison:shared-modules',
  generateBundle(_, bundle) {
    const specifiers = new Map(sharedModules.map((specifier) => [fileNameOf(specifier), specifier]))
    const places: Record<string, string> = {}
    for (const file of Object.values(bundle)) {
      const specifier = file.type === 'chunk' && file.isEntry ? specifiers.get(file.name) : undefined
      if (specifier !== undefined) places[specifier] = `/${file.fileName}`
    }
    this.emitFile({ type: 'asset', fileName: sharedModulesFile, source: JSON.stringify(places) })
  },
})

/** The shell and the shared modules are built as one graph, so that there is one copy of each. */
const config: UserConfig = {
  root,
  appType: 'spa',
  clearScreen: false,
  resolve: {
    conditions: ['liaison-source', 'module', 'browser', 'development|production'],
    alias: [{ find: /^typebox$/, replacement: typebox }],
  },
  plugins: [cssTemplates(), tellSharedModules()],
  server: { fs: { allow: [fileURLToPath(new URL('..', import.meta.url))] } },
  optimizeDeps: {
    include: [
      'lit',
      ...sharedModules.filter((specifier) => specifier.startsWith('lit/')),
      '@lit/context',
      '@tanstack/query-core',
      'idb',
      'intl-messageformat',
    ],
  },
  build: {
    target: 'es2024',
    outDir: 'dist/shell',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { shell: `${root}/index.html`, ...Object.fromEntries(sharedModules.map((specifier) => [fileNameOf(specifier), specifier])) },
      preserveEntrySignatures: 'allow-extension',
      output: {
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        // The policy is made before any other module runs: it is a chunk of its own, imported first.
        codeSplitting: { groups: [{ name: 'policy', test: /trusted-types\.ts$/ }] },
      },
    },
  },
}

export default config

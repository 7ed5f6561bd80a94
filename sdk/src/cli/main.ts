import { gzipSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildWebPart, builtWebPart } from './build-web-part.ts'
import { checkWebPart } from './check-web-part.ts'
import { pluginIn } from './plugin-folder.ts'

const usage = `Usage: liaison <command> [folder]

  build   bundles the web part of a plugin into dist/browser
  check   tells what is wrong with a web part: imports, second copies, texts

The folder is that of the plugin; default: here.
`

/** Runs a command. @returns the exit code */
export async function main(args: readonly string[]): Promise<number> {
  const [command, folder = '.'] = args
  if (command !== 'build' && command !== 'check') {
    process.stderr.write(usage)
    return command === undefined || command === 'help' || command === '--help' ? 0 : 1
  }
  try {
    const plugin = pluginIn(folder)
    if (plugin === undefined) {
      process.stdout.write('This plugin has no web part.\n')
      return 0
    }
    if (command === 'check') return report(await checkWebPart(plugin))
    const outFolder = builtWebPart(plugin.folder)
    for (const file of await buildWebPart(plugin, outFolder)) {
      const bytes = readFileSync(join(outFolder, file))
      process.stdout.write(`${(gzipSync(bytes).length / 1_000).toFixed(1).padStart(7)} kB gzipped  ${file}\n`)
    }
    return 0
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    return 1
  }
}

function report(faults: readonly string[]): number {
  for (const fault of faults) process.stderr.write(`${fault}\n`)
  if (faults.length === 0) process.stdout.write('The web part is in order.\n')
  return faults.length === 0 ? 0 : 1
}

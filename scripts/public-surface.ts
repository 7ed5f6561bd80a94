import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const emitted = '.cache/api'
const relativeImport = /(?:from|import\()\s*["'](\.[^"']+)["']/g

/**
 * The declarations that users of the SDK can reach, by file below `sdk/api/`: what each public entry exports, and every file
 * that those declarations lead to. `@internal` members are left out.
 */
export async function publicSurface(): Promise<ReadonlyMap<string, string>> {
  rmSync(emitted, { recursive: true, force: true })
  mkdirSync(emitted, { recursive: true })
  const compiler = ['node_modules/typescript/bin/tsc', '-p', 'sdk/tsconfig.build.json', '--pretty', 'false']
  const output = ['--emitDeclarationOnly', '--declarationMap', 'false', '--sourceMap', 'false', '--outDir', emitted]
  const memory = ['--tsBuildInfoFile', `${emitted}/memory.tsbuildinfo`]
  await run(process.execPath, [...compiler, ...output, ...memory]).catch((failed: { stdout: string }) => {
    throw new Error(`The declarations of the SDK cannot be made:\n${failed.stdout}`)
  })

  const surface = new Map<string, string>()
  const waiting = entries()
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (surface.has(file)) continue
    const text = readFileSync(join(emitted, file), 'utf8')
    surface.set(file, text)
    for (const [, specifier = ''] of text.matchAll(relativeImport)) waiting.push(normalize(join(dirname(file), declaration(specifier))))
  }
  return surface
}

const declaration = (specifier: string): string => specifier.replace(/(\.d)?\.[jt]s$/, '.d.ts')

/** The files behind the `exports` of the package */
function entries(): string[] {
  const { exports } = JSON.parse(readFileSync('sdk/package.json', 'utf8')) as { exports: Record<string, { types?: string } | string> }
  return Object.values(exports).flatMap((entry) =>
    typeof entry === 'object' && entry.types !== undefined ? [entry.types.replace('./dist/', '')] : [],
  )
}

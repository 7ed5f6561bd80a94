import { fork } from 'node:child_process'
import { once } from 'node:events'
import { extname, join } from 'node:path'

/** What is bundled into an empty folder: the shell, or the web part of a plugin. */
export type BuildJob =
  | { readonly kind: 'shell'; readonly place: string }
  | {
      readonly kind: 'web-part'
      readonly place: string
      readonly part: { readonly pluginId: string; readonly folder: string; readonly entry: string }
    }

/** How a build ended; `problem` is what a plugin's author reads. */
export interface BuildOutcome {
  readonly problem?: string
}

/** Beside this file, as the source that it is here or as what it was compiled to. */
const worker = join(import.meta.dirname, `build-worker${extname(import.meta.filename)}`)

/**
 * Bundles in a process of its own: the bundlers' 200 MB leave with it instead of staying in the server.
 * @throws Error with the bundler's words
 */
export async function buildApart(job: BuildJob): Promise<void> {
  const child = fork(worker, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  child.send(job)
  let outcome: BuildOutcome | undefined
  child.once('message', (message) => (outcome = message as BuildOutcome))
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
  if (outcome === undefined) throw new Error(`the build ended without an answer (${signal ?? code})`)
  if (outcome.problem !== undefined) throw new Error(outcome.problem)
}

import { BootError } from './kernel/boot-error.ts'
import { readConfiguration } from './kernel/configuration.ts'
import { startPlatform } from './platform.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Starts the platform as this process's one task, and ends with it. */
export async function run(): Promise<void> {
  try {
    const began = performance.now()
    const platform = await startPlatform({ configuration: readConfiguration(), say })
    stopWith(platform.stop)
    const address = await platform.listen()
    say(`Liaison is ready at ${address} (${((performance.now() - began) / 1_000).toFixed(1)} s)`)
  } catch (error) {
    if (!(error instanceof BootError)) throw error
    process.stderr.write(`${causes(error).join('\n  because: ')}\n`)
    process.exitCode = 1
  }
}

function causes(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)]
  return [error.message, ...(error.cause === undefined ? [] : causes(error.cause))]
}

/** The first signal stops in order; the second ends at once. */
function stopWith(stop: () => Promise<void>): void {
  let asked = false
  const end = (): void => {
    if (asked) process.exit(1)
    asked = true
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`the stop failed: ${String(error)}\n`)
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}

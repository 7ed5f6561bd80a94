import { BootError } from './kernel/boot-error.ts'
import { type Configuration, readConfiguration } from './kernel/configuration.ts'
import { type Platform, startPlatform } from './platform.ts'
import { releaseMemory } from './release-memory.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Starts the platform as this process's one task, and ends with it. */
export async function run(): Promise<void> {
  const began = performance.now()
  try {
    const configuration = readConfiguration()
    const platform = await startPlatform({ configuration, say, development: process.argv.includes('--dev') })
    stopWith(platform.stop)
    if (configuration.demo) await makeDemo(platform, configuration)
    releaseMemory()
    const address = await platform.listen().catch(async (error: unknown) => {
      await platform.stop()
      throw error
    })
    say(`Liaison is ready at ${address} (started in ${((performance.now() - began) / 1_000).toFixed(1)} s)`)
  } catch (error) {
    process.exitCode = 1
    if (!(error instanceof BootError)) throw error
    process.stderr.write(`${causes(error).join('\n  because: ')}\n`)
  }
}

/** Only where nobody is yet; loaded only then, too. */
async function makeDemo({ kernel, dispatcher, access, clock, logger }: Platform, { demoPassword }: Configuration): Promise<void> {
  const { directoryMemory } = await import('./directory/directory-memory.ts')
  if (!kernel.get(directoryMemory).isEmpty) return
  say('Making the demo company …')
  const [{ createDemo }, { accountLines }] = await Promise.all([import('./demo/create-demo.ts'), import('./demo/show-accounts.ts')])
  const failed = (pluginId: string, error: unknown) => logger.named(pluginId).error({ err: error }, 'no demo content')
  const made = await createDemo({ kernel, dispatcher, access, clock, password: demoPassword, failed })
  for (const line of made === undefined ? [] : accountLines(made)) say(line)
}

/** What went wrong, and why, down to the first cause; a cause that its consequence repeats is told once. */
function causes(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [String(error)]
  const deeper = error.cause === undefined ? [] : causes(error.cause)
  const { message, code = error.name } = error as NodeJS.ErrnoException // several addresses that do not answer have no message
  return [message === '' ? code : message, ...deeper.filter((line) => !error.message.includes(line))]
}

/** The first signal stops in order; the second ends at once. */
function stopWith(stop: () => Promise<void>): void {
  let isAsked = false
  const end = (): void => {
    if (isAsked) process.exit(1)
    isAsked = true
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

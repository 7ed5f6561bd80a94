import type { BuildJob, BuildOutcome } from './build-process.ts'

process.once('message', (job: BuildJob) => {
  void build(job)
    .then(
      (): BuildOutcome => ({}),
      (error: unknown): BuildOutcome => ({ problem: error instanceof Error ? error.message : String(error) }),
    )
    .then((outcome) => process.send?.(outcome, undefined, undefined, () => process.disconnect()))
})

async function build(job: BuildJob): Promise<void> {
  if (job.kind === 'shell') {
    const { buildShell } = await import('@liaison/host-web/build')
    await buildShell(job.place)
  } else {
    const { buildWebPart } = await import('@liaison/sdk/build')
    await buildWebPart(job.part, job.place)
  }
}

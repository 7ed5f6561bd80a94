import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWebPart, type WebPartSource } from './build-web-part.ts'
import { checkMessages } from './check-messages.ts'

/** Everything that is wrong with a web part: what cannot be bundled, second copies of shared modules, texts that are missing. */
export async function checkWebPart(source: WebPartSource): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'liaison-check-'))
  const faults: string[] = []
  try {
    await buildWebPart(source, folder)
  } catch (error) {
    faults.push((error as Error).message)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return [...faults, ...(await checkMessages(source.folder))]
}

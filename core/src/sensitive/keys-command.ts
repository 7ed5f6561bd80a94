import type { AnyEntity, Logger } from '@liaison/sdk/server'
import { builtInRooms } from '../built-in-rooms.ts'
import { keysOfColumn, sealColumn, type SealedColumn } from '../data/sealed-column.ts'
import { openDatabase } from '../data/open-database.ts'
import { sensitiveColumns } from '../data/seal-stored.ts'
import { claim } from '../data/sole-process.ts'
import { BootError } from '../kernel/boot-error.ts'
import { type Configuration, readConfiguration } from '../kernel/configuration.ts'
import { discover } from '../kernel/discovery.ts'
import { keyRing, readSecret } from '../kernel/secret.ts'
import { uuidSource } from '../kernel/uuid.ts'
import { sealedTextColumns } from './sealed-texts.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const silent: Logger = { info: () => {}, warn: () => {}, error: (facts, message) => say(`${message}: ${JSON.stringify(facts)}`) }

/**
 * Says how many values each key of the ring seals; with `reseal`, first seals everything with the newest. Exit code 1: some
 * values are sealed with a key that is not in the ring.
 */
export async function keysCommand(act: string | undefined = process.argv[2]): Promise<void> {
  try {
    if (act !== undefined && act !== 'reseal') throw new BootError(`"${act}": nothing, or "reseal", is expected`)
    await withColumns(readConfiguration(), act === 'reseal')
  } catch (error) {
    process.exitCode = 1
    if (!(error instanceof BootError)) throw error
    process.stderr.write(`${error.message}\n`)
  }
}

async function withColumns(configuration: Configuration, isSealing: boolean): Promise<void> {
  const { databaseUrl: url } = configuration
  const secret = readSecret(configuration)
  const ring = keyRing(configuration.encryptionKeys, secret)
  const found = await discover(configuration.plugins, configuration.folder, [])
  const definitions = [...builtInRooms(configuration.rooms), ...found].map(({ definition }) => definition)
  const entities = definitions.flatMap((definition) => (definition.entities ?? []) as AnyEntity[])
  const isShared = /^postgres(ql)?:/.test(url)
  // a server that runs is the only writer of its file; a PostgreSQL takes another one
  const release = isSealing && !isShared ? claim(url) : () => undefined
  const clock = { now: () => new Date() }
  const db = await openDatabase({ url, entities, auditKey: secret, sensitiveKeys: ring, clock, newId: uuidSource(Date.now), log: silent })
  try {
    const columns = [...sensitiveColumns(db, entities), ...sealedTextColumns(ring)]
    if (isSealing) {
      let count = 0
      for (const column of columns) count += await sealColumn(db, column)
      say(`Sealed anew: ${count} values.`)
    }
    for (const column of columns) tell(column, await keysOfColumn(db, column))
  } finally {
    await db.close()
    release()
  }
}

function tell({ table, column, keyIds }: SealedColumn, keys: ReadonlyMap<string, number>): void {
  for (const [id, count] of keys) {
    const at = keyIds.indexOf(id)
    const which =
      id === '' ? 'without a key’s name' : at === 0 ? 'newest key' : at > 0 ? `key ${at + 1} of the ring` : 'A KEY THAT IS NOT IN THE RING'
    if (id !== '' && at < 0) process.exitCode = 1
    say(`${table}.${column}: ${count} by ${which}${id === '' ? '' : ` (${id})`}`)
  }
}

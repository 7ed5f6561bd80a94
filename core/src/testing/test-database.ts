import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

export interface TestPlace {
  readonly folder: string
  readonly databaseUrl: string
  remove(): Promise<void>
}

/** An empty folder, and in it or on `TEST_PG_URL` an empty database. */
export async function testPlace(kind: 'sqlite' | 'postgresql'): Promise<TestPlace> {
  const folder = mkdtempSync(join(tmpdir(), 'liaison-host-'))
  const removeFolder = () => rmSync(folder, { recursive: true, force: true })
  if (kind === 'sqlite') return { folder, databaseUrl: join(folder, 'liaison.sqlite'), remove: async () => removeFolder() }

  const server = process.env['TEST_PG_URL']
  if (server === undefined) throw new Error('tests on PostgreSQL need TEST_PG_URL')
  const name = `liaison_host_${randomBytes(6).toString('hex')}`
  await onServer(server, `create database ${name} template template0`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return {
    folder,
    databaseUrl: url.href,
    async remove() {
      removeFolder()
      await onServer(server, `drop database if exists ${name} with (force)`)
    },
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

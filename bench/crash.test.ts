import { expect, inject, it } from 'vitest'
import pg from 'pg'
import { crash } from './crash-run.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresqlUrl: string
  }
}

const whole = { lost: 0, twice: 0, holes: 0, disordered: 0 }

it('keeps every acknowledged message once, in order and without a hole when the server is killed: SQLite', async () => {
  expect(await crash({ sends: 2_000 })).toMatchObject(whole)
})

it('keeps every acknowledged message once, in order and without a hole when the server is killed: PostgreSQL', async () => {
  const server = inject('postgresqlUrl')
  const name = `liaison_crash_${process.pid}`
  const run = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await run(`create database ${name} template template0`)
  const url = new URL(server)
  url.pathname = `/${name}`
  try {
    expect(await crash({ sends: 2_000, databaseUrl: url.href })).toMatchObject(whole)
  } finally {
    await run(`drop database if exists ${name} with (force)`)
  }
})

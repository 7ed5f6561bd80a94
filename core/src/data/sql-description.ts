import {
  type CompiledQuery,
  type Dialect as KyselyDialect,
  DummyDriver,
  Kysely,
  type OperationNode,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RootOperationNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { Dialect } from './database.ts'

/** Kysely dialects that write SQL down but have no connection. */
export const describing: Readonly<Record<Dialect, KyselyDialect>> = {
  sqlite: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
  postgresql: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new PostgresIntrospector(database),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
}

const describers: Readonly<Record<Dialect, Kysely<unknown>>> = {
  sqlite: new Kysely({ dialect: describing.sqlite }),
  postgresql: new Kysely({ dialect: describing.postgresql }),
}

/** A Kysely that can describe queries of a dialect and run none. */
export const describe = (dialect: Dialect): Kysely<unknown> => describers[dialect]

/** The SQL of a described query, with its parameters as JavaScript values. */
export function compileNode(dialect: Dialect, node: OperationNode): { sql: string; parameters: readonly unknown[] } {
  const compiled: CompiledQuery = describers[dialect].getExecutor().compileQuery(node as RootOperationNode, { queryId: 'described' })
  return { sql: compiled.sql, parameters: compiled.parameters }
}

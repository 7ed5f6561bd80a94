import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'

/**
 * A Kysely that can only describe queries: it has no connection. What it describes is the same for every dialect, and becomes
 * a statement through `Database.compile`.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- tables are checked where the plugin calls; here they are known by name only
export const describing = new Kysely<any>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

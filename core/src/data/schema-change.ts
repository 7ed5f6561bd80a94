import { hash } from 'node:crypto'
import { type ColumnDefinitionBuilder, sql } from 'kysely'
import type { ColumnSpec, ColumnType, SchemaChange, TableOptions } from '@liaison/sdk/server'
import type { Dialect, Executor } from './database.ts'
import { snakeCase } from './columns.ts'
import { describe } from './sql-description.ts'

const types: Readonly<Record<Dialect, Readonly<Record<ColumnType, string>>>> = {
  sqlite: { id: 'text', text: 'text', integer: 'integer', real: 'real', boolean: 'integer', instant: 'integer', json: 'text' },
  // ids compare by their bytes, whatever the locale of the database
  postgresql: {
    id: 'text collate "C"',
    text: 'text',
    integer: 'bigint',
    real: 'double precision',
    boolean: 'boolean',
    instant: 'timestamptz(3)',
    json: 'jsonb',
  },
}
const baseColumns: Readonly<Record<string, ColumnSpec>> = { id: 'id', createdAt: 'instant', updatedAt: 'instant', version: 'integer' }
const identifierLength = 63

function indexName(table: string, columns: readonly string[]): string {
  const name = [table, ...columns].join('_')
  return name.length <= identifierLength ? name : `${name.slice(0, identifierLength - 9)}_${hash('sha256', name, 'hex').slice(0, 8)}`
}

/** Describes changes of the schema with Kysely's builder and runs them inside the migration's unit. */
export function schemaChange(dialect: Dialect, executor: Executor): SchemaChange {
  const builder = describe(dialect).schema
  const run = async (described: { compile(): { sql: string; parameters: readonly unknown[] } }): Promise<void> => {
    const { sql: text, parameters } = described.compile()
    await executor.run(text, parameters)
  }
  const column = (spec: ColumnSpec, fallback: string | number | boolean | undefined) => {
    const nullable = spec.endsWith('?')
    const type = (nullable ? spec.slice(0, -1) : spec) as ColumnType
    const define = (definition: ColumnDefinitionBuilder): ColumnDefinitionBuilder => {
      const defined = nullable ? definition : definition.notNull()
      if (fallback === undefined) return defined
      return defined.defaultTo(typeof fallback === 'boolean' && dialect === 'sqlite' ? Number(fallback) : fallback)
    }
    return { type: sql.raw(types[dialect][type]) as never, define }
  }
  const change: SchemaChange = {
    dialect,
    async createTable(table, columns, options: TableOptions = {}) {
      const all = options.primaryKey ? columns : { ...baseColumns, ...columns }
      // the ORM leaves the first version to the database
      const defaults: TableOptions['defaults'] = 'version' in all ? { version: 1, ...options.defaults } : options.defaults
      let creation = builder.createTable(table)
      for (const [property, spec] of Object.entries(all)) {
        const { type, define } = column(spec, defaults?.[property])
        creation = creation.addColumn(snakeCase(property), type, define)
      }
      const key = (options.primaryKey ?? ['id']).map(snakeCase)
      creation = creation.addPrimaryKeyConstraint(`${table}_pkey`, key as never)
      // rows with the same first key column share a page
      if (dialect === 'sqlite' && key.length > 1) creation = creation.modifyEnd(sql.raw('without rowid'))
      await run(creation)
      for (const unique of options.unique ?? []) await change.createIndex(table, unique, { unique: true })
      for (const index of options.indexes ?? []) await change.createIndex(table, index)
    },
    async addColumns(table, columns, defaults) {
      for (const [property, spec] of Object.entries(columns)) {
        const { type, define } = column(spec, defaults?.[property])
        await run(builder.alterTable(table).addColumn(snakeCase(property), type, define))
      }
    },
    async createIndex(table, columns, options = {}) {
      const names = columns.map(snakeCase)
      const index = builder
        .createIndex(indexName(table, names))
        .on(table)
        .columns(names as never)
      await run(options.unique ? index.unique() : index)
    },
    dropTable: (table) => run(builder.dropTable(table)),
    async run(statement) {
      await executor.run(statement, [])
    },
  }
  return change
}

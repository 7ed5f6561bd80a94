/**
 * Column types that mean the same on SQLite and PostgreSQL; a trailing `?` makes the column nullable.
 * `id` is a UUID, `instant` a UTC time, `text` any string, `json` any JSON value.
 */
export type ColumnType = 'id' | 'text' | 'integer' | 'real' | 'boolean' | 'instant' | 'json';
export type ColumnSpec = ColumnType | `${ColumnType}?`;
export interface TableOptions {
    /** Columns of the primary key; default `id`, which also brings `createdAt`, `updatedAt`, `version`. */
    readonly primaryKey?: readonly string[];
    readonly indexes?: readonly (readonly string[])[];
    readonly unique?: readonly (readonly string[])[];
    /** Defaults by column, for columns that are added to rows that exist */
    readonly defaults?: Readonly<Record<string, string | number | boolean>>;
}
/** What a migration may do; names are property names and become snake case. */
export interface SchemaChange {
    readonly dialect: 'sqlite' | 'postgresql';
    createTable(table: string, columns: Readonly<Record<string, ColumnSpec>>, options?: TableOptions): Promise<void>;
    addColumns(table: string, columns: Readonly<Record<string, ColumnSpec>>, defaults?: TableOptions['defaults']): Promise<void>;
    createIndex(table: string, columns: readonly string[], options?: {
        unique?: boolean;
    }): Promise<void>;
    dropTable(table: string): Promise<void>;
    /** One statement as it is, for what the above cannot say. */
    run(statement: string): Promise<void>;
}
/** One step of a plugin's schema, run once, in a transaction of its own, on SQLite and PostgreSQL. */
export interface Migration {
    /** `YYYYMMDD-what`, never changed once released */
    readonly name: string;
    up(change: SchemaChange): Promise<void>;
}
export declare function migration(name: string, up: (change: SchemaChange) => Promise<void>): Migration;

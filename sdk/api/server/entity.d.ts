import { defineEntity, type EntitySchemaWithMeta } from '@mikro-orm/core';
import type { InferKyselyTable } from '@mikro-orm/sql';
import type { Insertable, Selectable } from 'kysely';
import type { Permission } from '../contract/permission.ts';
/** Column builders of MikroORM: `column.string()`, `column.datetime().nullable()`, `column.json<T>()`, … */
export declare const column: import("@mikro-orm/core").PropertyBuilders;
/** What a share allows; each level names the permissions it satisfies. */
export type ShareLevel = 'view' | 'comment' | 'edit';
/**
 * A side table that connects rows with people (`person`), projects or departments (`key`): `row` points at our row.
 * `until` (an instant) ends it. Tables are named, not imported, since two entities may point at each other; the start checks them.
 */
export interface Via {
    readonly table: string;
    readonly row: string;
    readonly key: string;
    readonly until?: string;
}
export declare const via: (table: string, columns: {
    row: string;
    key: string;
    until?: string;
}) => Via;
type Names<Row> = Extract<keyof Row, string>;
/** How the data scope of a permission becomes a filter on the rows of an entity. There is none without a rule. */
export type ScopeRule<Row> = {
    /** The permission that makes a row visible: outside its scope is 404, inside it but not changeable is 403. */
    read: Permission;
} & ({
    /** The ladder: columns (or side tables) that make a row mine, my project's, my department's. Joined by or. */
    own?: readonly (Names<Row> | Via)[];
    project?: Names<Row> | Via;
    department?: Names<Row> | Via;
    /** Single rows granted to people, projects, departments, for a time; `root` names the row whose shares count (default `id`). */
    shares?: {
        root?: Names<Row>;
        levels: Partial<Record<ShareLevel, readonly Permission[]>>;
    };
    /** What is granted on the parent is granted here, too (a page in a folder): key column and parent table. */
    inherits?: readonly [Names<Row>, string];
} | {
    /** Members only, whatever the role: `all` does not open it. */
    members: Via;
} | {
    /** Never without the parent (comment of a task, message of a channel): key column and parent table. `own` narrows changes. */
    within: readonly [Names<Row>, string];
    own?: readonly (Names<Row> | Via)[];
} | {
    /** Reference data: whoever holds the permission sees all rows. Said aloud, never by default. */
    open: true;
});
declare const base: {
    /** UUIDv7 */
    id: Pick<import("@mikro-orm/core").UniversalPropertyOptionsBuilder<string, Omit<import("@mikro-orm/core").EmptyOptions, "primary"> & {
        primary: true;
    }, ("$type" | "lazyRef" | "strictNullable" | "~options" | "~type") | keyof import("@mikro-orm/core").PropertyOptions<any>>, ("$type" | "lazyRef" | "strictNullable" | "~options" | "~type") | keyof import("@mikro-orm/core").PropertyOptions<any>>;
    createdAt: import("@mikro-orm/core").UniversalPropertyOptionsBuilder<Date, import("@mikro-orm/core").EmptyOptions, ("$type" | "lazyRef" | "strictNullable" | "~options" | "~type") | keyof import("@mikro-orm/core").PropertyOptions<any>>;
    updatedAt: import("@mikro-orm/core").UniversalPropertyOptionsBuilder<Date, import("@mikro-orm/core").EmptyOptions, ("$type" | "lazyRef" | "strictNullable" | "~options" | "~type") | keyof import("@mikro-orm/core").PropertyOptions<any>>;
    /** Counts changes; `ETag` and `If-Match` on the wire */
    version: Pick<import("@mikro-orm/core").UniversalPropertyOptionsBuilder<number, Omit<import("@mikro-orm/core").EmptyOptions, "version"> & {
        version: true;
    }, ("$type" | "lazyRef" | "strictNullable" | "~options" | "~type") | keyof import("@mikro-orm/core").PropertyOptions<any>>, ("$type" | "lazyRef" | "strictNullable" | "~options" | "~type") | keyof import("@mikro-orm/core").PropertyOptions<any>>;
};
type Base = typeof base;
type Schema<Name extends string, Properties extends Record<string, any>> = ReturnType<typeof defineEntity<Name, string, Base & Properties, undefined, never, false, false>>;
/** Columns as a query sees them. */
export type TableOf<S> = S extends EntitySchemaWithMeta ? InferKyselyTable<S, {
    columnNamingStrategy: 'property';
}> : never;
/** A table of a plugin together with the rule that scopes it. */
export interface Entity<Name extends string = string, S = unknown> {
    readonly table: Name;
    readonly schema: S;
    readonly rule: ScopeRule<any>;
    readonly options: EntityOptions;
}
export interface EntityOptions {
    /** Columns whose changes leave no audit entry (read positions and the like). */
    readonly untracked?: readonly string[];
    /** Columns whose old and new values the audit trail keeps; of the others only the names. */
    readonly auditedValues?: readonly string[];
    /**
     * Text columns that are sealed in the database (AES-256-GCM) and open in rows: phone numbers, mail addresses, numbers of
     * papers. They cannot be filtered, ordered or changed in bulk; mask them before they leave (`138****1234`).
     */
    readonly sensitive?: readonly string[];
}
export type AnyEntity = Entity<string, any>;
/** A stored row: plain values by property name, instants as `Date`, on both databases. */
export type Row<E extends AnyEntity> = E extends Entity<string, infer S> ? Selectable<TableOf<S>> : never;
export type NewRow<E extends AnyEntity> = E extends Entity<string, infer S> ? Insertable<TableOf<S>> : never;
/** The tables that a query may mention, by name. */
export type Tables<E extends AnyEntity> = {
    [K in E as K['table']]: K extends Entity<string, infer S> ? TableOf<S> : never;
};
/**
 * Declares a table: `id`, `createdAt`, `updatedAt` and `version` come with it.
 * @param table - `plugin_thing`; the columns are the property names in snake case
 * @param rule - checked against the columns by the compiler, and against the other tables at the start
 */
export declare function entity<const Name extends string, const Properties extends Record<string, any>>(table: Name, properties: Properties, rule: ScopeRule<Selectable<TableOf<Schema<Name, Properties>>>>, options?: EntityOptions): Entity<Name, Schema<Name, Properties>>;
export {};

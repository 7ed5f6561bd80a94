import type { Event } from '../contract/event.ts';
import { type Entity, entity, type EntityOptions, type ScopeRule, type TableOf } from './entity.ts';
import type { Selectable } from 'kysely';
declare const logged: {
    /** Contiguous in its stream, from 1 */
    seq: import("@mikro-orm/core").UniversalPropertyOptionsBuilder<number, import("@mikro-orm/core").EmptyOptions, ("$type" | "lazyRef" | "strictNullable" | "~options" | "~type") | keyof import("@mikro-orm/core").PropertyOptions<any>>;
    /** Counts only what `counts` says, e.g. messages but not edits: unread = head.no − cursor.no */
    no: import("@mikro-orm/core").UniversalPropertyOptionsBuilder<number, import("@mikro-orm/core").EmptyOptions, ("$type" | "lazyRef" | "strictNullable" | "~options" | "~type") | keyof import("@mikro-orm/core").PropertyOptions<any>>;
};
/**
 * How a log entity numbers, remembers and announces its rows. A log is a table to which rows are appended in streams: the
 * messages of a channel, the history of a task. Appends of a burst share one transaction; a row is told to the topic's
 * sockets after it is synced to disk; replay reads the table itself.
 */
export interface LogRule<Row, Fields extends string = Extract<keyof Row, string>> {
    /** Column that names the stream: the id of the parent row */
    readonly stream: Fields;
    /**
     * Columns that name one append of a client: the same values again answer with the stored row. The row's id is made of them,
     * so no index is needed; where the first is a UUIDv7, rows of one time lie together.
     */
    readonly once: readonly [Fields, Fields];
    /** Column with the person who appended */
    readonly author: Fields;
    /** Whether a row advances `no`. */
    counts(row: Row): boolean;
    /** Columns of the stream's own table that follow the newest row: `seq` and `no` of type integer, `at` an instant. */
    readonly head: {
        readonly table: string;
        readonly seq: string;
        readonly no: string;
        readonly at: string;
    };
    /** A side table with one row per stream and person that remembers how far the person has read. The author has read his own. */
    readonly cursor?: {
        readonly table: string;
        readonly stream: string;
        readonly person: string;
        readonly seq: string;
        readonly no: string;
        readonly at: string;
    };
    /** Topic (`<topic>:<stream id>`) whose subscribers are told; it must be listed in the plugin's `topics`. */
    readonly topic: string;
    /**
     * The event that a row is, both live and in replay. `targets` holds the rows that `target` names, as they are now, so that
     * the replay of an edit tells the present text and a recalled text is told no more.
     */
    event(row: Row, targets: ReadonlyMap<string, Row>): {
        readonly event: Event;
        readonly data: unknown;
    };
    /** Column with the id of an earlier row of the same stream that this row changes */
    readonly target?: Fields;
}
export interface Log<Name extends string = string, S = unknown> extends Entity<Name, S> {
    readonly log: LogRule<any, any>;
}
export type AnyLog = Log<string, any>;
type Logged<Name extends string, P extends Record<string, any>> = ReturnType<typeof entity<Name, typeof logged & P>> extends Entity<Name, infer S> ? S : never;
/**
 * Declares a log entity: an entity that also has `seq` and `no`, numbered by the core.
 * @param rule - its `within` names the stream's own table
 */
export declare function log<const Name extends string, const Properties extends Record<string, any>>(table: Name, properties: Properties, rule: ScopeRule<Selectable<TableOf<Logged<Name, Properties>>>>, logRule: LogRule<Selectable<TableOf<Logged<Name, Properties>>>>, options?: EntityOptions): Log<Name, Logged<Name, Properties>>;
export declare const isLog: (candidate: {
    readonly table: string;
}) => candidate is AnyLog;
export {};

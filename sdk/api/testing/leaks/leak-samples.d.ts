import type { Who } from './leak-cast.ts';
import type { LeakModel, StoredRow } from './leak-model.ts';
/** What a sample row is made from. */
export interface SampleWish {
    /** Unlike the text of any other row; belongs into a column that the doors show or search */
    readonly text: string;
    /** Unlike the number of any other row */
    readonly number: number;
    /** Somebody whom no rule concerns, for columns that name a person without giving him anything */
    readonly personId: string;
    /** A project and a department that nobody of the cast belongs to */
    readonly projectId: string;
    readonly departmentId: string;
    readonly roleId: string;
    readonly now: Date;
}
/**
 * Columns of a row that have to be something in particular. Those that the entity's rule names are the walk's to set; into the
 * others it writes the wished text, the time, zero, false, or nothing where they may be empty.
 */
export type Sample = (wish: SampleWish) => Readonly<Record<string, unknown>>;
/** What the declarations do not say of an operation. */
export interface DoorNote {
    /** Table whose rows the list shows; by itself the walk finds it out from what it sees. Null: its items are no rows */
    readonly shows?: string | null;
    /** Column of the rows shown that names the row of the path: whoever is let in there sees what belongs to it */
    readonly belongingBy?: string;
    /** Whether an item of the list is the row, where items carry no `id` of it */
    match?(item: unknown, row: StoredRow): boolean;
    /** Of the rows that the scope reaches, the door shows these only. */
    only?(row: StoredRow, who: Who): boolean;
    /** Who sees what, where neither permission nor scope decides: one's own sessions, say */
    sees?(row: StoredRow, who: Who): boolean;
    /** A valid body; by itself the walk makes the least that the schema takes */
    readonly body?: unknown;
    /** The member with the number of rows that the door counts, e.g. `total` */
    readonly counts?: {
        readonly table: string;
        readonly member: string;
    };
    /** Members of the query that name rows whose belonging every item tells anyway */
    readonly told?: readonly string[];
    /** Why the door may refuse (403) what the scope reaches: it asks for more than the scope */
    readonly refuses?: string;
    /** It is about the session that asks: a job has none */
    readonly ofSession?: true;
    /** Refuses for reasons of its own before it asks for the row: these statuses prove nothing */
    readonly unjudged?: string;
}
export interface TopicNote {
    /** Table whose ids the topic takes */
    readonly about: string;
    sees(row: StoredRow, who: Who, rows: LeakModel): boolean;
}
/** What a plugin's `./testing` says to the leak walk. */
export interface LeakSamples {
    /** Id of the plugin */
    readonly plugin: string;
    /** By table, for every entity: how a row is made; `world`: there are rows, since the cast, its departments and projects are such */
    readonly rows: Readonly<Record<string, Sample | 'world'>>;
    /** Tables that members of path and query name: `people/:id` by the part of the path before it, or a name alone; `null`: no row */
    readonly members?: Readonly<Record<string, string | null>>;
    readonly doors?: Readonly<Record<string, DoorNote>>;
    /** For topics that decide by `authorise` */
    readonly topics?: Readonly<Record<string, TopicNote>>;
}

import type { Permission } from '../../contract/index.ts';
import type { AnyEntity } from '../../server/index.ts';
/** A row as it is stored, by property names. */
export type StoredRow = {
    readonly id: string;
} & Readonly<Record<string, unknown>>;
/** Everything the rules speak of, as plain data. */
export interface LeakFacts {
    readonly now: Date;
    readonly permissions: ReadonlyMap<string, Permission>;
    readonly entities: ReadonlyMap<string, AnyEntity>;
    readonly tables: ReadonlyMap<string, readonly StoredRow[]>;
}
/**
 * Who may reach what, judged from the words of the rules alone: one role at a time, one row at a time, nothing compiled and
 * nothing asked of a database. It reads the declarations as data and shares no line with the platform, so that both can only
 * agree by being right.
 *
 * Words: own = what the entity calls mine. project = own, and the things of my projects. department = that, and the things of
 * my departments. department-tree = the same with what is below. all = everything. A role held in one project gives at most
 * "project", of that project, and "own" only there; one held in one department gives at most its tree, and none of my
 * projects. Outside people never get more than "project". What is cut in this way becomes the next lower scope that the
 * permission offers, so that what is for everybody or for nobody is for nobody. Without the function nothing else helps.
 */
export declare class LeakModel {
    #private;
    constructor(facts: LeakFacts);
    rows(table: string): readonly StoredRow[];
    row(table: string, id: unknown): StoredRow | undefined;
    /** Whether the person has the function at all. */
    holds(personId: string, permission: string): boolean;
    /** Whether the permission's scope holds the row. */
    reaches(personId: string, permission: string, table: string, row: StoredRow): boolean;
    /** Whether the row is seen at all: under the permission that its entity names for that. */
    sees(personId: string, table: string, row: StoredRow): boolean;
}

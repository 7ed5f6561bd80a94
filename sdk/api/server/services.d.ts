import type { PersonSummary } from '../contract/shapes.ts';
/** Who is who, from memory. It answers names for rows that were already authorised; it is no way to browse people. */
export interface People {
    /** Undefined for an id that never existed. */
    find(personId: string): PersonSummary | undefined;
    /** Known people among the ids, in the order given */
    named(personIds: Iterable<string>): readonly PersonSummary[];
    /** Members of a project now */
    ofProject(projectId: string): ReadonlySet<string>;
    /** Ids of the projects that the person is a member of */
    projectsOf(personId: string): readonly string[];
    /** Ids of the person's departments */
    departmentsOf(personId: string): readonly string[];
}
export declare const people: import("../contract/token.ts").Token<People>;
/** What is rolled out to whom. For what acts for people without being asked by them: letters, reminders, digests. */
export interface RollOut {
    /**
     * @param what - id of a module, or key of a feature
     * @returns false, too, for somebody unknown or disabled
     */
    isOn(what: string, personId: string): boolean | Promise<boolean>;
}
export declare const rollOut: import("../contract/token.ts").Token<RollOut>;
/** Time, identity and chance, so that tests decide them. */
export interface Clock {
    now(): Date;
}
export declare const clock: import("../contract/token.ts").Token<Clock>;
/** Who is connected now. */
export interface Presence {
    isOnline(personId: string): boolean;
}
export declare const presence: import("../contract/token.ts").Token<Presence>;

import type { Who } from './leak-cast.ts';
/**
 * What kind of door a cell is about. `topic`: may he listen; `replay`: what is told again of what he missed; `live`: what happens
 * now; `mention`: something that a door says beside what it is about
 */
export type CellKind = 'function' | 'item' | 'list' | 'search' | 'filter' | 'count' | 'topic' | 'replay' | 'live' | 'mention';
/** One cell that is not as the model says. */
export interface Leak {
    readonly actor: string;
    readonly door: string;
    /** Table and id of the row */
    readonly about: string;
    readonly expected: string;
    readonly found: string;
    /** Why the model expects it */
    readonly why: string;
}
interface Place {
    readonly who: Who;
    readonly door: string;
    readonly about: string;
}
interface Comparison {
    readonly expected: string;
    readonly found: string;
    why(): string;
}
/** Counts the cells and keeps those that are wrong. */
export declare class LeakReport {
    readonly wrong: Leak[];
    readonly complaints: string[];
    readonly counts: Map<CellKind, {
        open: number;
        shut: number;
    }>;
    cell(kind: CellKind, { who, door, about }: Place, { expected, found, why }: Comparison): void;
    complain(words: string): void;
    get cells(): number;
}
export {};

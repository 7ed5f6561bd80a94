import { type Static, Type } from 'typebox';
/** Seeing background work and starting dead jobs again. */
export declare const jobsManage: import("../contract/permission.ts").Permission;
/** One job; what it works on is not told. */
export declare const Job: Type.TObject<{
    id: Type.TString;
    /** `plugin.verb` */
    kind: Type.TString;
    state: Type.TEnum<["waiting", "running", "done", "dead"]>;
    /** When it is tried next, or was last */
    runAt: Type.TString;
    attempts: Type.TInteger;
    /** What kind of fault ended the last try, e.g. `Error ECONNREFUSED`; never what it says: that may name people */
    error: Type.TUnion<[Type.TString, Type.TNull]>;
    createdAt: Type.TString;
}>;
export type Job = Static<typeof Job>;
/** Work by the clock. */
export declare const JobSchedule: Type.TObject<{
    kind: Type.TString;
    /** Cron, five fields */
    pattern: Type.TString;
    timeZone: Type.TString;
    /** Null where the pattern comes to an end */
    nextAt: Type.TUnion<[Type.TString, Type.TNull]>;
}>;
export type JobSchedule = Static<typeof JobSchedule>;
/** How many jobs there are in each state, and what runs by the clock. */
export declare const readJobState: import("../contract/operation.ts").Operation<object, object, object, {
    waiting: number;
    running: number;
    dead: number;
    schedules: {
        kind: string;
        pattern: string;
        timeZone: string;
        nextAt: string | null;
    }[];
}>;
/** Newest first; dead ones with `state=dead`. */
export declare const listJobs: import("../contract/operation.ts").Operation<object, {
    limit?: number;
    cursor?: string;
    state?: "dead" | "done" | "running" | "waiting";
}, object, {
    items: {
        id: string;
        kind: string;
        state: "dead" | "done" | "running" | "waiting";
        runAt: string;
        attempts: number;
        error: string | null;
        createdAt: string;
    }[];
    next: string | null;
}>;
/** A dead job begins anew, with all its tries. */
export declare const restartJob: import("../contract/operation.ts").Operation<{
    id: string;
}, object, object, {
    id: string;
    kind: string;
    state: "dead" | "done" | "running" | "waiting";
    runAt: string;
    attempts: number;
    error: string | null;
    createdAt: string;
}>;
/** Gives a dead job up. */
export declare const deleteJob: import("../contract/operation.ts").Operation<{
    id: string;
}, object, object, void>;

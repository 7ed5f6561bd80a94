import { type Static, Type } from 'typebox';
/** Seeing background work and starting dead jobs again. */
export declare const jobsManage: import("../contract/permission.ts").Permission;
/** One job; what it works on is not told. */
export declare const Job: Type.TObject<{
    id: Type.TString;
    /** `plugin.verb` */
    kind: Type.TString;
    state: Type.TEnum<["waiting", "done", "dead"]>;
    /** When it is tried next, or was last */
    runAt: Type.TString;
    attempts: Type.TInteger;
    /** Why the last try failed */
    error: Type.TUnion<[Type.TString, Type.TNull]>;
    createdAt: Type.TString;
}>;
export type Job = Static<typeof Job>;
/** Newest first; dead ones with `state=dead`. */
export declare const listJobs: import("../contract/operation.ts").Operation<object, {
    limit?: number;
    cursor?: string;
    state?: "dead" | "done" | "waiting";
}, object, {
    items: {
        id: string;
        kind: string;
        state: "dead" | "done" | "waiting";
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
    state: "dead" | "done" | "waiting";
    runAt: string;
    attempts: number;
    error: string | null;
    createdAt: string;
}>;
/** Gives a dead job up. */
export declare const deleteJob: import("../contract/operation.ts").Operation<{
    id: string;
}, object, object, void>;

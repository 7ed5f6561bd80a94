import { type Static, Type } from 'typebox';
/** Seeing the platform as somebody else sees it, to find out what he can and cannot reach. Each use is in the audit trail. */
export declare const accessViewAs: import("../contract/permission.ts").Permission;
export declare const viewAsIsReadOnly: import("../contract/problem.ts").ProblemKind;
export declare const viewAsHidesOwn: import("../contract/problem.ts").ProblemKind;
/** Ended, expired, or begun in another session */
export declare const viewAsHasEnded: import("../contract/problem.ts").ProblemKind;
export declare const View: Type.TObject<{
    id: Type.TString;
    person: Type.TObject<{
        id: Type.TString;
        name: Type.TString;
        kind: Type.TEnum<["internal", "external"]>;
        affiliation: Type.TUnion<[Type.TString, Type.TNull]>;
        disabled: Type.TBoolean;
    }>;
    expiresAt: Type.TString;
}>;
export type View = Static<typeof View>;
/**
 * Begins to view as somebody, for half an hour at most. Requests of the same session that carry the header `View-As: <id>`
 * are answered as that person, with what both of them may see: a private conversation only where the viewer takes part, too.
 * Any change is viewAsIsReadOnly (403), what concerns the person alone viewAsHidesOwn (403). A socket names it by
 * `/api/realtime?view=<id>`. Each look is in the audit trail.
 */
export declare const startView: import("../contract/operation.ts").Operation<object, object, {
    personId: string;
    reason: string;
}, {
    id: string;
    person: {
        id: string;
        name: string;
        kind: "external" | "internal";
        affiliation: string | null;
        disabled: boolean;
    };
    expiresAt: string;
}>;
/** Ends it. */
export declare const endView: import("../contract/operation.ts").Operation<{
    id: string;
}, object, object, void>;

import { type Static, Type } from 'typebox';
/** Seeing the trail of changes, sign-ins and refusals of the whole installation. */
export declare const auditRead: import("../contract/permission.ts").Permission;
export declare const auditExportTooLarge: import("../contract/problem.ts").ProblemKind;
/** One line of the trail. It names fields; values only of those that carry no content. */
export declare const AuditEntry: Type.TObject<{
    id: Type.TInteger;
    at: Type.TString;
    /** Null for what nobody in particular did, and for failed sign-ins */
    actor: Type.TUnion<[Type.TObject<{
        id: Type.TString;
        name: Type.TString;
        kind: Type.TEnum<["internal", "external"]>;
        affiliation: Type.TUnion<[Type.TString, Type.TNull]>;
        disabled: Type.TBoolean;
    }>, Type.TNull]>;
    /** Operation, and what it did: `directory.changePerson:update`, `im.read:denied` */
    action: Type.TString;
    resource: Type.TObject<{
        type: Type.TString;
        id: Type.TString;
    }>;
    /** Where the request came from; null for what the platform did by itself */
    address: Type.TUnion<[Type.TString, Type.TNull]>;
    /** Names of the fields that were set or changed */
    fields: Type.TArray<Type.TString>;
    /** Before and after of the fields that are kept with their values, as JSON */
    changes: Type.TArray<Type.TObject<{
        field: Type.TString;
        before: Type.TUnion<[Type.TString, Type.TNull]>;
        after: Type.TUnion<[Type.TString, Type.TNull]>;
    }>>;
    /** What else is known of it, as JSON */
    detail: Type.TString;
}>;
export type AuditEntry = Static<typeof AuditEntry>;
declare const Filters: Type.TObject<{
    /** Who did it */
    actor: Type.TOptional<Type.TString>;
    /** Part of the action, e.g. `denied` or `auth.` */
    action: Type.TOptional<Type.TString>;
    /** Type, or type and id: `core_person:<id>` */
    resource: Type.TOptional<Type.TString>;
    from: Type.TOptional<Type.TString>;
    /** Exclusive */
    to: Type.TOptional<Type.TString>;
}>;
export type AuditFilters = Static<typeof Filters>;
/** The newest first. */
export declare const listAudit: import("../contract/operation.ts").Operation<object, {
    limit?: number;
    cursor?: string;
    actor?: string;
    action?: string;
    resource?: string;
    from?: string;
    to?: string;
}, object, {
    items: {
        id: number;
        at: string;
        actor: {
            id: string;
            name: string;
            kind: "external" | "internal";
            affiliation: string | null;
            disabled: boolean;
        } | null;
        action: string;
        resource: {
            type: string;
            id: string;
        };
        address: string | null;
        fields: string[];
        changes: {
            field: string;
            before: string | null;
            after: string | null;
        }[];
        detail: string;
    }[];
    next: string | null;
}>;
/** Walks the whole trail: which entry was edited, or before which one is missing? */
export declare const verifyAudit: import("../contract/operation.ts").Operation<object, object, object, {
    ok: boolean;
    entries: number;
    firstBadId?: number;
}>;
/** The filtered trail as a CSV file; that it was taken out is in the trail. */
export declare const exportAudit: import("../contract/operation.ts").Operation<object, {
    actor?: string;
    action?: string;
    resource?: string;
    from?: string;
    to?: string;
}, object, string>;
export {};

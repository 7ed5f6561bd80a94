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
    /** `name` of people, departments, projects and the like; null for everything else */
    resource: Type.TObject<{
        type: Type.TString;
        id: Type.TString;
        name: Type.TUnion<[Type.TString, Type.TNull]>;
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
    /** What a refusal or a look as somebody else was about, where a permission says it */
    permission: Type.TUnion<[Type.TObject<{
        'zh-CN': Type.TString;
        en: Type.TString;
    }>, Type.TNull]>;
    /** Names of what `changes` and `detail` mention by id */
    names: Type.TArray<Type.TObject<{
        id: Type.TString;
        name: Type.TString;
    }>>;
    /** What else is known of it, as JSON */
    detail: Type.TString;
}>;
export type AuditEntry = Static<typeof AuditEntry>;
/** What an entry is about; an entry may belong to none or to several. */
export declare const AuditTopic: Type.TEnum<["change", "sign-in", "denied", "export", "view-as", "reveal", "system"]>;
export type AuditTopic = Static<typeof AuditTopic>;
declare const Filters: Type.TObject<{
    /** Who did it */
    actor: Type.TOptional<Type.TString>;
    topic: Type.TOptional<Type.TEnum<["change", "sign-in", "denied", "export", "view-as", "reveal", "system"]>>;
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
    topic?: "change" | "denied" | "export" | "reveal" | "sign-in" | "system" | "view-as";
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
            name: string | null;
        };
        address: string | null;
        fields: string[];
        changes: {
            field: string;
            before: string | null;
            after: string | null;
        }[];
        permission: {
            'zh-CN': string;
            en: string;
        } | null;
        names: {
            id: string;
            name: string;
        }[];
        detail: string;
    }[];
    next: string | null;
}>;
/** One entry with what proves it. */
export declare const readAuditEntry: import("../contract/operation.ts").Operation<{
    id: string;
}, object, object, {
    entry: {
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
            name: string | null;
        };
        address: string | null;
        fields: string[];
        changes: {
            field: string;
            before: string | null;
            after: string | null;
        }[];
        permission: {
            'zh-CN': string;
            en: string;
        } | null;
        names: {
            id: string;
            name: string;
        }[];
        detail: string;
    };
    mac: string;
    chained: string | null;
}>;
/** What a walk over the trail found. */
export declare const AuditVerification: Type.TObject<{
    ok: Type.TBoolean;
    entries: Type.TInteger;
    /** The first entry that was changed, or before which one is missing */
    firstBadId: Type.TOptional<Type.TInteger>;
    /**
     * `changed`: what the entry says was changed. `missing`: an entry before it was removed, or entries were exchanged.
     * `cut`: the end is missing against the anchor. `beginning`: what stands for the entries that retention removed was changed.
     */
    fault: Type.TOptional<Type.TEnum<["changed", "missing", "cut", "beginning"]>>;
    verifiedAt: Type.TString;
    /** Where the trail ends now; null where it is empty */
    anchor: Type.TUnion<[Type.TString, Type.TNull]>;
}>;
export type AuditVerification = Static<typeof AuditVerification>;
/** Walks the whole trail: which entry was edited, or before which one is missing? */
export declare const verifyAudit: import("../contract/operation.ts").Operation<object, {
    anchor?: string;
}, object, {
    ok: boolean;
    entries: number;
    firstBadId?: number;
    fault?: "beginning" | "changed" | "cut" | "missing";
    verifiedAt: string;
    anchor: string | null;
}>;
/** How long the trail is kept, and what the last walk over it found. */
export declare const readAuditState: import("../contract/operation.ts").Operation<object, object, object, {
    retentionDays: number;
    oldest: string | null;
    verification: {
        ok: boolean;
        entries: number;
        firstBadId?: number;
        fault?: "beginning" | "changed" | "cut" | "missing";
        verifiedAt: string;
        anchor: string | null;
    } | null;
}>;
/** The filtered trail as a CSV file; that it was taken out is in the trail. */
export declare const exportAudit: import("../contract/operation.ts").Operation<object, {
    actor?: string;
    topic?: "change" | "denied" | "export" | "reveal" | "sign-in" | "system" | "view-as";
    action?: string;
    resource?: string;
    from?: string;
    to?: string;
}, object, string>;
export {};

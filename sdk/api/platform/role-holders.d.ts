import { type Static, Type } from 'typebox';
/** How many people hold each role, everywhere, in a department or in a project; each is counted once. */
export declare const countRoleHolders: import("../contract/operation.ts").Operation<object, object, object, {
    items: {
        roleId: string;
        people: number;
    }[];
}>;
/** Somebody who holds a role, and where. */
export declare const RoleHolder: Type.TObject<{
    person: Type.TObject<{
        id: Type.TString;
        name: Type.TString;
        kind: Type.TEnum<["internal", "external"]>;
        affiliation: Type.TUnion<[Type.TString, Type.TNull]>;
        disabled: Type.TBoolean;
    }>;
    /** `everywhere` has no place */
    within: Type.TEnum<["everywhere", "department", "project"]>;
    place: Type.TUnion<[Type.TObject<{
        id: Type.TString;
        name: Type.TString;
    }>, Type.TNull]>;
}>;
export type RoleHolder = Static<typeof RoleHolder>;
export declare const listRoleHolders: import("../contract/operation.ts").Operation<{
    id: string;
}, {
    limit?: number;
    cursor?: string;
}, object, {
    items: {
        person: {
            id: string;
            name: string;
            kind: "external" | "internal";
            affiliation: string | null;
            disabled: boolean;
        };
        within: "department" | "everywhere" | "project";
        place: {
            id: string;
            name: string;
        } | null;
    }[];
    next: string | null;
}>;
/** Gives somebody a role everywhere; who holds it already stays as he is. */
export declare const putRoleHolder: import("../contract/operation.ts").Operation<{
    id: string;
    personId: string;
}, object, object, void>;
/** Takes a role that somebody holds everywhere; one that he holds in a project ends with his membership. */
export declare const deleteRoleHolder: import("../contract/operation.ts").Operation<{
    id: string;
    personId: string;
}, object, object, void>;

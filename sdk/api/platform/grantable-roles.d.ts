import { type Static, Type } from 'typebox';
/** A role that could be given to somebody. */
export declare const RoleChoice: Type.TObject<{
    id: Type.TString;
    /** Of a role that the installation started with; null for the company's own */
    key: Type.TUnion<[Type.TString, Type.TNull]>;
    name: Type.TString;
    description: Type.TString;
    /** Meant for outside people */
    external: Type.TBoolean;
    /** Whether the caller may give it: it goes no further than what he holds, or he manages access */
    grantable: Type.TBoolean;
}>;
export type RoleChoice = Static<typeof RoleChoice>;
/** All roles, for whoever manages people: which of them he may give. */
export declare const listRoleChoices: import("../contract/operation.ts").Operation<object, {
    limit?: number;
    cursor?: string;
}, object, {
    items: {
        id: string;
        key: string | null;
        name: string;
        description: string;
        external: boolean;
        grantable: boolean;
    }[];
    next: string | null;
}>;
/** All roles, for whoever manages a project: in a project a role reaches no further than it. */
export declare const listProjectRoleChoices: import("../contract/operation.ts").Operation<{
    id: string;
}, {
    limit?: number;
    cursor?: string;
}, object, {
    items: {
        id: string;
        key: string | null;
        name: string;
        description: string;
        external: boolean;
        grantable: boolean;
    }[];
    next: string | null;
}>;

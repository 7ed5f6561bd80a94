import { type Static, Type } from 'typebox';
/** Roles, the matrix and explanations. */
export declare const accessManage: import("../contract/permission.ts").Permission;
export declare const roleInUse: import("../contract/problem.ts").ProblemKind;
export declare const presetRole: import("../contract/problem.ts").ProblemKind;
export declare const Role: Type.TObject<{
    id: Type.TString;
    /** Of a role that the installation started with; null for the company's own */
    key: Type.TUnion<[Type.TString, Type.TNull]>;
    name: Type.TString;
    description: Type.TString;
    /** Meant for outside people */
    external: Type.TBoolean;
    version: Type.TInteger;
}>;
export type Role = Static<typeof Role>;
export declare const listRoles: import("../contract/operation.ts").Operation<object, {
    limit?: number;
    cursor?: string;
}, object, {
    items: {
        id: string;
        key: string | null;
        name: string;
        description: string;
        external: boolean;
        version: number;
    }[];
    next: string | null;
}>;
/** A new role, empty or with the cells of another. */
export declare const createRole: import("../contract/operation.ts").Operation<object, object, {
    name: string;
    description?: string;
    external?: boolean;
    copyOf?: string;
}, {
    id: string;
    key: string | null;
    name: string;
    description: string;
    external: boolean;
    version: number;
}>;
export declare const changeRole: import("../contract/operation.ts").Operation<{
    id: string;
}, object, {
    name?: string;
    description?: string;
    external?: boolean;
}, {
    id: string;
    key: string | null;
    name: string;
    description: string;
    external: boolean;
    version: number;
}>;
/** Deletes a role that nobody holds, with its cells. */
export declare const deleteRole: import("../contract/operation.ts").Operation<{
    id: string;
}, object, object, void>;
/** One row of the matrix. */
export declare const DeclaredPermission: Type.TObject<{
    key: Type.TString;
    /** Id of the module that declares it */
    plugin: Type.TString;
    title: Type.TObject<{
        'zh-CN': Type.TString;
        en: Type.TString;
    }>;
    scopes: Type.TArray<Type.TEnum<["none", "own", "project", "department", "department-tree", "all"]>>;
}>;
export type DeclaredPermission = Static<typeof DeclaredPermission>;
export declare const listPermissions: import("../contract/operation.ts").Operation<object, {
    limit?: number;
    cursor?: string;
}, object, {
    items: {
        key: string;
        plugin: string;
        title: {
            'zh-CN': string;
            en: string;
        };
        scopes: ("all" | "department" | "department-tree" | "none" | "own" | "project")[];
    }[];
    next: string | null;
}>;
/** Who may what, how far. An absent cell is `none`. */
export declare const getMatrix: import("../contract/operation.ts").Operation<object, object, object, {
    rows: {
        key: string;
        plugin: string;
        title: {
            'zh-CN': string;
            en: string;
        };
        scopes: ("all" | "department" | "department-tree" | "none" | "own" | "project")[];
    }[];
    columns: {
        id: string;
        key: string | null;
        name: string;
        description: string;
        external: boolean;
        version: number;
    }[];
    cells: Record<string, Record<string, "all" | "department" | "department-tree" | "none" | "own" | "project">>;
}>;
/** What somebody may do more or less; of a wider or narrower permission the new or the former scope. */
export declare const PersonChange: Type.TObject<{
    personId: Type.TString;
    gains: Type.TArray<Type.TObject<{
        permission: Type.TString;
        scope: Type.TEnum<["none", "own", "project", "department", "department-tree", "all"]>;
    }>>;
    loses: Type.TArray<Type.TObject<{
        permission: Type.TString;
        scope: Type.TEnum<["none", "own", "project", "department", "department-tree", "all"]>;
    }>>;
}>;
export type PersonChange = Static<typeof PersonChange>;
/** Changes cells, all or none, and tells what each person gains and loses by it; `dryRun` only tells. */
export declare const changeMatrix: import("../contract/operation.ts").Operation<object, object, {
    changes: {
        roleId: string;
        permission: string;
        scope: "all" | "department" | "department-tree" | "none" | "own" | "project";
    }[];
    dryRun?: boolean;
}, {
    applied: boolean;
    people: {
        personId: string;
        gains: {
            permission: string;
            scope: "all" | "department" | "department-tree" | "none" | "own" | "project";
        }[];
        loses: {
            permission: string;
            scope: "all" | "department" | "department-tree" | "none" | "own" | "project";
        }[];
    }[];
}>;
/** Why somebody may or may not: role, cell, scope, and the fact of the row. */
export declare const explainAccess: import("../contract/operation.ts").Operation<object, object, {
    personId: string;
    permission: string;
    resource?: {
        type: string;
        id: string;
    };
}, {
    allowed: boolean;
    scope: "all" | "department" | "department-tree" | "none" | "own" | "project";
    because: {
        kind: string;
        holds: boolean;
        text: {
            'zh-CN': string;
            en: string;
        };
        ids?: Record<string, string>;
    }[];
}>;

import { type Static, Type } from 'typebox';
export declare const projectKeyTaken: import("../contract/problem.ts").ProblemKind;
/** An archived project takes nobody in until it is taken up again. */
export declare const projectArchived: import("../contract/problem.ts").ProblemKind;
/** People inside and outside who work on the same thing for a time. */
export declare const Project: Type.TObject<{
    id: Type.TString;
    /** Short name that people write, e.g. `L-1`; unique */
    key: Type.TString;
    name: Type.TString;
    description: Type.TUnion<[Type.TString, Type.TNull]>;
    departmentId: Type.TUnion<[Type.TString, Type.TNull]>;
    createdById: Type.TUnion<[Type.TString, Type.TNull]>;
    /** Put away: nothing new begins in it */
    archivedAt: Type.TUnion<[Type.TString, Type.TNull]>;
    /** How many take part */
    people: Type.TInteger;
    /** Whether the caller manages it */
    managed: Type.TBoolean;
    version: Type.TInteger;
    createdAt: Type.TString;
}>;
export type Project = Static<typeof Project>;
/** The newest first; those that are archived only when asked for. */
export declare const listProjects: import("../contract/operation.ts").Operation<object, {
    limit?: number;
    cursor?: string;
    query?: string;
    archived?: boolean;
}, object, {
    items: {
        id: string;
        key: string;
        name: string;
        description: string | null;
        departmentId: string | null;
        createdById: string | null;
        archivedAt: string | null;
        people: number;
        managed: boolean;
        version: number;
        createdAt: string;
    }[];
    next: string | null;
}>;
export declare const getProject: import("../contract/operation.ts").Operation<{
    id: string;
}, object, object, {
    id: string;
    key: string;
    name: string;
    description: string | null;
    departmentId: string | null;
    createdById: string | null;
    archivedAt: string | null;
    people: number;
    managed: boolean;
    version: number;
    createdAt: string;
}>;
/** Opens a project; without `key` it gets the next free `P-<n>`. Who opens it is no member by that. */
export declare const createProject: import("../contract/operation.ts").Operation<object, object, {
    key?: string;
    name: string;
    description?: string | null;
    departmentId?: string | null;
}, {
    id: string;
    key: string;
    name: string;
    description: string | null;
    departmentId: string | null;
    createdById: string | null;
    archivedAt: string | null;
    people: number;
    managed: boolean;
    version: number;
    createdAt: string;
}>;
/** `archived` puts it away or takes it up again; what its members see stays as it is. */
export declare const changeProject: import("../contract/operation.ts").Operation<{
    id: string;
}, object, {
    name?: string;
    description?: string | null;
    departmentId?: string | null;
    archived?: boolean;
}, {
    id: string;
    key: string;
    name: string;
    description: string | null;
    departmentId: string | null;
    createdById: string | null;
    archivedAt: string | null;
    people: number;
    managed: boolean;
    version: number;
    createdAt: string;
}>;
export declare const ProjectMember: Type.TObject<{
    projectId: Type.TString;
    personId: Type.TString;
    roleId: Type.TUnion<[Type.TString, Type.TNull]>;
}>;
export type ProjectMember = Static<typeof ProjectMember>;
/** A member with his name, as far as the caller sees the person. */
export declare const ListedMember: Type.TObject<{
    projectId: Type.TString;
    personId: Type.TString;
    roleId: Type.TUnion<[Type.TString, Type.TNull]>;
    person: Type.TUnion<[Type.TObject<{
        id: Type.TString;
        name: Type.TString;
        kind: Type.TEnum<["internal", "external"]>;
        affiliation: Type.TUnion<[Type.TString, Type.TNull]>;
        disabled: Type.TBoolean;
    }>, Type.TNull]>;
}>;
export type ListedMember = Static<typeof ListedMember>;
export declare const listProjectMembers: import("../contract/operation.ts").Operation<{
    id: string;
}, {
    limit?: number;
    cursor?: string;
}, object, {
    items: {
        projectId: string;
        personId: string;
        roleId: string | null;
        person: {
            id: string;
            name: string;
            kind: "external" | "internal";
            affiliation: string | null;
            disabled: boolean;
        } | null;
    }[];
    next: string | null;
}>;
/** Takes somebody into the project, or changes the role that he holds in it (at most `project`, of this project). */
export declare const putProjectMember: import("../contract/operation.ts").Operation<{
    id: string;
    personId: string;
}, object, {
    roleId?: string | null;
}, {
    projectId: string;
    personId: string;
    roleId: string | null;
}>;
export declare const deleteProjectMember: import("../contract/operation.ts").Operation<{
    id: string;
    personId: string;
}, object, object, void>;

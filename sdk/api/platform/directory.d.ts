import { type Static, Type } from 'typebox';
/** Making, changing and disabling people, departments and outside organisations. */
export declare const peopleManage: import("../contract/permission.ts").Permission;
/** Seeing whole phone numbers and mail addresses, one at a time, with a reason; each time is in the audit trail. */
export declare const peopleReveal: import("../contract/permission.ts").Permission;
export declare const projectsRead: import("../contract/permission.ts").Permission;
/** Opening projects and deciding who takes part; `own` are those that one has opened. */
export declare const projectsManage: import("../contract/permission.ts").Permission;
export declare const accountTaken: import("../contract/problem.ts").ProblemKind;
export declare const projectKeyTaken: import("../contract/problem.ts").ProblemKind;
/** One gives only what one holds oneself, unless one manages access. */
export declare const roleBeyondOwn: import("../contract/problem.ts").ProblemKind;
/** At least one person who manages access has to stay. */
export declare const lastAdministrator: import("../contract/problem.ts").ProblemKind;
export declare const getPerson: import("../contract/operation.ts").Operation<{
    id: string;
}, object, object, {
    id: string;
    name: string;
    kind: "external" | "internal";
    affiliation: string | null;
    disabled: boolean;
    account: string;
    title: string | null;
    email: string | null;
    phone: string | null;
    departmentIds: string[];
    roleIds: string[];
    organisationId: string | null;
    version: number;
}>;
export declare const createPerson: import("../contract/operation.ts").Operation<object, object, {
    account: string;
    name: string;
    password?: string;
    oneTimePassword?: boolean;
    kind: "external" | "internal";
    email?: string | null;
    phone?: string | null;
    title?: string | null;
    departmentIds?: string[];
    roleIds?: string[];
    organisationId?: string | null;
    disabled?: boolean;
}, {
    id: string;
    name: string;
    kind: "external" | "internal";
    affiliation: string | null;
    disabled: boolean;
    account: string;
    title: string | null;
    email: string | null;
    phone: string | null;
    departmentIds: string[];
    roleIds: string[];
    organisationId: string | null;
    version: number;
}>;
/** The whole phone number or mail address that everybody else sees masked; who asked, and why, is in the audit trail. */
export declare const revealPerson: import("../contract/operation.ts").Operation<{
    id: string;
}, object, {
    field: "email" | "phone";
    reason: string;
}, {
    value: string | null;
}>;
/** Disabling ends the person's sessions, tokens and sockets at once. */
export declare const changePerson: import("../contract/operation.ts").Operation<{
    id: string;
}, object, {
    account?: string;
    name?: string;
    password?: string;
    oneTimePassword?: boolean;
    email?: string | null;
    phone?: string | null;
    title?: string | null;
    departmentIds?: string[];
    roleIds?: string[];
    organisationId?: string | null;
    disabled?: boolean;
}, {
    id: string;
    name: string;
    kind: "external" | "internal";
    affiliation: string | null;
    disabled: boolean;
    account: string;
    title: string | null;
    email: string | null;
    phone: string | null;
    departmentIds: string[];
    roleIds: string[];
    organisationId: string | null;
    version: number;
}>;
export declare const Organisation: Type.TObject<{
    id: Type.TString;
    name: Type.TString;
    kind: Type.TEnum<["customer", "supplier", "partner"]>;
    version: Type.TInteger;
}>;
export type Organisation = Static<typeof Organisation>;
export declare const listOrganisations: import("../contract/operation.ts").Operation<object, {
    limit?: number;
    cursor?: string;
}, object, {
    items: {
        id: string;
        name: string;
        kind: "customer" | "partner" | "supplier";
        version: number;
    }[];
    next: string | null;
}>;
export declare const createOrganisation: import("../contract/operation.ts").Operation<object, object, {
    name: string;
    kind: "customer" | "partner" | "supplier";
}, {
    id: string;
    name: string;
    kind: "customer" | "partner" | "supplier";
    version: number;
}>;
export declare const changeOrganisation: import("../contract/operation.ts").Operation<{
    id: string;
}, object, {
    name?: string;
    kind?: "customer" | "partner" | "supplier";
}, {
    id: string;
    name: string;
    kind: "customer" | "partner" | "supplier";
    version: number;
}>;
/** People inside and outside who work on the same thing for a time. */
export declare const Project: Type.TObject<{
    id: Type.TString;
    /** Short name that people write, e.g. `L-1`; unique */
    key: Type.TString;
    name: Type.TString;
    description: Type.TUnion<[Type.TString, Type.TNull]>;
    departmentId: Type.TUnion<[Type.TString, Type.TNull]>;
    createdById: Type.TUnion<[Type.TString, Type.TNull]>;
    version: Type.TInteger;
    createdAt: Type.TString;
}>;
export type Project = Static<typeof Project>;
export declare const listProjects: import("../contract/operation.ts").Operation<object, {
    limit?: number;
    cursor?: string;
}, object, {
    items: {
        id: string;
        key: string;
        name: string;
        description: string | null;
        departmentId: string | null;
        createdById: string | null;
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
    version: number;
    createdAt: string;
}>;
export declare const changeProject: import("../contract/operation.ts").Operation<{
    id: string;
}, object, {
    name?: string;
    description?: string | null;
    departmentId?: string | null;
}, {
    id: string;
    key: string;
    name: string;
    description: string | null;
    departmentId: string | null;
    createdById: string | null;
    version: number;
    createdAt: string;
}>;
export declare const ProjectMember: Type.TObject<{
    projectId: Type.TString;
    personId: Type.TString;
    roleId: Type.TUnion<[Type.TString, Type.TNull]>;
}>;
export type ProjectMember = Static<typeof ProjectMember>;
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
export declare const projectMemberJoined: import("../contract/event.ts").Event<{
    projectId: string;
    personId: string;
}>;
/** Modules end what an outside person held through the project. */
export declare const projectMemberLeft: import("../contract/event.ts").Event<{
    projectId: string;
    personId: string;
}>;
/** Somebody may no longer sign in. */
export declare const personDisabled: import("../contract/event.ts").Event<{
    personId: string;
}>;

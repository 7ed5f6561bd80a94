/** Making, changing and disabling people, departments and outside organisations. */
export declare const peopleManage: import("../contract/permission.ts").Permission;
/** Seeing whole phone numbers, mail addresses and ID numbers, one at a time, with a reason; each time is in the audit trail. */
export declare const peopleReveal: import("../contract/permission.ts").Permission;
export declare const projectsRead: import("../contract/permission.ts").Permission;
/** Opening projects and deciding who takes part; `own` are those that one has opened. */
export declare const projectsManage: import("../contract/permission.ts").Permission;
export declare const accountTaken: import("../contract/problem.ts").ProblemKind;
/** One gives only what one holds oneself, unless one manages access. */
export declare const roleBeyondOwn: import("../contract/problem.ts").ProblemKind;
/** Whoever deleted his account does not come back: whatever it gave entry to would fall to somebody else. */
export declare const personDeleted: import("../contract/problem.ts").ProblemKind;
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
    idNumber?: string | null;
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
    idNumber?: string | null;
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
    idNumber?: string | null;
    departmentIds: string[];
    roleIds: string[];
    organisationId: string | null;
    version: number;
}>;
/** The whole phone number, mail address or ID number that everybody else sees masked; who asked, and why, is in the audit trail. */
export declare const revealPerson: import("../contract/operation.ts").Operation<{
    id: string;
}, object, {
    field: "email" | "idNumber" | "phone";
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
    idNumber?: string | null;
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
    idNumber?: string | null;
    departmentIds: string[];
    roleIds: string[];
    organisationId: string | null;
    version: number;
}>;
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

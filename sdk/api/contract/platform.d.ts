import { type Static, Type } from 'typebox';
/** What the browser asks first: who am I talking to? Modules are told to those who signed in. */
export declare const PlatformInformation: Type.TObject<{
    /** Name of the company */
    name: Type.TString;
    version: Type.TString;
    locales: Type.TArray<Type.TEnum<["zh-CN", "en"]>>;
    /** Nobody can sign in yet: show the set-up page. */
    setupNeeded: Type.TBoolean;
    /** Whether the caller is signed in: whoever is not need not ask who he is. */
    signedIn: Type.TBoolean;
    /** What the session has to do before anything else: choose a new password, or set up a second factor */
    duty: Type.TOptional<Type.TEnum<["password", "second-factor", "consent"]>>;
    /** Enabled for the caller, in the order of the rail; empty before sign-in */
    modules: Type.TArray<Type.TObject<{
        id: Type.TString;
        title: Type.TObject<{
            'zh-CN': Type.TString;
            en: Type.TString;
        }>;
        /** Address of the module's web part; null when it has none */
        web: Type.TUnion<[Type.TString, Type.TNull]>;
    }>>;
}>;
export type PlatformInformation = Static<typeof PlatformInformation>;
/** The caller, with all that he may. */
export declare const Me: Type.TObject<{
    id: Type.TString;
    account: Type.TString;
    name: Type.TString;
    kind: Type.TEnum<["internal", "external"]>;
    locale: Type.TEnum<["zh-CN", "en"]>;
    departmentIds: Type.TArray<Type.TString>;
    roleIds: Type.TArray<Type.TString>;
    /** Scope by permission key; what is not held is absent. */
    grants: Type.TRecord<"^.*$", Type.TEnum<["none", "own", "project", "department", "department-tree", "all"]>>;
    /** Ids of the modules that are on for the caller */
    modules: Type.TArray<Type.TString>;
    /** Keys of their features that are on for the caller */
    features: Type.TArray<Type.TString>;
}>;
export type Me = Static<typeof Me>;
/** A person as the directory shows him; phone, mail and ID number are masked. */
export declare const DirectoryPerson: Type.TObject<{
    id: Type.TString;
    name: Type.TString;
    kind: Type.TEnum<["internal", "external"]>;
    affiliation: Type.TUnion<[Type.TString, Type.TNull]>;
    disabled: Type.TBoolean;
    account: Type.TString;
    title: Type.TUnion<[Type.TString, Type.TNull]>;
    email: Type.TUnion<[Type.TString, Type.TNull]>;
    phone: Type.TUnion<[Type.TString, Type.TNull]>;
    /** Of the identity card, masked; for those who manage people only */
    idNumber: Type.TOptional<Type.TUnion<[Type.TString, Type.TNull]>>;
    departmentIds: Type.TArray<Type.TString>;
    /** Told to the person and to those who manage people or access; empty for others */
    roleIds: Type.TArray<Type.TString>;
    organisationId: Type.TUnion<[Type.TString, Type.TNull]>;
    version: Type.TInteger;
}>;
export type DirectoryPerson = Static<typeof DirectoryPerson>;
/** One device on which the caller is signed in. */
export declare const SessionSummary: Type.TObject<{
    id: Type.TString;
    createdAt: Type.TString;
    lastSeenAt: Type.TString;
    expiresAt: Type.TString;
    /** As the device named itself; may be empty */
    userAgent: Type.TString;
    address: Type.TString;
    /** The session that asks */
    current: Type.TBoolean;
}>;
export type SessionSummary = Static<typeof SessionSummary>;
/** Unknown account, wrong password or disabled person: one answer for all. */
export declare const wrongCredentials: import("./problem.ts").ProblemKind;
export declare const wrongPassword: import("./problem.ts").ProblemKind;
export declare const describePlatform: import("./operation.ts").Operation<object, object, object, {
    name: string;
    version: string;
    locales: ("en" | "zh-CN")[];
    setupNeeded: boolean;
    signedIn: boolean;
    duty?: "consent" | "password" | "second-factor";
    modules: {
        id: string;
        title: {
            'zh-CN': string;
            en: string;
        };
        web: string | null;
    }[];
}>;
export declare const readMe: import("./operation.ts").Operation<object, object, object, {
    id: string;
    account: string;
    name: string;
    kind: "external" | "internal";
    locale: "en" | "zh-CN";
    departmentIds: string[];
    roleIds: string[];
    grants: Record<string, "all" | "department" | "department-tree" | "none" | "own" | "project">;
    modules: string[];
    features: string[];
}>;
/**
 * On `person:<id>`: modules or features were switched on or off for the person. What `GET /me` and `GET /platform` answered no
 * longer holds.
 */
export declare const accessChanged: import("./event.ts").Event<object>;
export declare const changeMe: import("./operation.ts").Operation<object, object, {
    locale?: "en" | "zh-CN";
}, {
    id: string;
    account: string;
    name: string;
    kind: "external" | "internal";
    locale: "en" | "zh-CN";
    departmentIds: string[];
    roleIds: string[];
    grants: Record<string, "all" | "department" | "department-tree" | "none" | "own" | "project">;
    modules: string[];
    features: string[];
}>;
export declare const signIn: import("./operation.ts").Operation<object, object, {
    account: string;
    password: string;
}, {
    person: {
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
    };
}>;
export declare const signOut: import("./operation.ts").Operation<object, object, object, void>;
/** There is an administrator already: it answers 404 from then on. */
export declare const setUp: import("./operation.ts").Operation<object, object, {
    account: string;
    name: string;
    password: string;
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
export declare const listSessions: import("./operation.ts").Operation<object, {
    limit?: number;
    cursor?: string;
}, object, {
    items: {
        id: string;
        createdAt: string;
        lastSeenAt: string;
        expiresAt: string;
        userAgent: string;
        address: string;
        current: boolean;
    }[];
    next: string | null;
}>;
export declare const endSession: import("./operation.ts").Operation<{
    sessionId: string;
}, object, object, void>;
export declare const changePassword: import("./operation.ts").Operation<object, object, {
    current: string;
    next: string;
}, void>;
/** Sees names, departments and companies of people. Outside people: of those they share a project with. */
export declare const peopleRead: import("./permission.ts").Permission;
export declare const listPeople: import("./operation.ts").Operation<object, {
    limit?: number;
    cursor?: string;
    query?: string;
    departmentId?: string;
    organisationId?: string;
    projectId?: string;
    kind?: "external" | "internal";
    disabled?: boolean;
    manageable?: boolean;
}, object, {
    items: {
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
    }[];
    next: string | null;
}>;

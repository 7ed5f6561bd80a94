import { type Static, Type } from 'typebox';
/** `members.reason` is `used`, `expired` or `withdrawn`. */
export declare const invitationGone: import("../contract/problem.ts").ProblemKind;
/** The person agreed to another text than the one in force: read it again. */
export declare const consentOutdated: import("../contract/problem.ts").ProblemKind;
export declare const Invitation: Type.TObject<{
    id: Type.TString;
    /** Masked */
    email: Type.TString;
    name: Type.TUnion<[Type.TString, Type.TNull]>;
    organisationId: Type.TUnion<[Type.TString, Type.TNull]>;
    project: Type.TObject<{
        id: Type.TString;
        name: Type.TString;
    }>;
    role: Type.TObject<{
        id: Type.TString;
        name: Type.TString;
    }>;
    /** Who invited, and is told before the access ends */
    sponsor: Type.TUnion<[Type.TObject<{
        id: Type.TString;
        name: Type.TString;
        kind: Type.TEnum<["internal", "external"]>;
        affiliation: Type.TUnion<[Type.TString, Type.TNull]>;
        disabled: Type.TBoolean;
    }>, Type.TNull]>;
    state: Type.TEnum<["open", "accepted", "expired", "withdrawn", "ended"]>;
    /** Until when the link works */
    linkUntil: Type.TString;
    /** When the access ends */
    expiresAt: Type.TString;
    /** Of whoever accepted */
    personId: Type.TUnion<[Type.TString, Type.TNull]>;
    createdAt: Type.TString;
}>;
export type Invitation = Static<typeof Invitation>;
/** What one module will show to somebody who joins a project. */
export declare const InvitationPart: Type.TObject<{
    /** What it is about: conversations, documents */
    title: Type.TObject<{
        'zh-CN': Type.TString;
        en: Type.TString;
    }>;
    /** What he sees from the beginning, and what not */
    text: Type.TObject<{
        'zh-CN': Type.TString;
        en: Type.TString;
    }>;
}>;
export type InvitationPart = Static<typeof InvitationPart>;
export interface InvitationShowing {
    readonly projectId: string;
    readonly parts: readonly InvitationPart[];
}
/** Before somebody is invited into a project, and when he reads the invitation: each module adds what it will show him. */
export declare const invitationShowing: import("../contract/hook.ts").Hook<"change", InvitationShowing, InvitationShowing>;
/**
 * Invites somebody of another company into a project, for a time: without `expiresAt` for 90 days. Whoever decides who takes
 * part in the project may; the role has to be one for outside people. The link works once, for a week at most.
 */
export declare const createInvitation: import("../contract/operation.ts").Operation<object, object, {
    email: string;
    name?: string | null;
    organisationId?: string | null;
    projectId: string;
    roleId: string;
    expiresAt?: string;
}, {
    createdAt: string;
    email: string;
    expiresAt: string;
    id: string;
    linkUntil: string;
    mailed: boolean;
    name: string | null;
    organisationId: string | null;
    personId: string | null;
    project: {
        id: string;
        name: string;
    };
    role: {
        id: string;
        name: string;
    };
    sponsor: {
        id: string;
        name: string;
        kind: "external" | "internal";
        affiliation: string | null;
        disabled: boolean;
    } | null;
    state: "accepted" | "ended" | "expired" | "open" | "withdrawn";
    url: string;
}>;
/** What whoever invites may choose from, and with `projectId` whom the person invited will see. */
export declare const readInvitationOptions: import("../contract/operation.ts").Operation<object, {
    projectId?: string;
}, object, {
    roles: {
        id: string;
        name: string;
        description: string;
    }[];
    people: {
        id: string;
        name: string;
        kind: "external" | "internal";
        affiliation: string | null;
        disabled: boolean;
    }[];
    parts: {
        title: {
            'zh-CN': string;
            en: string;
        };
        text: {
            'zh-CN': string;
            en: string;
        };
    }[];
    mails: boolean;
}>;
/** Of the projects whose members the caller decides about, newest first */
export declare const listInvitations: import("../contract/operation.ts").Operation<object, {
    limit?: number;
    cursor?: string;
    projectId?: string;
}, object, {
    items: {
        id: string;
        email: string;
        name: string | null;
        organisationId: string | null;
        project: {
            id: string;
            name: string;
        };
        role: {
            id: string;
            name: string;
        };
        sponsor: {
            id: string;
            name: string;
            kind: "external" | "internal";
            affiliation: string | null;
            disabled: boolean;
        } | null;
        state: "accepted" | "ended" | "expired" | "open" | "withdrawn";
        linkUntil: string;
        expiresAt: string;
        personId: string | null;
        createdAt: string;
    }[];
    next: string | null;
}>;
/** Moves the end of the access, of an invitation that is open or accepted. `members.reason` of the problem says why not. */
export declare const changeInvitation: import("../contract/operation.ts").Operation<{
    id: string;
}, object, {
    expiresAt: string;
}, {
    id: string;
    email: string;
    name: string | null;
    organisationId: string | null;
    project: {
        id: string;
        name: string;
    };
    role: {
        id: string;
        name: string;
    };
    sponsor: {
        id: string;
        name: string;
        kind: "external" | "internal";
        affiliation: string | null;
        disabled: boolean;
    } | null;
    state: "accepted" | "ended" | "expired" | "open" | "withdrawn";
    linkUntil: string;
    expiresAt: string;
    personId: string | null;
    createdAt: string;
}>;
/** A new link for an invitation that nobody has accepted, by mail where there is mail; the one before stops working. */
export declare const renewInvitation: import("../contract/operation.ts").Operation<{
    id: string;
}, object, object, {
    createdAt: string;
    email: string;
    expiresAt: string;
    id: string;
    linkUntil: string;
    mailed: boolean;
    name: string | null;
    organisationId: string | null;
    personId: string | null;
    project: {
        id: string;
        name: string;
    };
    role: {
        id: string;
        name: string;
    };
    sponsor: {
        id: string;
        name: string;
        kind: "external" | "internal";
        affiliation: string | null;
        disabled: boolean;
    } | null;
    state: "accepted" | "ended" | "expired" | "open" | "withdrawn";
    url: string;
}>;
/** The link stops working; who has accepted loses the access at once. */
export declare const withdrawInvitation: import("../contract/operation.ts").Operation<{
    id: string;
}, object, object, void>;
export declare const InvitationOffer: Type.TObject<{
    project: Type.TObject<{
        id: Type.TString;
        name: Type.TString;
    }>;
    role: Type.TObject<{
        id: Type.TString;
        name: Type.TString;
    }>;
    expiresAt: Type.TString;
    linkUntil: Type.TString;
    consent: Type.TObject<{
        version: Type.TString;
        text: Type.TString;
    }>;
    /** As the sponsor wrote it */
    name: Type.TUnion<[Type.TString, Type.TNull]>;
    organisation: Type.TUnion<[Type.TString, Type.TNull]>;
    sponsor: Type.TUnion<[Type.TObject<{
        id: Type.TString;
        name: Type.TString;
        kind: Type.TEnum<["internal", "external"]>;
        affiliation: Type.TUnion<[Type.TString, Type.TNull]>;
        disabled: Type.TBoolean;
    }>, Type.TNull]>;
    /** Who takes part in the project now: they will see each other */
    people: Type.TArray<Type.TObject<{
        id: Type.TString;
        name: Type.TString;
        kind: Type.TEnum<["internal", "external"]>;
        affiliation: Type.TUnion<[Type.TString, Type.TNull]>;
        disabled: Type.TBoolean;
    }>>;
    parts: Type.TArray<Type.TObject<{
        /** What it is about: conversations, documents */
        title: Type.TObject<{
            'zh-CN': Type.TString;
            en: Type.TString;
        }>;
        /** What he sees from the beginning, and what not */
        text: Type.TObject<{
            'zh-CN': Type.TString;
            en: Type.TString;
        }>;
    }>>;
}>;
export type InvitationOffer = Static<typeof InvitationOffer>;
/** What the holder of the link is offered. */
export declare const readInvitation: import("../contract/operation.ts").Operation<{
    code: string;
}, object, object, {
    project: {
        id: string;
        name: string;
    };
    role: {
        id: string;
        name: string;
    };
    expiresAt: string;
    linkUntil: string;
    consent: {
        version: string;
        text: string;
    };
    name: string | null;
    organisation: string | null;
    sponsor: {
        id: string;
        name: string;
        kind: "external" | "internal";
        affiliation: string | null;
        disabled: boolean;
    } | null;
    people: {
        id: string;
        name: string;
        kind: "external" | "internal";
        affiliation: string | null;
        disabled: boolean;
    }[];
    parts: {
        title: {
            'zh-CN': string;
            en: string;
        };
        text: {
            'zh-CN': string;
            en: string;
        };
    }[];
}>;
/** Makes the account. A refused acceptance leaves the invitation usable. */
export declare const acceptInvitation: import("../contract/operation.ts").Operation<{
    code: string;
}, object, {
    account: string;
    name: string;
    password: string;
    consentVersion: string;
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
/** An outside person's access ends in a week: for whoever looks after him. */
export declare const invitedAccessEnding: import("../contract/event.ts").Event<{
    invitationId: string;
    projectId: string;
    personId: string;
    sponsorId: string;
}>;
export declare const invitedAccessEnded: import("../contract/event.ts").Event<{
    invitationId: string;
    projectId: string;
    personId: string;
    sponsorId: string;
}>;

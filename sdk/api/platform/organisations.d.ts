import { type Static, Type } from 'typebox';
/** An outside company. */
export declare const Organisation: Type.TObject<{
    id: Type.TString;
    name: Type.TString;
    kind: Type.TEnum<["customer", "supplier", "partner"]>;
    /** Whom one turns to there; null for people outside */
    contact: Type.TUnion<[Type.TObject<{
        id: Type.TString;
        name: Type.TString;
        kind: Type.TEnum<["internal", "external"]>;
        affiliation: Type.TUnion<[Type.TString, Type.TNull]>;
        disabled: Type.TBoolean;
    }>, Type.TNull]>;
    /** Who is in charge of it inside; null for people outside */
    manager: Type.TUnion<[Type.TObject<{
        id: Type.TString;
        name: Type.TString;
        kind: Type.TEnum<["internal", "external"]>;
        affiliation: Type.TUnion<[Type.TString, Type.TNull]>;
        disabled: Type.TBoolean;
    }>, Type.TNull]>;
    /** How many of its people are here */
    people: Type.TInteger;
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
        contact: {
            id: string;
            name: string;
            kind: "external" | "internal";
            affiliation: string | null;
            disabled: boolean;
        } | null;
        manager: {
            id: string;
            name: string;
            kind: "external" | "internal";
            affiliation: string | null;
            disabled: boolean;
        } | null;
        people: number;
        version: number;
    }[];
    next: string | null;
}>;
export declare const createOrganisation: import("../contract/operation.ts").Operation<object, object, {
    name: string;
    kind: "customer" | "partner" | "supplier";
    managerId?: string | null;
}, {
    id: string;
    name: string;
    kind: "customer" | "partner" | "supplier";
    contact: {
        id: string;
        name: string;
        kind: "external" | "internal";
        affiliation: string | null;
        disabled: boolean;
    } | null;
    manager: {
        id: string;
        name: string;
        kind: "external" | "internal";
        affiliation: string | null;
        disabled: boolean;
    } | null;
    people: number;
    version: number;
}>;
export declare const changeOrganisation: import("../contract/operation.ts").Operation<{
    id: string;
}, object, {
    name?: string;
    kind?: "customer" | "partner" | "supplier";
    contactId?: string | null;
    managerId?: string | null;
}, {
    id: string;
    name: string;
    kind: "customer" | "partner" | "supplier";
    contact: {
        id: string;
        name: string;
        kind: "external" | "internal";
        affiliation: string | null;
        disabled: boolean;
    } | null;
    manager: {
        id: string;
        name: string;
        kind: "external" | "internal";
        affiliation: string | null;
        disabled: boolean;
    } | null;
    people: number;
    version: number;
}>;

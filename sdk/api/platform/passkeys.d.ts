import { type Static, Type } from 'typebox';
/** The passkey is unknown here, was made for another address, its signature is wrong, or the challenge is over. */
export declare const passkeyRefused: import("../contract/problem.ts").ProblemKind;
export declare const passkeyNotMade: import("../contract/problem.ts").ProblemKind;
/** What `navigator.credentials.get` answered (WebAuthn, AuthenticationResponseJSON). */
export declare const PasskeyAnswer: Type.TObject<{
    id: Type.TString;
    response: Type.TObject<{
        clientDataJSON: Type.TString;
        authenticatorData: Type.TString;
        signature: Type.TString;
        userHandle: Type.TOptional<Type.TString>;
    }>;
}>;
export type PasskeyAnswer = Static<typeof PasskeyAnswer>;
/** How a browser is to ask for a passkey (WebAuthn, PublicKeyCredentialRequestOptionsJSON). */
export declare const PasskeyQuestion: Type.TObject<{
    challenge: Type.TString;
    rpId: Type.TString;
    /** ms */
    timeout: Type.TInteger;
    userVerification: Type.TEnum<["required", "preferred"]>;
    allowCredentials: Type.TArray<Type.TObject<{
        id: Type.TString;
        type: Type.TString;
        transports: Type.TOptional<Type.TArray<Type.TString>>;
    }>>;
}>;
export type PasskeyQuestion = Static<typeof PasskeyQuestion>;
/** Asks for any passkey of this address: the device knows whose it is. */
export declare const askPasskey: import("../contract/operation.ts").Operation<object, object, object, {
    challenge: string;
    rpId: string;
    timeout: number;
    userVerification: "preferred" | "required";
    allowCredentials: {
        id: string;
        type: string;
        transports?: string[];
    }[];
}>;
/** Signs in with a passkey that has verified its owner: it stands for both factors. */
export declare const signInWithPasskey: import("../contract/operation.ts").Operation<object, object, {
    answer: {
        id: string;
        response: {
            clientDataJSON: string;
            authenticatorData: string;
            signature: string;
            userHandle?: string;
        };
    };
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
export declare const Passkey: Type.TObject<{
    id: Type.TString;
    name: Type.TString;
    createdAt: Type.TString;
    lastUsedAt: Type.TUnion<[Type.TString, Type.TNull]>;
    /** Kept by the maker of the device and there on its other devices */
    synced: Type.TBoolean;
}>;
export type Passkey = Static<typeof Passkey>;
export declare const listPasskeys: import("../contract/operation.ts").Operation<object, {
    limit?: number;
    cursor?: string;
}, object, {
    items: {
        id: string;
        name: string;
        createdAt: string;
        lastUsedAt: string | null;
        synced: boolean;
    }[];
    next: string | null;
}>;
/** Begins a new passkey (WebAuthn, PublicKeyCredentialCreationOptionsJSON). */
export declare const beginPasskey: import("../contract/operation.ts").Operation<object, object, {
    password: string;
}, {
    challenge: string;
    rp: {
        id: string;
        name: string;
    };
    user: {
        id: string;
        name: string;
        displayName: string;
    };
    pubKeyCredParams: {
        type: string;
        alg: number;
    }[];
    timeout: number;
    attestation: string;
    authenticatorSelection: {
        residentKey: string;
        requireResidentKey: boolean;
        userVerification: string;
    };
    excludeCredentials: {
        id: string;
        type: string;
        transports?: string[];
    }[];
}>;
/** Keeps the passkey that the browser made. The first second factor of a person brings recovery codes, shown this once. */
export declare const addPasskey: import("../contract/operation.ts").Operation<object, object, {
    name: string;
    id: string;
    response: {
        clientDataJSON: string;
        attestationObject: string;
        transports?: string[];
    };
}, {
    createdAt: string;
    id: string;
    lastUsedAt: string | null;
    name: string;
    recoveryCodes: string[];
    synced: boolean;
}>;
export declare const renamePasskey: import("../contract/operation.ts").Operation<{
    id: string;
}, object, {
    name: string;
}, {
    id: string;
    name: string;
    createdAt: string;
    lastUsedAt: string | null;
    synced: boolean;
}>;
export declare const removePasskey: import("../contract/operation.ts").Operation<{
    id: string;
}, object, {
    password: string;
}, void>;

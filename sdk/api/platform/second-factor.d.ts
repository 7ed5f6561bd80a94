import { type Static, Type } from 'typebox';
export declare const wrongCode: import("../contract/problem.ts").ProblemKind;
/** Five minutes have passed, or the password was changed meanwhile: begin again with account and password. */
export declare const challengeOver: import("../contract/problem.ts").ProblemKind;
/** One of the three answers a challenge. */
export declare const signInWithSecondFactor: import("../contract/operation.ts").Operation<object, object, {
    challenge: string;
    code?: string;
    recoveryCode?: string;
    passkey?: {
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
/** What stands between one's password and one's account. */
export declare const SecondFactor: Type.TObject<{
    authenticator: Type.TBoolean;
    passkeys: Type.TInteger;
    /** Unused ones */
    recoveryCodes: Type.TInteger;
    /** The company asks for one: without any, the session reaches nothing but its set-up */
    required: Type.TBoolean;
}>;
export type SecondFactor = Static<typeof SecondFactor>;
export declare const readSecondFactor: import("../contract/operation.ts").Operation<object, object, object, {
    authenticator: boolean;
    passkeys: number;
    recoveryCodes: number;
    required: boolean;
}>;
/** Begins with an authenticator app: nothing changes until a code confirms it. */
export declare const beginAuthenticator: import("../contract/operation.ts").Operation<object, object, {
    password: string;
}, {
    secret: string;
    uri: string;
    challenge: string;
}>;
/** From now on sign-in asks for a code. Recovery codes come with the first second factor, shown this once; else none. */
export declare const confirmAuthenticator: import("../contract/operation.ts").Operation<object, object, {
    challenge: string;
    code: string;
}, {
    recoveryCodes: string[];
}>;
export declare const removeAuthenticator: import("../contract/operation.ts").Operation<object, object, {
    password: string;
}, void>;
/** Ten new ones, shown this once; those before stop working. */
export declare const renewRecoveryCodes: import("../contract/operation.ts").Operation<object, object, {
    password: string;
}, {
    recoveryCodes: string[];
}>;

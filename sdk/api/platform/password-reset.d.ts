import { type Static, Type } from 'typebox';
/** The link was used, is older than a day, or a newer password stands. */
export declare const resetGone: import("../contract/problem.ts").ProblemKind;
export declare const mailMissing: import("../contract/problem.ts").ProblemKind;
/** Sends a link to the person's mail address. The answer is the same whether or not there is such an account. */
export declare const askForReset: import("../contract/operation.ts").Operation<object, object, {
    account: string;
}, void>;
/** Whose password the link sets. */
export declare const readReset: import("../contract/operation.ts").Operation<{
    code: string;
}, object, object, {
    account: string;
    name: string;
    expiresAt: string;
}>;
/** Sets the password and ends all sessions. A refused password leaves the link usable; signing in needs the second factor as ever. */
export declare const useReset: import("../contract/operation.ts").Operation<{
    code: string;
}, object, {
    password: string;
}, void>;
/** How somebody signs in, for those who help him. */
export declare const SignInState: Type.TObject<{
    password: Type.TEnum<["none", "own", "one-time"]>;
    passwordAt: Type.TUnion<[Type.TString, Type.TNull]>;
    authenticator: Type.TBoolean;
    passkeys: Type.TInteger;
    recoveryCodes: Type.TInteger;
    /** Whether a link can be sent by mail */
    mails: Type.TBoolean;
}>;
export type SignInState = Static<typeof SignInState>;
export declare const readSignInState: import("../contract/operation.ts").Operation<{
    id: string;
}, object, object, {
    password: "none" | "one-time" | "own";
    passwordAt: string | null;
    authenticator: boolean;
    passkeys: number;
    recoveryCodes: number;
    mails: boolean;
}>;
/**
 * The present password stops working and all sessions and API tokens end. `password`: one for the next sign-in (7 days), after
 * which a new one has to be chosen. `link`: handed over by whoever asks (24 h). `mail`: the link goes to the person.
 */
export declare const resetPassword: import("../contract/operation.ts").Operation<{
    id: string;
}, object, {
    way: "link" | "mail" | "password";
}, {
    password: string | null;
    url: string | null;
    expiresAt: string;
}>;
/** For somebody who lost his devices: authenticator app, passkeys and recovery codes are gone. He is told. */
export declare const removeSecondFactor: import("../contract/operation.ts").Operation<{
    id: string;
}, object, object, void>;

import { type Static, Type } from 'typebox';
/** An API token cannot make tokens, change the password or see sessions. */
export declare const sessionNeeded: import("../contract/problem.ts").ProblemKind;
export declare const ApiToken: Type.TObject<{
    id: Type.TString;
    name: Type.TString;
    createdAt: Type.TString;
    expiresAt: Type.TString;
    lastUsedAt: Type.TUnion<[Type.TString, Type.TNull]>;
    /** Permission keys it is narrowed to; null: all that its owner holds */
    permissions: Type.TUnion<[Type.TArray<Type.TString>, Type.TNull]>;
}>;
export type ApiToken = Static<typeof ApiToken>;
/** One's own API tokens, newest first; never the secret. */
export declare const listTokens: import("../contract/operation.ts").Operation<object, {
    limit?: number;
    cursor?: string;
}, object, {
    items: {
        id: string;
        name: string;
        createdAt: string;
        expiresAt: string;
        lastUsedAt: string | null;
        permissions: string[] | null;
    }[];
    next: string | null;
}>;
/** Makes an API token; it is shown this once. Without `expiresAt` it lasts 90 days. */
export declare const createApiToken: import("../contract/operation.ts").Operation<object, object, {
    name: string;
    expiresAt?: string;
    permissions?: string[];
}, {
    id: string;
    token: string;
}>;
export declare const deleteToken: import("../contract/operation.ts").Operation<{
    id: string;
}, object, object, void>;

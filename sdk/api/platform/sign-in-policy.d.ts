import { type Static, Type } from 'typebox';
/** Deciding how people of the whole installation sign in. */
export declare const signInManage: import("../contract/permission.ts").Permission;
/** How people sign in. Passwords that stand are not judged anew. */
export declare const SignInPolicy: Type.TObject<{
    password: Type.TObject<{
        minLength: Type.TInteger;
        remembersLast: Type.TInteger;
        /** Older ones have to be changed at the next sign-in; null: never */
        maxAgeDays: Type.TUnion<[Type.TInteger, Type.TNull]>;
    }>;
    secondFactor: Type.TObject<{
        required: Type.TEnum<["nobody", "roles", "everybody"]>;
        /** Of `roles`: whoever holds one of them in the whole company */
        roleIds: Type.TArray<Type.TString>;
        /** From then on; null: at once */
        from: Type.TUnion<[Type.TString, Type.TNull]>;
    }>;
    version: Type.TInteger;
}>;
export type SignInPolicy = Static<typeof SignInPolicy>;
export declare const readSignInPolicy: import("../contract/operation.ts").Operation<object, object, object, {
    password: {
        minLength: number;
        remembersLast: number;
        maxAgeDays: number | null;
    };
    secondFactor: {
        required: "everybody" | "nobody" | "roles";
        roleIds: string[];
        from: string | null;
    };
    version: number;
    without: number;
}>;
export declare const changeSignInPolicy: import("../contract/operation.ts").Operation<object, object, {
    password: {
        minLength: number;
        remembersLast: number;
        maxAgeDays: number | null;
    };
    secondFactor: {
        required: "everybody" | "nobody" | "roles";
        roleIds: string[];
        from: string | null;
    };
}, {
    password: {
        minLength: number;
        remembersLast: number;
        maxAgeDays: number | null;
    };
    secondFactor: {
        required: "everybody" | "nobody" | "roles";
        roleIds: string[];
        from: string | null;
    };
    version: number;
}>;
/** What the pages before sign-in need to know. */
export declare const readSignInRules: import("../contract/operation.ts").Operation<object, object, object, {
    minLength: number;
    forgotten: boolean;
}>;

import { type Static, Type } from 'typebox';
/** Writing the text that people agree to. */
export declare const privacyManage: import("../contract/permission.ts").Permission;
/** What people agree to, in one language. */
export declare const ConsentWords: Type.TObject<{
    /** Which information is used, for what, and how long it is kept */
    uses: Type.TArray<Type.TObject<{
        what: Type.TString;
        why: Type.TString;
        kept: Type.TString;
    }>>;
    /** The whole notice; paragraphs are parted by empty lines */
    text: Type.TString;
}>;
export type ConsentWords = Static<typeof ConsentWords>;
/** One version of the notice; it never changes. */
export declare const ConsentText: Type.TObject<{
    version: Type.TString;
    /** Null for the one that Liaison brings along */
    publishedAt: Type.TUnion<[Type.TString, Type.TNull]>;
    /** Nobody goes on without having agreed */
    required: Type.TBoolean;
    /** What is new in it */
    note: Type.TObject<{
        'zh-CN': Type.TString;
        en: Type.TString;
    }>;
    words: Type.TObject<{
        'zh-CN': Type.TObject<{
            /** Which information is used, for what, and how long it is kept */
            uses: Type.TArray<Type.TObject<{
                what: Type.TString;
                why: Type.TString;
                kept: Type.TString;
            }>>;
            /** The whole notice; paragraphs are parted by empty lines */
            text: Type.TString;
        }>;
        en: Type.TObject<{
            /** Which information is used, for what, and how long it is kept */
            uses: Type.TArray<Type.TObject<{
                what: Type.TString;
                why: Type.TString;
                kept: Type.TString;
            }>>;
            /** The whole notice; paragraphs are parted by empty lines */
            text: Type.TString;
        }>;
    }>;
}>;
export type ConsentText = Static<typeof ConsentText>;
export declare const ConsentState: Type.TObject<{
    /** In force now */
    text: Type.TObject<{
        version: Type.TString;
        /** Null for the one that Liaison brings along */
        publishedAt: Type.TUnion<[Type.TString, Type.TNull]>;
        /** Nobody goes on without having agreed */
        required: Type.TBoolean;
        /** What is new in it */
        note: Type.TObject<{
            'zh-CN': Type.TString;
            en: Type.TString;
        }>;
        words: Type.TObject<{
            'zh-CN': Type.TObject<{
                /** Which information is used, for what, and how long it is kept */
                uses: Type.TArray<Type.TObject<{
                    what: Type.TString;
                    why: Type.TString;
                    kept: Type.TString;
                }>>;
                /** The whole notice; paragraphs are parted by empty lines */
                text: Type.TString;
            }>;
            en: Type.TObject<{
                /** Which information is used, for what, and how long it is kept */
                uses: Type.TArray<Type.TObject<{
                    what: Type.TString;
                    why: Type.TString;
                    kept: Type.TString;
                }>>;
                /** The whole notice; paragraphs are parted by empty lines */
                text: Type.TString;
            }>;
        }>;
    }>;
    /** Earlier ones, newest first, at most 20 */
    earlier: Type.TArray<Type.TObject<{
        version: Type.TString;
        publishedAt: Type.TUnion<[Type.TString, Type.TNull]>;
        note: Type.TObject<{
            'zh-CN': Type.TString;
            en: Type.TString;
        }>;
    }>>;
    /** What the caller has agreed to last; null when nothing, or when it was withdrawn */
    given: Type.TUnion<[Type.TObject<{
        version: Type.TString;
        at: Type.TString;
    }>, Type.TNull]>;
    withdrawnAt: Type.TUnion<[Type.TString, Type.TNull]>;
    /** Whether the caller has to agree before anything else */
    needed: Type.TBoolean;
}>;
export type ConsentState = Static<typeof ConsentState>;
export { consentNeeded } from '../contract/sign-in-problems.ts';
export declare const accountNotTyped: import("../contract/problem.ts").ProblemKind;
export declare const readConsent: import("../contract/operation.ts").Operation<object, object, object, {
    text: {
        version: string;
        publishedAt: string | null;
        required: boolean;
        note: {
            'zh-CN': string;
            en: string;
        };
        words: {
            'zh-CN': {
                uses: {
                    what: string;
                    why: string;
                    kept: string;
                }[];
                text: string;
            };
            en: {
                uses: {
                    what: string;
                    why: string;
                    kept: string;
                }[];
                text: string;
            };
        };
    };
    earlier: {
        version: string;
        publishedAt: string | null;
        note: {
            'zh-CN': string;
            en: string;
        };
    }[];
    given: {
        version: string;
        at: string;
    } | null;
    withdrawnAt: string | null;
    needed: boolean;
}>;
/** Agrees to the version in force; it is kept who, to which, and when. */
export declare const giveConsent: import("../contract/operation.ts").Operation<object, object, {
    version: string;
}, {
    text: {
        version: string;
        publishedAt: string | null;
        required: boolean;
        note: {
            'zh-CN': string;
            en: string;
        };
        words: {
            'zh-CN': {
                uses: {
                    what: string;
                    why: string;
                    kept: string;
                }[];
                text: string;
            };
            en: {
                uses: {
                    what: string;
                    why: string;
                    kept: string;
                }[];
                text: string;
            };
        };
    };
    earlier: {
        version: string;
        publishedAt: string | null;
        note: {
            'zh-CN': string;
            en: string;
        };
    }[];
    given: {
        version: string;
        at: string;
    } | null;
    withdrawnAt: string | null;
    needed: boolean;
}>;
/**
 * Takes the consent back: sessions, API tokens and sockets end at once, and the account is closed until its owner agrees
 * again or deletes it.
 */
export declare const withdrawConsent: import("../contract/operation.ts").Operation<object, object, {
    version: string;
}, void>;
/** All that is kept about the caller, as JSON: his own fields unmasked, consents, devices, and what each module keeps. */
export declare const exportMyData: import("../contract/operation.ts").Operation<object, object, object, unknown>;
/** One's own fields as they are stored. */
export declare const MyProfile: Type.TObject<{
    name: Type.TString;
    title: Type.TUnion<[Type.TString, Type.TNull]>;
    email: Type.TUnion<[Type.TString, Type.TNull]>;
    phone: Type.TUnion<[Type.TString, Type.TNull]>;
}>;
export type MyProfile = Static<typeof MyProfile>;
export declare const readMyProfile: import("../contract/operation.ts").Operation<object, object, object, {
    name: string;
    title: string | null;
    email: string | null;
    phone: string | null;
}>;
/** Corrects what is wrong; the job title is the company's to change. Links for a new password go to the address: it takes the current one. */
export declare const correctMyProfile: import("../contract/operation.ts").Operation<object, object, {
    name?: string;
    email?: string | null;
    phone?: string | null;
    current?: string;
}, {
    name: string;
    title: string | null;
    email: string | null;
    phone: string | null;
}>;
/**
 * Deletes the caller's account for good: name, account, phone and mail are erased, everything he is signed in with ends, he
 * leaves departments, roles and projects. What he wrote stays the company's, by somebody without a name.
 */
export declare const deleteMyAccount: import("../contract/operation.ts").Operation<object, object, {
    account: string;
    password: string;
}, void>;
export declare const listConsentTexts: import("../contract/operation.ts").Operation<object, {
    limit?: number;
    cursor?: string;
}, object, {
    items: {
        agreed: number;
        note: {
            'zh-CN': string;
            en: string;
        };
        publishedAt: string | null;
        required: boolean;
        version: string;
        words: {
            'zh-CN': {
                uses: {
                    what: string;
                    why: string;
                    kept: string;
                }[];
                text: string;
            };
            en: {
                uses: {
                    what: string;
                    why: string;
                    kept: string;
                }[];
                text: string;
            };
        };
    }[];
    next: string | null;
}>;
/** Puts a new version in force. With `required` nobody goes on without having agreed; API tokens are not stopped. */
export declare const publishConsentText: import("../contract/operation.ts").Operation<object, object, {
    words: {
        'zh-CN': {
            uses: {
                what: string;
                why: string;
                kept: string;
            }[];
            text: string;
        };
        en: {
            uses: {
                what: string;
                why: string;
                kept: string;
            }[];
            text: string;
        };
    };
    note: {
        'zh-CN': string;
        en: string;
    };
    required: boolean;
}, {
    version: string;
    publishedAt: string | null;
    required: boolean;
    note: {
        'zh-CN': string;
        en: string;
    };
    words: {
        'zh-CN': {
            uses: {
                what: string;
                why: string;
                kept: string;
            }[];
            text: string;
        };
        en: {
            uses: {
                what: string;
                why: string;
                kept: string;
            }[];
            text: string;
        };
    };
}>;
/** Somebody's account was deleted: modules forget what is only his, and keep what is the company's. */
export declare const personAnonymised: import("../contract/event.ts").Event<{
    personId: string;
}>;

import { type Static, Type } from 'typebox';
/** Keeping the rules in front of what people write, and reviewing what they noted. */
export declare const contentFilterManage: import("../contract/permission.ts").Permission;
/** `members.errors` names the term: a pattern that cannot be read, or that would be too large. */
export declare const tooManyTerms: import("../contract/problem.ts").ProblemKind;
/** Most terms of one rule */
export declare const mostTerms = 20000;
/** Characters of one term */
export declare const longestTerm = 500;
/** Characters of a text that is tried out */
export declare const longestTrial = 20000;
/** The marks that a rule of kind `mark` may look for, in this order of weight. */
export declare const contentMarks: readonly ['绝密', '机密', '秘密', '核心商密', '普通商密'];
export declare const ContentRule: Type.TObject<{
    id: Type.TString;
    name: Type.TString;
    kind: Type.TEnum<["mark", "pattern", "dictionary"]>;
    action: Type.TEnum<["block", "flag"]>;
    reach: Type.TEnum<["all", "outside"]>;
    /** Ids of the modules whose texts it looks at; empty: all */
    modules: Type.TArray<Type.TString>;
    /** What authors are told beside the name */
    reason: Type.TUnion<[Type.TString, Type.TNull]>;
    enabled: Type.TBoolean;
    termCount: Type.TInteger;
    /** Texts that it refused, and noted, in the last 30 days */
    blocked: Type.TInteger;
    flagged: Type.TInteger;
    updatedAt: Type.TString;
    version: Type.TInteger;
}>;
export type ContentRule = Static<typeof ContentRule>;
/** With what it looks for: marks, patterns or words. */
export declare const ContentRuleDetail: Type.TObject<{
    id: Type.TString;
    name: Type.TString;
    kind: Type.TEnum<["mark", "pattern", "dictionary"]>;
    action: Type.TEnum<["block", "flag"]>;
    reach: Type.TEnum<["all", "outside"]>;
    /** Ids of the modules whose texts it looks at; empty: all */
    modules: Type.TArray<Type.TString>;
    /** What authors are told beside the name */
    reason: Type.TUnion<[Type.TString, Type.TNull]>;
    enabled: Type.TBoolean;
    termCount: Type.TInteger;
    /** Texts that it refused, and noted, in the last 30 days */
    blocked: Type.TInteger;
    flagged: Type.TInteger;
    updatedAt: Type.TString;
    version: Type.TInteger;
    terms: Type.TArray<Type.TString>;
}>;
export type ContentRuleDetail = Static<typeof ContentRuleDetail>;
declare const ruleBody: Type.TObject<{
    name: Type.TString;
    kind: Type.TEnum<["mark", "pattern", "dictionary"]>;
    action: Type.TEnum<["block", "flag"]>;
    reach: Type.TOptional<Type.TEnum<["all", "outside"]>>;
    modules: Type.TOptional<Type.TArray<Type.TString>>;
    reason: Type.TOptional<Type.TUnion<[Type.TString, Type.TNull]>>;
    enabled: Type.TOptional<Type.TBoolean>;
    terms: Type.TArray<Type.TString>;
}>;
export type ContentRuleWish = Static<typeof ruleBody>;
export declare const listContentRules: import("../contract/operation.ts").Operation<object, {
    limit?: number;
    cursor?: string;
}, object, {
    items: {
        id: string;
        name: string;
        kind: "dictionary" | "mark" | "pattern";
        action: "block" | "flag";
        reach: "all" | "outside";
        modules: string[];
        reason: string | null;
        enabled: boolean;
        termCount: number;
        blocked: number;
        flagged: number;
        updatedAt: string;
        version: number;
    }[];
    next: string | null;
}>;
export declare const readContentRule: import("../contract/operation.ts").Operation<{
    id: string;
}, object, object, {
    id: string;
    name: string;
    kind: "dictionary" | "mark" | "pattern";
    action: "block" | "flag";
    reach: "all" | "outside";
    modules: string[];
    reason: string | null;
    enabled: boolean;
    termCount: number;
    blocked: number;
    flagged: number;
    updatedAt: string;
    version: number;
    terms: string[];
}>;
/** In force for the next text that anybody writes, on every server. A pattern that RE2 cannot read is invalidInput (400). */
export declare const createContentRule: import("../contract/operation.ts").Operation<object, object, {
    name: string;
    kind: "dictionary" | "mark" | "pattern";
    action: "block" | "flag";
    reach?: "all" | "outside";
    modules?: string[];
    reason?: string | null;
    enabled?: boolean;
    terms: string[];
}, {
    id: string;
    name: string;
    kind: "dictionary" | "mark" | "pattern";
    action: "block" | "flag";
    reach: "all" | "outside";
    modules: string[];
    reason: string | null;
    enabled: boolean;
    termCount: number;
    blocked: number;
    flagged: number;
    updatedAt: string;
    version: number;
    terms: string[];
}>;
export declare const changeContentRule: import("../contract/operation.ts").Operation<{
    id: string;
}, object, {
    name?: string;
    kind?: "dictionary" | "mark" | "pattern";
    action?: "block" | "flag";
    reach?: "all" | "outside";
    modules?: string[];
    reason?: string | null;
    enabled?: boolean;
    terms?: string[];
}, {
    id: string;
    name: string;
    kind: "dictionary" | "mark" | "pattern";
    action: "block" | "flag";
    reach: "all" | "outside";
    modules: string[];
    reason: string | null;
    enabled: boolean;
    termCount: number;
    blocked: number;
    flagged: number;
    updatedAt: string;
    version: number;
    terms: string[];
}>;
export declare const deleteContentRule: import("../contract/operation.ts").Operation<{
    id: string;
}, object, object, void>;
export declare const ContentFinding: Type.TObject<{
    /** Null for a rule that is only being written */
    ruleId: Type.TUnion<[Type.TString, Type.TNull]>;
    rule: Type.TString;
    action: Type.TEnum<["block", "flag"]>;
    /** UTF-16 code units */
    from: Type.TInteger;
    to: Type.TInteger;
}>;
export type ContentFinding = Static<typeof ContentFinding>;
/** What would become of a text, under the rules in force or under one that is being written. Nothing is stored. */
export declare const tryContentRules: import("../contract/operation.ts").Operation<object, object, {
    text: string;
    outside?: boolean;
    module?: string;
    draft?: {
        kind: "dictionary" | "mark" | "pattern";
        action: "block" | "flag";
        terms: string[];
        name?: string;
    };
}, {
    outcome: "block" | "flag" | "pass";
    findings: {
        ruleId: string | null;
        rule: string;
        action: "block" | "flag";
        from: number;
        to: number;
    }[];
}>;
/** A text that was stored and noted. What it says is not kept here: who may see the thing itself reads it there. */
export declare const ContentFlagEntry: Type.TObject<{
    id: Type.TString;
    at: Type.TString;
    person: Type.TObject<{
        id: Type.TString;
        name: Type.TString;
        kind: Type.TEnum<["internal", "external"]>;
        affiliation: Type.TUnion<[Type.TString, Type.TNull]>;
        disabled: Type.TBoolean;
    }>;
    ruleId: Type.TUnion<[Type.TString, Type.TNull]>;
    rule: Type.TString;
    /** `plugin.what` */
    kind: Type.TString;
    from: Type.TInteger;
    to: Type.TInteger;
    state: Type.TEnum<["open", "reviewed"]>;
    /** What the text became; null when it was not stored, or nobody knows */
    thing: Type.TUnion<[Type.TObject<{
        type: Type.TString;
        id: Type.TString;
    }>, Type.TNull]>;
    /** Where it was written */
    place: Type.TUnion<[Type.TObject<{
        type: Type.TString;
        id: Type.TString;
    }>, Type.TNull]>;
    /** Whether the caller may see it: only then a link leads anywhere */
    visible: Type.TBoolean;
    reviewedBy: Type.TUnion<[Type.TObject<{
        id: Type.TString;
        name: Type.TString;
        kind: Type.TEnum<["internal", "external"]>;
        affiliation: Type.TUnion<[Type.TString, Type.TNull]>;
        disabled: Type.TBoolean;
    }>, Type.TNull]>;
    reviewedAt: Type.TUnion<[Type.TString, Type.TNull]>;
    version: Type.TInteger;
}>;
export type ContentFlagEntry = Static<typeof ContentFlagEntry>;
/** Newest first. */
export declare const listContentFlags: import("../contract/operation.ts").Operation<object, {
    limit?: number;
    cursor?: string;
    state?: "open" | "reviewed";
    ruleId?: string;
}, object, {
    items: {
        id: string;
        at: string;
        person: {
            id: string;
            name: string;
            kind: "external" | "internal";
            affiliation: string | null;
            disabled: boolean;
        };
        ruleId: string | null;
        rule: string;
        kind: string;
        from: number;
        to: number;
        state: "open" | "reviewed";
        thing: {
            type: string;
            id: string;
        } | null;
        place: {
            type: string;
            id: string;
        } | null;
        visible: boolean;
        reviewedBy: {
            id: string;
            name: string;
            kind: "external" | "internal";
            affiliation: string | null;
            disabled: boolean;
        } | null;
        reviewedAt: string | null;
        version: number;
    }[];
    next: string | null;
}>;
/** Marks it as looked at, or opens it again. */
export declare const reviewContentFlag: import("../contract/operation.ts").Operation<{
    id: string;
}, object, {
    state: "open" | "reviewed";
}, {
    id: string;
    at: string;
    person: {
        id: string;
        name: string;
        kind: "external" | "internal";
        affiliation: string | null;
        disabled: boolean;
    };
    ruleId: string | null;
    rule: string;
    kind: string;
    from: number;
    to: number;
    state: "open" | "reviewed";
    thing: {
        type: string;
        id: string;
    } | null;
    place: {
        type: string;
        id: string;
    } | null;
    visible: boolean;
    reviewedBy: {
        id: string;
        name: string;
        kind: "external" | "internal";
        affiliation: string | null;
        disabled: boolean;
    } | null;
    reviewedAt: string | null;
    version: number;
}>;
/** Figures of the last 30 days. */
export declare const readContentStatistics: import("../contract/operation.ts").Operation<object, object, object, {
    blocked: number;
    flagged: number;
    open: number;
    days: {
        day: string;
        blocked: number;
        flagged: number;
    }[];
}>;
export {};

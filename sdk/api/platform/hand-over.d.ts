import { type Static, Type } from 'typebox';
export declare const successorUnfit: import("../contract/problem.ts").ProblemKind;
/** One kind of thing that somebody answers for */
export declare const Belonging: Type.TObject<{
    /** `departments`, `projects`, `memberships`, `organisations`, `invitations`, or the id of a module */
    kind: Type.TString;
    title: Type.TObject<{
        'zh-CN': Type.TString;
        en: Type.TString;
    }>;
    count: Type.TInteger;
}>;
export type Belonging = Static<typeof Belonging>;
/** Everything that somebody answers for, counted by kind. */
export declare const listBelongings: import("../contract/operation.ts").Operation<{
    personId: string;
}, object, object, {
    items: {
        kind: string;
        title: {
            'zh-CN': string;
            en: string;
        };
        count: number;
    }[];
}>;
/**
 * Gives everything that somebody answers for to a successor, all of it or nothing: departments that he heads, projects that he
 * opened or takes part in, companies and invited people that he looks after, and what modules declare. With `disable` his account is closed in
 * the same unit. It takes no fewer rights than he holds.
 */
export declare const handOver: import("../contract/operation.ts").Operation<{
    personId: string;
}, object, {
    successorId: string;
    disable?: boolean;
}, {
    given: {
        kind: string;
        title: {
            'zh-CN': string;
            en: string;
        };
        count: number;
    }[];
}>;

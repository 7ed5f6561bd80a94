import { type Static, Type } from 'typebox';
/** Sees how modules and features are rolled out and used, and decides for whom they are on. */
export declare const modulesManage: import("../contract/permission.ts").Permission;
/** 开发中, 测试中, 已完成: what people are told about the state of the work; it opens and closes nothing. */
export declare const ModuleStage: Type.TEnum<["development", "testing", "done"]>;
export type ModuleStage = Static<typeof ModuleStage>;
/** Some people. `percentage` picks people inside the company, always the same ones: a larger share holds a smaller one. */
export declare const Audience: Type.TObject<{
    kind: Type.TEnum<["all", "inside", "departments", "people", "percentage"]>;
    /** Of `departments`: with everything below them */
    departmentIds: Type.TOptional<Type.TArray<Type.TString>>;
    /** Of `people` */
    personIds: Type.TOptional<Type.TArray<Type.TString>>;
    /** Of `percentage` */
    percentage: Type.TOptional<Type.TInteger>;
}>;
export type Audience = Static<typeof Audience>;
/** On for an audience from an instant, for good or until another one. */
export declare const RollOutStep: Type.TObject<{
    audience: Type.TObject<{
        kind: Type.TEnum<["all", "inside", "departments", "people", "percentage"]>;
        /** Of `departments`: with everything below them */
        departmentIds: Type.TOptional<Type.TArray<Type.TString>>;
        /** Of `people` */
        personIds: Type.TOptional<Type.TArray<Type.TString>>;
        /** Of `percentage` */
        percentage: Type.TOptional<Type.TInteger>;
    }>;
    from: Type.TString;
    until: Type.TOptional<Type.TUnion<[Type.TString, Type.TNull]>>;
}>;
export type RollOutStep = Static<typeof RollOutStep>;
/** How many people worked with it: seven days, the seven before, and the last eight weeks, oldest first. */
export declare const ModuleUse: Type.TObject<{
    people: Type.TInteger;
    before: Type.TInteger;
    trend: Type.TArray<Type.TInteger>;
}>;
export type ModuleUse = Static<typeof ModuleUse>;
/** A module, or a feature of one, on the status board. */
export declare const ModuleEntry: Type.TObject<{
    /** Id of the module, or key of the feature */
    key: Type.TString;
    kind: Type.TEnum<["module", "feature"]>;
    moduleId: Type.TString;
    title: Type.TObject<{
        'zh-CN': Type.TString;
        en: Type.TString;
    }>;
    /** Core functions in a few words */
    summary: Type.TUnion<[Type.TObject<{
        'zh-CN': Type.TString;
        en: Type.TString;
    }>, Type.TNull]>;
    /** False: the server runs without it, whatever the roll-out says. */
    running: Type.TBoolean;
    owner: Type.TUnion<[Type.TObject<{
        id: Type.TString;
        name: Type.TString;
        kind: Type.TEnum<["internal", "external"]>;
        affiliation: Type.TUnion<[Type.TString, Type.TNull]>;
        disabled: Type.TBoolean;
    }>, Type.TNull]>;
    stage: Type.TEnum<["development", "testing", "done"]>;
    /** When it is, or was, to be there for all; a plan, which opens nothing */
    goLiveAt: Type.TUnion<[Type.TString, Type.TNull]>;
    /** On for whoever one of the steps reaches. Null: no roll-out, on for everybody; empty: off for everybody */
    steps: Type.TUnion<[Type.TArray<Type.TObject<{
        audience: Type.TObject<{
            kind: Type.TEnum<["all", "inside", "departments", "people", "percentage"]>;
            /** Of `departments`: with everything below them */
            departmentIds: Type.TOptional<Type.TArray<Type.TString>>;
            /** Of `people` */
            personIds: Type.TOptional<Type.TArray<Type.TString>>;
            /** Of `percentage` */
            percentage: Type.TOptional<Type.TInteger>;
        }>;
        from: Type.TString;
        until: Type.TOptional<Type.TUnion<[Type.TString, Type.TNull]>>;
    }>>, Type.TNull]>;
    /** People for whom it is on now, of all who are not disabled */
    reach: Type.TObject<{
        people: Type.TInteger;
        of: Type.TInteger;
    }>;
    /** When a step begins or ends next */
    nextChangeAt: Type.TUnion<[Type.TString, Type.TNull]>;
    /** Null where it is on for fewer than five people, whose habits it would tell */
    use: Type.TUnion<[Type.TObject<{
        people: Type.TInteger;
        before: Type.TInteger;
        trend: Type.TArray<Type.TInteger>;
    }>, Type.TNull]>;
    /** 0: never changed */
    version: Type.TInteger;
}>;
export type ModuleEntry = Static<typeof ModuleEntry>;
/** Every module with its features, in the order of the platform. */
export declare const listModules: import("../contract/operation.ts").Operation<object, {
    limit?: number;
    cursor?: string;
}, object, {
    items: {
        key: string;
        kind: "feature" | "module";
        moduleId: string;
        title: {
            'zh-CN': string;
            en: string;
        };
        summary: {
            'zh-CN': string;
            en: string;
        } | null;
        running: boolean;
        owner: {
            id: string;
            name: string;
            kind: "external" | "internal";
            affiliation: string | null;
            disabled: boolean;
        } | null;
        stage: "development" | "done" | "testing";
        goLiveAt: string | null;
        steps: {
            audience: {
                kind: "all" | "departments" | "inside" | "people" | "percentage";
                departmentIds?: string[];
                personIds?: string[];
                percentage?: number;
            };
            from: string;
            until?: string | null;
        }[] | null;
        reach: {
            people: number;
            of: number;
        };
        nextChangeAt: string | null;
        use: {
            people: number;
            before: number;
            trend: number[];
        } | null;
        version: number;
    }[];
    next: string | null;
}>;
/** One of them with where it is on and used: departments without one above them, groups of under five left out of the use. */
export declare const readModule: import("../contract/operation.ts").Operation<{
    key: string;
}, object, object, {
    key: string;
    kind: "feature" | "module";
    moduleId: string;
    title: {
        'zh-CN': string;
        en: string;
    };
    summary: {
        'zh-CN': string;
        en: string;
    } | null;
    running: boolean;
    owner: {
        id: string;
        name: string;
        kind: "external" | "internal";
        affiliation: string | null;
        disabled: boolean;
    } | null;
    stage: "development" | "done" | "testing";
    goLiveAt: string | null;
    steps: {
        audience: {
            kind: "all" | "departments" | "inside" | "people" | "percentage";
            departmentIds?: string[];
            personIds?: string[];
            percentage?: number;
        };
        from: string;
        until?: string | null;
    }[] | null;
    reach: {
        people: number;
        of: number;
    };
    nextChangeAt: string | null;
    use: {
        people: number;
        before: number;
        trend: number[];
    } | null;
    version: number;
    stepReach: number[];
    departments: {
        id: string;
        name: string;
        people: number;
        of: number;
        used: number | null;
    }[];
    people: {
        id: string;
        name: string;
        kind: "external" | "internal";
        affiliation: string | null;
        disabled: boolean;
    }[];
}>;
/** What a change of the steps does to people now, and when all its steps run. */
declare const RollOutForecast: Type.TObject<{
    people: Type.TInteger;
    of: Type.TInteger;
    gains: Type.TInteger;
    loses: Type.TInteger;
    stepReach: Type.TArray<Type.TInteger>;
    /** Some of those who gain it now, then of those who lose it */
    gaining: Type.TArray<Type.TObject<{
        id: Type.TString;
        name: Type.TString;
        kind: Type.TEnum<["internal", "external"]>;
        affiliation: Type.TUnion<[Type.TString, Type.TNull]>;
        disabled: Type.TBoolean;
    }>>;
    losing: Type.TArray<Type.TObject<{
        id: Type.TString;
        name: Type.TString;
        kind: Type.TEnum<["internal", "external"]>;
        affiliation: Type.TUnion<[Type.TString, Type.TNull]>;
        disabled: Type.TBoolean;
    }>>;
}>;
export type RollOutForecast = Static<typeof RollOutForecast>;
/**
 * Changes what is said of a module or feature, and for whom it is on. Acts at once on all servers, also on open pages and
 * sockets; steps begin and end at their dates by themselves. With `dryRun` it only tells what would come of it.
 */
export declare const changeModule: import("../contract/operation.ts").Operation<{
    key: string;
}, object, {
    stage?: "development" | "done" | "testing";
    ownerId?: string | null;
    goLiveAt?: string | null;
    steps?: {
        audience: {
            kind: "all" | "departments" | "inside" | "people" | "percentage";
            departmentIds?: string[];
            personIds?: string[];
            percentage?: number;
        };
        from: string;
        until?: string | null;
    }[] | null;
    dryRun?: boolean;
}, {
    applied: boolean;
    module: {
        key: string;
        kind: "feature" | "module";
        moduleId: string;
        title: {
            'zh-CN': string;
            en: string;
        };
        summary: {
            'zh-CN': string;
            en: string;
        } | null;
        running: boolean;
        owner: {
            id: string;
            name: string;
            kind: "external" | "internal";
            affiliation: string | null;
            disabled: boolean;
        } | null;
        stage: "development" | "done" | "testing";
        goLiveAt: string | null;
        steps: {
            audience: {
                kind: "all" | "departments" | "inside" | "people" | "percentage";
                departmentIds?: string[];
                personIds?: string[];
                percentage?: number;
            };
            from: string;
            until?: string | null;
        }[] | null;
        reach: {
            people: number;
            of: number;
        };
        nextChangeAt: string | null;
        use: {
            people: number;
            before: number;
            trend: number[];
        } | null;
        version: number;
    };
    forecast: {
        people: number;
        of: number;
        gains: number;
        loses: number;
        stepReach: number[];
        gaining: {
            id: string;
            name: string;
            kind: "external" | "internal";
            affiliation: string | null;
            disabled: boolean;
        }[];
        losing: {
            id: string;
            name: string;
            kind: "external" | "internal";
            affiliation: string | null;
            disabled: boolean;
        }[];
    };
}>;
/** One change of a roll-out. */
export declare const ModuleChange: Type.TObject<{
    id: Type.TString;
    by: Type.TUnion<[Type.TObject<{
        id: Type.TString;
        name: Type.TString;
        kind: Type.TEnum<["internal", "external"]>;
        affiliation: Type.TUnion<[Type.TString, Type.TNull]>;
        disabled: Type.TBoolean;
    }>, Type.TNull]>;
    at: Type.TString;
    stage: Type.TEnum<["development", "testing", "done"]>;
    owner: Type.TUnion<[Type.TObject<{
        id: Type.TString;
        name: Type.TString;
        kind: Type.TEnum<["internal", "external"]>;
        affiliation: Type.TUnion<[Type.TString, Type.TNull]>;
        disabled: Type.TBoolean;
    }>, Type.TNull]>;
    goLiveAt: Type.TUnion<[Type.TString, Type.TNull]>;
    steps: Type.TUnion<[Type.TArray<Type.TObject<{
        audience: Type.TObject<{
            kind: Type.TEnum<["all", "inside", "departments", "people", "percentage"]>;
            /** Of `departments`: with everything below them */
            departmentIds: Type.TOptional<Type.TArray<Type.TString>>;
            /** Of `people` */
            personIds: Type.TOptional<Type.TArray<Type.TString>>;
            /** Of `percentage` */
            percentage: Type.TOptional<Type.TInteger>;
        }>;
        from: Type.TString;
        until: Type.TOptional<Type.TUnion<[Type.TString, Type.TNull]>>;
    }>>, Type.TNull]>;
    /** What this change changed */
    changed: Type.TArray<Type.TEnum<["stage", "ownerId", "goLiveAt", "steps"]>>;
}>;
export type ModuleChange = Static<typeof ModuleChange>;
/** What was decided when and by whom, newest first. */
export declare const listModuleChanges: import("../contract/operation.ts").Operation<{
    key: string;
}, {
    limit?: number;
    cursor?: string;
}, object, {
    items: {
        id: string;
        by: {
            id: string;
            name: string;
            kind: "external" | "internal";
            affiliation: string | null;
            disabled: boolean;
        } | null;
        at: string;
        stage: "development" | "done" | "testing";
        owner: {
            id: string;
            name: string;
            kind: "external" | "internal";
            affiliation: string | null;
            disabled: boolean;
        } | null;
        goLiveAt: string | null;
        steps: {
            audience: {
                kind: "all" | "departments" | "inside" | "people" | "percentage";
                departmentIds?: string[];
                personIds?: string[];
                percentage?: number;
            };
            from: string;
            until?: string | null;
        }[] | null;
        changed: ("goLiveAt" | "ownerId" | "stage" | "steps")[];
    }[];
    next: string | null;
}>;
export {};

import { type Static, Type } from 'typebox';
export declare const departmentCircle: import("../contract/problem.ts").ProblemKind;
/** Only an empty department is deleted: no people, nothing below, no projects. */
export declare const departmentInUse: import("../contract/problem.ts").ProblemKind;
/** Whoever manages a part of the tree cannot put anybody out of it. */
export declare const lastDepartment: import("../contract/problem.ts").ProblemKind;
export declare const Department: Type.TObject<{
    id: Type.TString;
    name: Type.TString;
    parentId: Type.TUnion<[Type.TString, Type.TNull]>;
    headId: Type.TUnion<[Type.TString, Type.TNull]>;
    head: Type.TUnion<[Type.TObject<{
        id: Type.TString;
        name: Type.TString;
        kind: Type.TEnum<["internal", "external"]>;
        affiliation: Type.TUnion<[Type.TString, Type.TNull]>;
        disabled: Type.TBoolean;
    }>, Type.TNull]>;
    /** Order among its siblings, from 0 */
    position: Type.TInteger;
    /** Who is in it */
    people: Type.TInteger;
    /** Who is in it or below it, each counted once */
    peopleBelow: Type.TInteger;
    /** Whether the caller manages its people */
    managed: Type.TBoolean;
    version: Type.TInteger;
}>;
export type Department = Static<typeof Department>;
export declare const listDepartments: import("../contract/operation.ts").Operation<object, {
    limit?: number;
    cursor?: string;
}, object, {
    items: {
        id: string;
        name: string;
        parentId: string | null;
        headId: string | null;
        head: {
            id: string;
            name: string;
            kind: "external" | "internal";
            affiliation: string | null;
            disabled: boolean;
        } | null;
        position: number;
        people: number;
        peopleBelow: number;
        managed: boolean;
        version: number;
    }[];
    next: string | null;
}>;
/** Last among its siblings. Whoever manages a part of the tree makes departments in that part alone. */
export declare const createDepartment: import("../contract/operation.ts").Operation<object, object, {
    name: string;
    parentId?: string | null;
    headId?: string | null;
}, {
    id: string;
    name: string;
    parentId: string | null;
    headId: string | null;
    head: {
        id: string;
        name: string;
        kind: "external" | "internal";
        affiliation: string | null;
        disabled: boolean;
    } | null;
    position: number;
    people: number;
    peopleBelow: number;
    managed: boolean;
    version: number;
}>;
/**
 * Renames, moves (with everything below), orders or gives a head. Where a department stands, its head and whether it is there is
 * decided by whoever manages the one above; the name also by whoever manages itself.
 */
export declare const changeDepartment: import("../contract/operation.ts").Operation<{
    id: string;
}, object, {
    name?: string;
    parentId?: string | null;
    headId?: string | null;
    position?: number;
}, {
    id: string;
    name: string;
    parentId: string | null;
    headId: string | null;
    head: {
        id: string;
        name: string;
        kind: "external" | "internal";
        affiliation: string | null;
        disabled: boolean;
    } | null;
    position: number;
    people: number;
    peopleBelow: number;
    managed: boolean;
    version: number;
}>;
export declare const deleteDepartment: import("../contract/operation.ts").Operation<{
    id: string;
}, object, object, void>;
/**
 * Takes somebody into a department, beside those that he is in. Whoever manages a part of the tree takes in only people who are
 * in that part already: joining opens a department's things.
 */
export declare const putDepartmentPerson: import("../contract/operation.ts").Operation<{
    id: string;
    personId: string;
}, object, object, void>;
export declare const deleteDepartmentPerson: import("../contract/operation.ts").Operation<{
    id: string;
    personId: string;
}, object, object, void>;

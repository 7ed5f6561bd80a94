import { type Static, Type } from 'typebox';
/** How many people one import takes at most */
export declare const mostImported = 5000;
/** The columns of a table of people, in the order of the template. */
export declare const importColumns: readonly ['account', 'name', 'kind', 'departments', 'organisation', 'title', 'email', 'phone', 'roles'];
export type ImportColumn = (typeof importColumns)[number];
/** What can be wrong at one place of the table; `value` of the fault says with what. */
export declare const importFaults: readonly ['column-unknown', 'column-twice', 'column-missing', 'line-too-long', 'quote-open', 'required', 'text', 'too-long', 'account', 'account-twice', 'kind', 'kind-fixed', 'email', 'phone', 'department-unknown', 'department-ambiguous', 'department-foreign', 'organisation-unknown', 'organisation-inside', 'role-unknown', 'role-kind', 'role-beyond', 'person-foreign', 'last-administrator'];
export type ImportFaultKind = (typeof importFaults)[number];
export declare const ImportFault: Type.TObject<{
    /** In the file, from 1 */
    line: Type.TInteger;
    /** Null where the fault is of the whole line, or of a column that there is not */
    column: Type.TUnion<[Type.TEnum<["account", "name", "kind", "departments", "organisation", "title", "email", "phone", "roles"]>, Type.TNull]>;
    fault: Type.TEnum<["column-unknown", "column-twice", "column-missing", "line-too-long", "quote-open", "required", "text", "too-long", "account", "account-twice", "kind", "kind-fixed", "email", "phone", "department-unknown", "department-ambiguous", "department-foreign", "organisation-unknown", "organisation-inside", "role-unknown", "role-kind", "role-beyond", "person-foreign", "last-administrator"]>;
    /** What stands there, cut to 60 characters */
    value: Type.TString;
}>;
export type ImportFault = Static<typeof ImportFault>;
/** What becomes of one line. */
export declare const ImportedPerson: Type.TObject<{
    line: Type.TInteger;
    account: Type.TString;
    name: Type.TString;
    act: Type.TEnum<["create", "update", "keep"]>;
    /** Columns that differ from what is stored; empty for somebody new */
    changed: Type.TArray<Type.TEnum<["account", "name", "kind", "departments", "organisation", "title", "email", "phone", "roles"]>>;
    /** Null before the import */
    personId: Type.TUnion<[Type.TString, Type.TNull]>;
    /** Told this once, to whoever is new and only when asked for */
    password: Type.TUnion<[Type.TString, Type.TNull]>;
}>;
export type ImportedPerson = Static<typeof ImportedPerson>;
/** `members.faults` is an `ImportFault[]`; nothing was stored. */
export declare const importFaulty: import("../contract/problem.ts").ProblemKind;
/**
 * Makes and changes people from a table, as a whole or not at all. An account that is stored is changed where a cell says
 * something: an empty cell leaves what is there. Departments are written as paths (`总公司/研发部`), several values with `;`.
 * With `dryRun` it tells what would become of each line, and every fault with its line and column.
 */
export declare const importPeople: import("../contract/operation.ts").Operation<object, object, {
    header: {
        line: number;
        cells: string[];
    };
    lines: {
        line: number;
        cells: string[];
        isOpen?: boolean;
    }[];
    dryRun?: boolean;
    passwords?: boolean;
}, {
    applied: boolean;
    people: {
        line: number;
        account: string;
        name: string;
        act: "create" | "keep" | "update";
        changed: ("account" | "departments" | "email" | "kind" | "name" | "organisation" | "phone" | "roles" | "title")[];
        personId: string | null;
        password: string | null;
    }[];
    faults: {
        line: number;
        column: "account" | "departments" | "email" | "kind" | "name" | "organisation" | "phone" | "roles" | "title" | null;
        fault: "account" | "account-twice" | "column-missing" | "column-twice" | "column-unknown" | "department-ambiguous" | "department-foreign" | "department-unknown" | "email" | "kind" | "kind-fixed" | "last-administrator" | "line-too-long" | "organisation-inside" | "organisation-unknown" | "person-foreign" | "phone" | "quote-open" | "required" | "role-beyond" | "role-kind" | "role-unknown" | "text" | "too-long";
        value: string;
    }[];
}>;
export type ImportOutcome = {
    readonly applied: boolean;
    readonly people: readonly ImportedPerson[];
    readonly faults: readonly ImportFault[];
};

import { type Static, type TSchema, Type } from 'typebox';
/** UUIDv7 of one of our things; the pattern takes every UUID version. */
export declare const Id: Type.TString;
export declare const Instant: Type.TString;
export declare const nullable: <S extends TSchema>(schema: S) => Type.TUnion<[S, Type.TNull]>;
/** One page of a list: pass `next` back as `cursor`; it is null at the end. */
export declare const pageOf: <S extends TSchema>(item: S) => Type.TObject<{
    items: Type.TArray<S>;
    next: Type.TUnion<[Type.TString, Type.TNull]>;
}>;
/** The query members of every list. */
export declare const pageQuery: {
    limit: Type.TOptional<Type.TInteger>;
    cursor: Type.TOptional<Type.TString>;
};
export interface Page<T> {
    readonly items: readonly T[];
    readonly next: string | null;
}
/** Free text: not blank, no control characters other than tab and line ends, no lone surrogates; stored exactly as sent. */
export declare const text: (maxLength: number, options?: {
    description?: string;
}) => Type.TString;
/** A person as others see him, wherever a name is shown. */
export declare const PersonSummary: Type.TObject<{
    id: Type.TString;
    name: Type.TString;
    kind: Type.TEnum<["internal", "external"]>;
    /** Department, or the company of an outside person */
    affiliation: Type.TUnion<[Type.TString, Type.TNull]>;
    disabled: Type.TBoolean;
}>;
export type PersonSummary = Static<typeof PersonSummary>;

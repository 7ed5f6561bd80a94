/** What a refused author is told; never what the rule looks for. */
export interface BlockedContent {
    /** Name of the rule */
    readonly rule: string;
    /** What its keepers say to authors; null: nothing beyond the title */
    readonly reason: string | null;
    /** JSON pointer to the text in the input, e.g. `/body/text` */
    readonly pointer: string;
    /** Where in the text it was found, in UTF-16 code units */
    readonly from: number;
    /** Exclusive */
    readonly to: number;
}
/** A rule of the company forbids the text: nothing is stored. Its members are a `BlockedContent`. */
export declare const contentBlocked: import("./problem.ts").ProblemKind;

import type { Work } from './work.ts';
/** One of our things, as far as it exists. */
export interface ContentPlace {
    /** As links name it: `im.channel`, `im.message`, `document`, … */
    readonly type: string;
    readonly id: string;
}
/** Text on its way into the database: a message, a title, a comment, what was read out of a file. */
export interface TextToCheck {
    /** `plugin.what`, e.g. `im.message`: rules may be kept to some modules */
    readonly kind: string;
    /** As it will be stored; at most a million characters, of which the time is linear */
    readonly text: string;
    /** Where it stands in the input, for the author; default `/body/text` */
    readonly pointer?: string;
    /** Where it goes: the channel of a message, the folder of a document, the thing itself when it changes */
    readonly place?: ContentPlace;
    /** Whether people from outside the company will read it. Asked only when a rule that matched wants to know. */
    outside?(): boolean | Promise<boolean>;
}
/** What was let through and noted for reviewers. */
export interface ContentFlag {
    /** Tells, after it was stored, what the text became. Without it the note says that nobody knows. Never fails. */
    stored(thing: ContentPlace): void;
}
/** The company's content rules in front of everything that people write. */
export interface ContentGuard {
    /**
     * Ask in `prepare`, before the text is stored. Answers at once, without a promise, when nothing is found.
     * @returns a flag when it may be stored and reviewers shall see it
     * @throws contentBlocked (422), with the rule and the place; the refusal is in the audit trail, the text is not
     */
    check(work: Pick<Work, 'actor' | 'now' | 'origin' | 'newId'>, text: TextToCheck): ContentFlag | undefined | Promise<ContentFlag | undefined>;
}
export declare const contentGuard: import("../contract/token.ts").Token<ContentGuard>;
/** What a filter of somebody else's says about a text. */
export interface ContentVerdict {
    readonly action: 'block' | 'flag';
    /** What the author and the reviewers are told it was */
    readonly rule: string;
    readonly reason?: string;
    /** UTF-16 code units; default: all of it */
    readonly from?: number;
    readonly to?: number;
}
/**
 * Every text that the company's own rules let through, for other filters (data loss prevention, a word service). Fails closed:
 * while one does not answer, nothing is stored. A tap should answer at once.
 */
export declare const contentChecking: import("../contract/hook.ts").Hook<"decide", TextToCheck & {
    readonly personId: string;
}, ContentVerdict | undefined>;

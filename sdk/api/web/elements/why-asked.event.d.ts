import type { Resource } from '../shell-slots.ts';
/** Why may he, or may he not? */
export interface AccessQuestion {
    readonly person: {
        readonly id: string;
        readonly name: string;
    };
    /** Key of the permission, e.g. `im.read` */
    readonly permission: string;
    /** Absent: whether the function is granted at all */
    readonly resource?: Resource & {
        readonly name?: string;
    };
}
/** Somebody wants to know why; the shell answers. */
export declare class WhyAskedEvent extends Event {
    readonly question: AccessQuestion;
    constructor(question: AccessQuestion);
}

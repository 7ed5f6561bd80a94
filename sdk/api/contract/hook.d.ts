/** `change` alters a value on its way; `decide` answers with the first decision; `tell` informs. */
export type HookKind = 'change' | 'decide' | 'tell';
/** A place where other plugins may take part. Taps run in the order of the plugins. */
export interface Hook<Kind extends HookKind = HookKind, Payload = unknown, Answer = unknown> {
    /** `plugin.whatHappens` */
    readonly name: string;
    readonly kind: Kind;
    /** Fails closed: when a tap fails or is late, what it guards is refused. Otherwise the tap is skipped and the fault counted. */
    readonly guards: boolean;
    /** What one tap may take, in ms */
    readonly budgetMs: number;
    /** Who it is about: a tap of a module that is off for this person is passed over, unless the hook guards. */
    readonly actsFor?: (payload: Payload) => string;
    readonly '~type'?: (payload: Payload) => Answer;
}
export type AnyHook = Hook<any, any, any>;
interface HookOptions<P> {
    guards?: boolean;
    /** ms, default 500 */
    budgetMs?: number;
    /** Id of the person for whom it happens */
    actsFor?: (payload: P) => string;
}
/** A tap returns the changed payload, or nothing to leave it as it is. */
export declare function changeHook<P>(name: string, options?: HookOptions<P>): Hook<'change', P, P>;
/** The first tap that returns something decides. */
export declare function decideHook<P, A>(name: string, options?: HookOptions<P>): Hook<'decide', P, A | undefined>;
/** Nobody waits for the answer's value. */
export declare function tellHook<P>(name: string, options?: HookOptions<P>): Hook<'tell', P, void>;
export {};

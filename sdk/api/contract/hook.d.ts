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
    readonly '~type'?: (payload: Payload) => Answer;
}
export type AnyHook = Hook<any, any, any>;
interface HookOptions {
    guards?: boolean;
    /** ms, default 500 */
    budgetMs?: number;
}
/** A tap returns the changed payload, or nothing to leave it as it is. */
export declare function changeHook<P>(name: string, options?: HookOptions): Hook<'change', P, P>;
/** The first tap that returns something decides. */
export declare function decideHook<P, A>(name: string, options?: HookOptions): Hook<'decide', P, A | undefined>;
/** Nobody waits for the answer's value. */
export declare function tellHook<P>(name: string, options?: HookOptions): Hook<'tell', P, void>;
export {};

import type { Event } from '../contract/event.ts';
import type { AnyEntity } from './entity.ts';
import type { Work } from './work.ts';
/**
 * Something that sockets subscribe to as `<name>:<id>`. Who may is decided by the row with that id (it must be visible under
 * the entity's `read` permission) or by `authorise`; a change of rights ends subscriptions.
 */
export interface Topic {
    readonly name: string;
    readonly entity?: AnyEntity;
    authorise?(work: Work, id: string): boolean | Promise<boolean>;
    /** What it may carry; anything else is not delivered. */
    readonly events: readonly Event[];
}
/** Declares a topic by the rows that it is about, or by a rule of its own. */
export declare function defineTopic(name: string, declared: {
    events: readonly Event[];
} & ({
    entity: AnyEntity;
} | {
    authorise(work: Work, id: string): boolean | Promise<boolean>;
})): Topic;

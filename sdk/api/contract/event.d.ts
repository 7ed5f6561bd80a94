import type { Static, TSchema } from 'typebox';
/**
 * Something that happened, with a typed payload. `work.emit` stores it in the same transaction as the change and tells every
 * listener at least once, in order for each thing; a topic delivers it to sockets.
 */
export interface Event<Payload = unknown> {
    /** `plugin.thing.happened` */
    readonly name: string;
    readonly schema: TSchema;
    readonly '~type'?: Payload;
}
/** Declares an event. Members that the schema lacks never leave the server. */
export declare function defineEvent<S extends TSchema>(name: string, schema: S): Event<Static<S>>;

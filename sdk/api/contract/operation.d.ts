import type { Static, TObject, TSchema } from 'typebox';
import type { Feature } from './feature.ts';
import type { Permission } from './permission.ts';
import type { ProblemKind } from './problem.ts';
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
/** Who may call: holders of a permission, anybody signed in, or everybody. One of them must be said. */
type Guard = {
    permission: Permission;
    access?: never;
} | {
    access: 'public' | 'signed-in';
    permission?: never;
};
interface Shapes<P extends TObject, Q extends TObject, B extends TSchema, R extends TSchema> {
    /** `plugin.verb` */
    id: string;
    method: Method;
    /** Below `/api`, with `:name` for each member of `params` */
    path: string;
    summary?: string;
    params?: P;
    query?: Q;
    body?: B;
    /** Absent: nothing is answered, 204. */
    reply?: R;
    /** Success status; default 200, or 204 without a reply. */
    status?: 200 | 201 | 202 | 204;
    problems?: readonly ProblemKind[];
    /** Bytes of body this operation takes; default 256 KiB. */
    bodyLimit?: number;
    /** Only for people for whom this feature of the plugin is on; for others it is 404, as if the module were off. */
    feature?: Feature;
    /** The page asks it by itself, whether or not anybody works with the module: it does not count as use. */
    background?: true;
}
/** Carries resolved types, so that a call site infers nothing from schemas. */
export interface Operation<Params = unknown, Query = unknown, Body = unknown, Reply = unknown> {
    readonly id: string;
    readonly method: Method;
    readonly path: string;
    readonly summary?: string;
    readonly permission?: Permission;
    readonly access?: 'public' | 'signed-in';
    readonly status: number;
    readonly bodyLimit?: number;
    readonly feature?: Feature;
    readonly background?: true;
    readonly schema: {
        readonly params?: TObject;
        readonly query?: TObject;
        readonly body?: TSchema;
        readonly reply?: TSchema;
    };
    readonly problems: readonly ProblemKind[];
    readonly '~types'?: {
        params: Params;
        query: Query;
        body: Body;
        reply: Reply;
    };
}
export type AnyOperation = Operation<any, any, any, any>;
type NoInput = TObject<{}>;
type Resolved<S extends TSchema | undefined> = S extends TSchema ? Static<S> : never;
/**
 * Declares one thing that can be asked of the platform. The server binds it, the browser calls it, plugins and sockets reach
 * it through the same dispatcher; the OpenAPI document, the matrix and the generated tests read it.
 * Unknown members of params, query and body are refused with 400; members of the reply that the schema lacks are left out.
 */
export declare function operation<P extends TObject = NoInput, Q extends TObject = NoInput, B extends TSchema = NoInput, R extends TSchema | undefined = undefined>(declared: Omit<Shapes<P, Q, B, TSchema>, 'reply'> & {
    reply?: R;
} & Guard): Operation<Static<P>, Static<Q>, Static<B>, R extends undefined ? void : Resolved<R>>;
type Part<Name extends string, T> = {} extends T ? {
    readonly [K in Name]?: T;
} : {
    readonly [K in Name]: T;
};
/** What a call passes: only the parts that have required members are required. */
export type Input<P, Q, B> = Part<'params', P> & Part<'query', Q> & Part<'body', B>;
export {};

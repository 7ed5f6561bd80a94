import type { TObject } from 'typebox';
import type { Event } from '../contract/event.ts';
import type { Feature } from '../contract/feature.ts';
import type { AnyHook, Hook, HookKind } from '../contract/hook.ts';
import type { AnyOperation, Input, Operation } from '../contract/operation.ts';
import type { Permission } from '../contract/permission.ts';
import type { ProblemKind } from '../contract/problem.ts';
import type { LocalizedText } from '../contract/text.ts';
import type { Token } from '../contract/token.ts';
import type { AnyEntity } from './entity.ts';
import type { Migration } from './migration.ts';
import type { Topic } from './topic.ts';
import type { Binding, Work } from './work.ts';
/** Kept messages of what happens in the plugin. Ids and figures only: never bodies, secrets or message text. */
export interface Logger {
    info(facts: object, message: string): void;
    warn(facts: object, message: string): void;
    error(facts: object, message: string): void;
}
/** What `setup` is given to wire the plugin with. */
export interface Setup<Owned extends AnyEntity = AnyEntity, Settings = unknown> {
    readonly settings: Settings;
    readonly logger: Logger;
    /** Offers a service under a token that the plugin lists; made once, when somebody first asks. */
    provide<T>(token: Token<T>, make: () => T): void;
    /** A service of the core, of this plugin, or of a plugin it requires. Fails the start when there is none. */
    get<T>(token: Token<T>): T;
    /** The same, undefined when there is none: for optional requirements. */
    find<T>(token: Token<T>): T | undefined;
    bind(bindings: readonly Binding[]): void;
    /** Takes part in a hook of this plugin or of one it requires. */
    tap<K extends HookKind, P, A>(hook: Hook<K, P, A>, listener: (payload: P) => A | void | Promise<A | void>): void;
    /** Fires a hook of this plugin. Answers at once, without a promise, when every tap does. */
    fire<K extends HookKind, P, A>(hook: Hook<K, P, A>, payload: P): A | Promise<A>;
    /** Hears an event, at least once, in order for each thing, after it is stored; retried until it does not throw. */
    on<P>(event: Event<P>, listener: (payload: P, work: Work<Owned>) => Promise<void>): void;
    /** The same as `work.publish`, for what is told by the clock and not by a request. Ids and facts of the plugin's own topics only. */
    publish<P>(topic: string, event: Event<P>, data: P): void;
    /** A unit of work of the plugin itself, for a reason listed in `systemReasons`. */
    asSystem<T>(reason: string, job: (work: Work<Owned>) => Promise<T>): Promise<T>;
}
/** The demo company: people, departments, partners and projects are there; a plugin adds what its module shows. */
export interface DemoCompany {
    /** The day that the demo calls today */
    readonly today: Date;
    personId(account: string): string;
    /** By the project's key, e.g. `L-1` */
    projectId(key: string): string;
    /** Calls an operation as that person at that time, through the same door as everybody. */
    call<P, Q, B, R>(account: string, at: Date, operation: Operation<P, Q, B, R>, input: Input<P, Q, B>): Promise<R>;
}
export type DemoContent = (company: DemoCompany) => Promise<void>;
type Dispose = () => void | Promise<void>;
export type Requirement = string | {
    readonly range: string;
    readonly optional: true;
};
/** Everything a plugin contributes. All but `setup` is data: it can be read, checked, documented and compared without running it. */
export interface PluginDefinition<Owned extends AnyEntity = AnyEntity, Settings = unknown> {
    /** Lower case, `-` between words; prefix of its operations, topics and tables */
    readonly id: string;
    readonly version: string;
    readonly title: LocalizedText;
    /** Its core functions in a few words, for whoever decides about its roll-out */
    readonly summary?: LocalizedText;
    /** semver ranges: of the SDK, and of other plugins by id */
    readonly requires?: {
        readonly sdk?: string;
        readonly plugins?: Readonly<Record<string, Requirement>>;
    };
    /** JSON Schema of `plugins.<id>.settings` in the configuration; defaults are filled in. */
    readonly settings?: TObject;
    readonly permissions?: readonly Permission[];
    /** Parts that may be rolled out apart from the rest */
    readonly features?: readonly Feature[];
    readonly entities?: readonly Owned[];
    readonly migrations?: readonly Migration[];
    readonly operations?: readonly AnyOperation[];
    readonly events?: readonly Event[];
    readonly topics?: readonly Topic[];
    readonly hooks?: readonly AnyHook[];
    readonly tokens?: readonly Token<unknown>[];
    readonly problems?: readonly ProblemKind[];
    /** Every way out of the scope, with why; nothing else leaves it. */
    readonly systemReasons?: Readonly<Record<string, string>>;
    /** Where the package's folder with `package.json` is (`import.meta.dirname` of the plugin file will do); names the web part. */
    readonly web?: {
        readonly entry: URL;
    };
    /** Content for the demo company, loaded only where one is made */
    readonly demo?: () => Promise<{
        readonly default: DemoContent;
    }>;
    setup?(context: Setup<Owned, Settings>): void | Dispose | Promise<void | Dispose>;
}
export type AnyPlugin = PluginDefinition<any, any>;
/** Declares a plugin: the default export of its package. */
export declare function definePlugin<const Owned extends AnyEntity = AnyEntity, Settings = unknown>(definition: PluginDefinition<Owned, Settings>): PluginDefinition<Owned, Settings>;
export {};

import type { LocalizedText } from '../contract/text.ts';
import type { AnyEntity } from './entity.ts';
import type { Work } from './work.ts';
/** What is a person's in a plugin: it is given on when he leaves, and told to him when he takes his data out. */
export interface Belongings<Owned extends AnyEntity = AnyEntity> {
    /** Id of the plugin that says so */
    readonly plugin: string;
    /** One of its `systemReasons`: the works below are the plugin's own, outside every scope; whoever asks was judged before. */
    readonly reason: string;
    /** All that is kept about a person, as JSON, without secrets; only ever told to himself */
    personalData?(work: Work<Owned>, personId: string): Promise<unknown>;
    /** What somebody else has to take over when a person leaves */
    readonly handOver?: {
        /** What it is, for people: `管理的会话` */
        readonly title: LocalizedText;
        /** How many of them he has */
        count(work: Work<Owned>, personId: string): Promise<number>;
        /** Gives them to somebody inside the company, in the unit of work that gives everything. @returns how many were given */
        give(work: Work<Owned>, personId: string, successorId: string): Promise<number>;
    };
}
/** Where plugins say in `setup` what people have in them. */
export interface BelongingsRegistry {
    add<Owned extends AnyEntity>(belongings: Belongings<Owned>): void;
}
export declare const belongings: import("../contract/token.ts").Token<BelongingsRegistry>;

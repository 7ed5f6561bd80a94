import type { AnyOperation } from '../../contract/index.ts';
import type { TestHost, TestPerson, TestResponse, TestSocket } from '../test-host.ts';
import type { LeakPlaces } from './leak-places.ts';
/** What somebody asks of an operation */
export interface Asked {
    readonly params?: Readonly<Record<string, string>>;
    readonly query?: Readonly<Record<string, string>>;
    readonly body?: unknown;
}
/** Somebody who tries the doors. */
export interface Who {
    readonly name: string;
    /** Whom the rules judge; undefined for somebody who has not signed in */
    readonly id: string | undefined;
    /** What an API token is narrowed to */
    readonly only: readonly string[] | undefined;
    /** Who views as that person: reads what both of them reach, changes nothing */
    readonly viewerId: string | undefined;
    asks(operation: AnyOperation, asked: Asked): Promise<TestResponse>;
    /** A socket as that same somebody. Rejects for who may open none. */
    opens(): Promise<TestSocket>;
}
export interface Cast {
    readonly actors: readonly Who[];
    /** The same people, for whom jobs ask */
    readonly byJobs: readonly Who[];
    /** People to whom rows are given, so that something is somebody's own */
    readonly owners: readonly TestPerson[];
}
/** Everybody who might come to a door: each preset role, each scope, roles held in one place, and those who should find all shut. */
export declare function aCast(host: TestHost, places: LeakPlaces): Promise<Cast>;

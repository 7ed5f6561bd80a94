import type { TestHost, TestPerson, TestResponse } from '../test-host.ts';
import type { LeakPlaces } from './leak-places.ts';
/** Somebody who tries the doors. */
export interface Who {
    readonly name: string;
    /** Whom the rules judge; undefined for somebody who has not signed in */
    readonly id: string | undefined;
    /** What an API token is narrowed to */
    readonly only: readonly string[] | undefined;
    /** Who views as that person: reads what both of them reach, changes nothing */
    readonly viewerId: string | undefined;
    asks(method: string, url: string, body: unknown): Promise<TestResponse>;
    /** For who can open a socket of his own */
    readonly person?: TestPerson;
}
export interface Cast {
    readonly actors: readonly Who[];
    /** People to whom rows are given, so that something is somebody's own */
    readonly owners: readonly TestPerson[];
}
/** Everybody who might come to a door: each preset role, each scope, roles held in one place, and those who should find all shut. */
export declare function aCast(host: TestHost, places: LeakPlaces): Promise<Cast>;

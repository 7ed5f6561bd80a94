import type { TestHost } from '../test-host.ts';
type Thing = {
    readonly id: string;
};
/** The company of the walk: a tree of departments and three projects. */
export interface LeakPlaces {
    readonly above: Thing;
    /** Below `above` */
    readonly mine: Thing;
    /** Below `mine` */
    readonly below: Thing;
    readonly elsewhere: Thing;
    readonly project: Thing;
    readonly otherProject: Thing;
    /** Nobody of the cast belongs to them. */
    readonly emptyDepartment: Thing;
    readonly emptyProject: Thing;
    /** Somebody whom no row concerns */
    readonly bystander: Thing;
    readonly roleId: string;
}
export declare function thePlaces(host: TestHost): Promise<LeakPlaces>;
export {};

import type { Permission } from '../contract/permission.ts';
import type { DirectoryPerson } from '../contract/platform.ts';
import type { Icon } from './icon.ts';
import type { WebServices } from './services.ts';
/** What one can do with a person from anywhere: the first filling is what choosing him in the search palette does. */
export interface PersonAction {
    /** Message key, a verb */
    readonly title: string;
    readonly icon: Icon;
    /** Without this permission it is not offered. */
    readonly permission?: Permission;
    run(person: DirectoryPerson, services: WebServices): void | Promise<void>;
}
export declare const personActions: import("../contract/slot.ts").Slot<PersonAction>;
/** Where a project leads to in a module: its conversation, its tasks. The home page takes the first that there is. */
export interface ProjectLink {
    /** @returns the address, undefined when the module has nothing of this project for the person */
    href(projectId: string, services: WebServices): string | undefined;
}
export declare const projectLinks: import("../contract/slot.ts").Slot<ProjectLink>;
/** One of our things as others name it: `im.channel`, `task`, `document`, … */
export interface Resource {
    readonly type: string;
    readonly id: string;
}
/** Where a module's things have their pages, for whoever knows no more of them than type and id. */
export interface ResourceLink {
    /**
     * @param place - where the thing is, when that is known: the channel of a message
     * @returns the address, undefined for things that are none of the module's
     */
    href(thing: Resource, place: Resource | null): string | undefined;
}
export declare const resourceLinks: import("../contract/slot.ts").Slot<ResourceLink>;
export interface SearchHit {
    readonly title: string;
    readonly sub?: string;
    readonly href: string;
}
/** Something that the search palette looks through. */
export interface SearchSource {
    readonly id: string;
    /** Message key: head of its hits */
    readonly title: string;
    readonly icon: Icon;
    /** @returns the best few */
    search(query: string, services: WebServices, signal: AbortSignal): Promise<readonly SearchHit[]>;
}
export declare const searchSources: import("../contract/slot.ts").Slot<SearchSource>;

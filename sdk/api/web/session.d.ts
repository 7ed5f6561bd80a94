import type { Feature } from '../contract/feature.ts';
import type { Permission, Scope } from '../contract/permission.ts';
import type { Me } from '../contract/platform.ts';
import { type Live } from './live.ts';
/** Who is signed in, and what he may. The server decides; this only spares people buttons that would be refused. */
export declare class Session {
    #private;
    constructor(me: Me);
    get me(): Me;
    get changes(): Live<Me>;
    /** Whether he holds a permission at all. */
    may(permission: Pick<Permission, 'key'>): boolean;
    scopeOf(permission: Pick<Permission, 'key'>): Scope;
    hasModule(id: string): boolean;
    /** Whether a feature of a module is on for him. */
    has(feature: Pick<Feature, 'key'>): boolean;
    /** After the server said something new about me. */
    replace(me: Me): void;
}

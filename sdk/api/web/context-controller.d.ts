import type { ReactiveController, ReactiveElement } from 'lit';
import type { WebServices } from './services.ts';
/** Finds one service in the element's surroundings and says clearly when there is none; base of the other controllers. */
export declare class ContextController<Name extends keyof WebServices> implements ReactiveController {
    #private;
    protected readonly host: ReactiveElement;
    constructor(host: ReactiveElement, name: Name);
    hostConnected(): void;
    /** The service was found, or replaced by another. */
    protected found(): void;
    protected get foundService(): WebServices[Name] | undefined;
    /** @throws Error when the element is not below a provider, or not connected yet */
    get service(): WebServices[Name];
}

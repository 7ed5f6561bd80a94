import { type Context } from '@lit/context';
import type { ReactiveElement } from 'lit';
import type { WebServices } from './services.ts';
type Contexts = {
    readonly [Name in keyof WebServices]: Context<symbol, WebServices[Name]>;
};
/** One small context a concern. The shell, a widget or a test provides them; elements mostly use the controllers. */
export declare const contexts: Contexts;
/** Gives the services to all elements below `host`. What is absent (no session before sign-in) is not provided. */
export declare function provideServices(host: ReactiveElement, services: Partial<WebServices>): void;
export {};

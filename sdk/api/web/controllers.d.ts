import type { ReactiveElement } from 'lit';
import type { Feature } from '../contract/feature.ts';
import type { Permission, Scope } from '../contract/permission.ts';
import type { Me } from '../contract/platform.ts';
import type { Operation } from '../contract/operation.ts';
import type { Problem } from '../contract/problem.ts';
import type { Slot } from '../contract/slot.ts';
import type { Locale } from '../contract/text.ts';
import { ContextController } from './context-controller.ts';
import type { CallArguments } from './data/api-client.ts';
import type { Toast } from './toasts.ts';
import type { DateWords } from './words/date-words.ts';
import type { MessageValues } from './words/localizer.ts';
/** Calls operations: `this.#api.call(completeTask, { params: { taskId } })`. */
export declare class ApiController extends ContextController<'api'> {
    constructor(host: ReactiveElement);
    /** @throws Problem */
    call<P, Q, B, R>(operation: Operation<P, Q, B, R>, ...rest: CallArguments<P, Q, B>): Promise<R>;
}
/** Who is signed in and what he may; the element is drawn again when that changes. */
export declare class SessionController extends ContextController<'session'> {
    #private;
    constructor(host: ReactiveElement);
    get me(): Me;
    may(permission: Pick<Permission, 'key'>): boolean;
    scopeOf(permission: Pick<Permission, 'key'>): Scope;
    /** Whether a feature of a module is on for him. */
    has(feature: Pick<Feature, 'key'>): boolean;
    protected found(): void;
    hostDisconnected(): void;
}
/** Texts, dates and numbers; the element is drawn again when the language changes. */
export declare class LocalizeController extends ContextController<'localizer'> {
    #private;
    constructor(host: ReactiveElement);
    get locale(): Locale;
    get dates(): DateWords;
    readonly text: (key: string, values?: MessageValues) => string;
    number(value: number, options?: Intl.NumberFormatOptions): string;
    list(items: readonly string[]): string;
    problem(problem: Problem): string;
    protected found(): void;
    hostDisconnected(): void;
}
/** What other plugins put into a slot of this page, in order. */
export declare class SlotController<Item> extends ContextController<'slots'> {
    #private;
    constructor(host: ReactiveElement, slot: Slot<Item>);
    get items(): readonly Item[];
}
/** Short words at the lower edge: something was done, with a way back. */
export declare class ToastController extends ContextController<'toasts'> {
    constructor(host: ReactiveElement);
    show(toast: Toast): void;
}

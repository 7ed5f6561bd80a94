import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Problem } from '../contract/problem.ts';
/** Something a person sets off: pending while it runs, a problem when it failed. Started again while pending, it is not. */
export declare class Action<Arguments extends readonly unknown[] = []> implements ReactiveController {
    #private;
    constructor(host: ReactiveControllerHost, run: (...args: Arguments) => Promise<unknown>);
    get pending(): boolean;
    get problem(): Problem | undefined;
    /** @returns whether it was done. A bug is reported as one and shown as unexpectedAnswer. */
    readonly start: (...args: Arguments) => Promise<boolean>;
    /** Forgets the problem: what was typed has changed. */
    readonly reset: () => void;
    hostConnected(): void;
}

import type { Work } from './work.ts';
export interface JobOptions {
    /** Tries after the first one; default 8. Then it is dead: an administrator sees it and may start it again. */
    readonly retries?: number;
    /** Pause before the second try in ms, doubled with each further one, an hour at most; default 5,000 */
    readonly backoffMs?: number;
}
export interface JobWish {
    /** Not before this instant; default: at once */
    readonly at?: Date;
    /** A key that no other job of the installation has while that one waits, and for a day after it ran: it is added once. */
    readonly dedupe?: string;
    /**
     * Whom it is done for, unasked. Passed over when the module is off for that person by then, or the person is disabled; what the
     * handler calls is judged by what the person may then.
     */
    readonly actsFor?: string;
}
/**
 * Does what a job is for.
 * @param signal - tells that it is to end soon: the server stops. The job runs again elsewhere, or after the start.
 * @param call - an operation as the person for whom the job acts, through the same door as everybody and with what that person may
 * at this moment; rejects with the Problem. A job that acts for nobody calls as somebody who has not signed in.
 */
export type JobHandler<Data> = (data: Data, signal: AbortSignal, call: Work['call']) => Promise<void>;
/** Work for later: durable, at least once, retried, on whichever process is free. A module that is off does not work. */
export interface Jobs {
    /**
     * Says how a kind of job is done. Reach rows by `call` for a person, else by `asSystem`, and outside services (mail, a CRM) from here alone.
     * A handler may run twice for one job, so it has to bear that.
     * @param kind - `plugin.verb`; the plugin's id decides whether it is on
     */
    define<Data>(kind: string, handler: JobHandler<Data>, options?: JobOptions): void;
    /**
     * Adds a job in the unit of work at hand: stored with it, or not at all.
     * @param data - JSON; encrypted at rest, and forgotten once the job is done
     */
    add(work: Pick<Work, 'now' | 'newId'>, kind: string, data: unknown, wish?: JobWish): Promise<void>;
    /** Takes back, in the unit of work at hand, what was added under a key and is not done. Nothing happens where there is none. */
    takeBack(work: Pick<Work, 'now' | 'newId'>, dedupe: string): Promise<void>;
    /**
     * Runs a defined kind by the clock, once in the installation whatever the number of servers; its data is null.
     * What fell due while no server ran is done once, at the start.
     * @param pattern - cron, five fields, e.g. `0 8 * * 1-5`
     * @param timeZone - IANA name; default `Asia/Shanghai`
     */
    schedule(kind: string, pattern: string, timeZone?: string): void;
}
export declare const jobs: import("../contract/token.ts").Token<Jobs>;

import type { Problem } from '../../contract/problem.ts';
/** Whether the person has something to do first, such as signing in or agreeing to the privacy notice; after that the same call may pass. */
export declare const comesFirst: ({ type }: Pick<Problem, 'type'>) => boolean;

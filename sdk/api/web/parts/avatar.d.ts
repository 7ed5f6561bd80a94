import { type TemplateResult } from 'lit';
import type { PersonSummary } from '../../contract/shapes.ts';
export type PresenceState = 'online' | 'away' | 'busy' | 'offline';
interface AvatarOptions {
    /** px, default 32 */
    readonly size?: 20 | 24 | 32 | 36 | 48;
    readonly presence?: PresenceState;
}
/** The circle of a person: last two characters of the name, one below 32 px, a ring around outside people. */
export declare function avatar(person: Pick<PersonSummary, 'id' | 'name' | 'kind'>, { size, presence }?: AvatarOptions): TemplateResult;
/** The square of a group, a project, a company. */
export declare function groupAvatar(name: string, { size, external }?: {
    size?: AvatarOptions['size'];
    external?: boolean;
}): TemplateResult;
/** 思齐 of 陈思齐, 齐 when small; AB of Alice Brown, A when small. */
export declare function initials(name: string, size: number): string;
/** 1–8, the same for a person everywhere. */
export declare function toneOf(id: string): number;
export {};

import type { LocalizedText } from './text.ts';
/** How far a permission reaches. Cumulative: a wider scope holds all narrower ones (PM-2). */
export declare const scopes: readonly ['none', 'own', 'project', 'department', 'department-tree', 'all'];
export type Scope = (typeof scopes)[number];
/** Something that a role may be granted, with a data scope: one row of the permission matrix. */
export interface Permission {
    /** `plugin.verb`, unique in the platform */
    readonly key: string;
    readonly title: LocalizedText;
    /** The scopes a matrix cell may take; `none` is always possible. */
    readonly scopes: readonly Scope[];
    /** What the built-in roles hold when the permission first appears, by the role's stable key. */
    readonly presets: Readonly<Partial<Record<PresetRole, Scope>>>;
}
/** Stable keys of the roles that every installation starts with (PM-1). */
export type PresetRole = 'general-manager' | 'department-head' | 'project-member' | 'marketing' | 'account-manager' | 'supplier-manager' | 'external-customer' | 'external-guest' | 'administrator';
/**
 * Declares a permission.
 * @param key - `plugin.verb`
 * @param declared.scopes - default: every scope. Outside people, and a role held in one project, get at most the widest of these up
 *   to `project`: with `['none', 'all']` nothing
 */
export declare function definePermission(key: string, declared: {
    title: LocalizedText;
    scopes?: readonly Scope[];
    presets?: Readonly<Partial<Record<PresetRole, Scope>>>;
}): Permission;

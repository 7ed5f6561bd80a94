import type { LocalizedText } from './text.ts'

/** How far a permission reaches. Cumulative: a wider scope holds all narrower ones (PM-2). */
export const scopes = ['none', 'own', 'project', 'department', 'department-tree', 'all'] as const
export type Scope = (typeof scopes)[number]

/** Something that a role may be granted, with a data scope: one row of the permission matrix. */
export interface Permission {
  /** `plugin.verb`, unique in the platform */
  readonly key: string
  readonly title: LocalizedText
  /** The scopes a matrix cell may take; `none` is always possible. */
  readonly scopes: readonly Scope[]
  /** What the built-in roles hold when the permission first appears, by the role's stable key. */
  readonly presets: Readonly<Partial<Record<PresetRole, Scope>>>
}

/** Stable keys of the roles that every installation starts with (PM-1). */
export type PresetRole =
  | 'general-manager' // 总经理
  | 'department-head' // 部门负责人
  | 'project-member' // 项目组员
  | 'marketing' // 市场专员
  | 'account-manager' // 客户对接人
  | 'supplier-manager' // 供应商管理员
  | 'external-customer' // 外部客户
  | 'external-guest' // 外部访客
  | 'administrator' // 系统管理员

/**
 * Declares a permission.
 * @param key - `plugin.verb`
 * @param declared.scopes - default: every scope. Outside people, and a role held in one project, get at most the widest of these up
 *   to `project`: with `['none', 'all']` nothing
 */
export function definePermission(
  key: string,
  declared: {
    title: LocalizedText
    scopes?: readonly Scope[]
    presets?: Readonly<Partial<Record<PresetRole, Scope>>>
  },
): Permission {
  return { key, title: declared.title, scopes: declared.scopes ?? scopes, presets: declared.presets ?? {} }
}

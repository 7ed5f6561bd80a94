import type { Permission } from '@liaison/sdk'
import type { DeclaredPermission } from '@liaison/sdk/platform'
import type { Kernel } from '../kernel/kernel.ts'

/** Every permission of the plugins of this process, in their order, with the module that declares it. */
export function declaredPermissions(kernel: Kernel): ReadonlyMap<string, Permission & { readonly plugin: string }> {
  const declared = new Map<string, Permission & { readonly plugin: string }>()
  for (const { definition } of kernel.plugins.values()) {
    for (const permission of definition.permissions ?? []) declared.set(permission.key, { ...permission, plugin: definition.id })
  }
  return declared
}

/** As a row of the matrix. */
export const permissionRow = ({ key, plugin, title, scopes }: Permission & { readonly plugin: string }): DeclaredPermission => ({
  key,
  plugin,
  title: { 'zh-CN': title['zh-CN'], en: title.en },
  scopes: scopes.includes('none') ? [...scopes] : ['none', ...scopes],
})

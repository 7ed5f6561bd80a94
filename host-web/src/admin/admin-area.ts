import { isWithin } from '../shell/where.ts'

/** Where the administration pages are. */
export const adminPath = '/admin'

/** Each opens a page of the area; spelt out, so that the shell need not load what declares them. */
const adminPermissions = [
  'people.manage',
  'projects.manage',
  'access.manage',
  'audit.read',
  'content-filter.manage',
  'jobs.manage',
  'modules.manage',
  'privacy.manage',
  'auth.manage',
] as const

interface Rights {
  may(permission: { readonly key: string }): boolean
}

/** Whether anything is there to administer for somebody with these rights. */
export const mayAdminister = (rights: Rights): boolean => adminPermissions.some((key) => rights.may({ key }))

/** Whether an address is one of the administration. */
export const isAdminPath = (path: string): boolean => isWithin(path, adminPath)
